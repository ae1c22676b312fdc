import Combobox from '@github/combobox-nav';
import { proposerLieux, type LieuPropose, type Propositions } from '../appels/lieux.ts';
import { trouver } from '../../ui/dom.ts';
import { brancherPosition } from './position.ts';
import { annoncer, ecrire, HOMONYMES, optionsDe } from './propositions-de-lieu.ts';

/* Le temps de finir de taper une syllabe : chaque lettre n'a pas besoin de sa requête. */
const ATTENTE_MS = 120;
/* Laisse au clic sur une proposition le temps d'aboutir. */
const DEPART_MS = 200;

/** Champ « commune ou code postal » : propose, complète, et dit ce qui ne va pas sans rien effacer. */
export class ChampLieu {
  readonly champ: HTMLInputElement;
  readonly #liste: HTMLElement;
  readonly #message: HTMLElement;
  readonly #combobox: Combobox;
  readonly #choisir: (valeur: string) => void;
  #propositions: LieuPropose[] = [];
  #minuteur: ReturnType<typeof setTimeout> | undefined;
  /* Une réponse d'un tour passé ne compte plus. */
  #tour = 0;
  /* Le dernier texte pris en compte, et ce que l'adresse en garde : tout autre texte reste à chercher. */
  #ecrit = '';
  #valeur = '';

  /**
   * @param choisir reçoit la valeur à garder dans l'adresse, ou '' si le champ est vidé
   * @param enQuittant faux si quitter le champ ne doit rien faire : la page a un bouton qui validera
   */
  constructor(
    racine: ParentNode,
    choisir: (valeur: string) => void,
    { enQuittant = true }: { enQuittant?: boolean } = {},
  ) {
    this.champ = trouver(racine, '#lieu');
    this.#liste = trouver(racine, '#lieu-propositions');
    this.#message = trouver(racine, '#lieu-message');
    this.#choisir = choisir;
    this.#combobox = new Combobox(this.champ, this.#liste, { firstOptionSelectionMode: 'none' });
    this.#ecouterLeChamp(enQuittant);
    this.#ecouterLaListe();
    brancherPosition(racine.querySelector<HTMLButtonElement>('#autour'), {
      dire: (message) => {
        this.#oublier();
        this.dire(message);
      },
      choisir: (lieu) => {
        this.#prendre(lieu);
      },
    });
  }

  #ecouterLeChamp(enQuittant: boolean) {
    const proposer = () => {
      this.#oublier();
      this.#minuteur = setTimeout(() => void this.#proposer(), ATTENTE_MS);
    };
    const quitter = () => {
      clearTimeout(this.#minuteur);
      this.#minuteur = setTimeout(() => {
        this.#fermer();
        if (enQuittant && this.#aChercher()) void this.#chercher();
      }, DEPART_MS);
    };
    this.champ.addEventListener('input', proposer);
    this.champ.addEventListener('focus', () => {
      if (this.#aChercher() && this.#liste.hidden) proposer();
    });
    this.champ.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#oublier();
    });
    this.champ.addEventListener('change', quitter);
    this.champ.addEventListener('blur', quitter);
  }

  #ecouterLaListe() {
    // Sans cela, un appui un peu long quitte le champ et referme la liste avant le clic.
    this.#liste.addEventListener('mousedown', (evenement) => {
      evenement.preventDefault();
    });
    this.#liste.addEventListener('combobox-commit', ({ target }) => {
      const lieu = this.#propositions[[...this.#liste.children].indexOf(target as Element)];
      if (lieu) this.#prendre(lieu);
    });
    // La liste peut rester ouverte alors que l'on a touché ailleurs : le geste suivant la referme.
    const refermer = ({ target }: Event) => {
      const dedans = target === this.champ || this.#liste.contains(target as Node);
      if (!dedans && document.activeElement !== this.champ) this.#fermer();
    };
    document.addEventListener('pointerdown', refermer);
    document.addEventListener('focusin', refermer);
  }

  /** Prend le texte tapé, comme le fait la touche Entrée ; entre homonymes, demande de choisir. */
  valider() {
    void this.#chercher().then((aChoisir) => {
      if (!aChoisir) return;
      this.#montrerLaListe();
      this.champ.focus();
    });
  }

  /* Rend vrai s'il reste à choisir dans la liste. */
  async #chercher(): Promise<boolean> {
    const texte = this.champ.value.trim();
    if (texte === '' || !this.#aChercher()) {
      this.#garder(texte && this.#valeur);
      return false;
    }
    this.#oublier();
    const tour = this.#tour;
    // Si les communes ne se chargent pas, l'adresse garde le texte : il sera lu au prochain essai.
    const reponse = await proposerLieux(texte).catch(() => null);
    if (tour !== this.#tour) return false;
    const premier = reponse?.lieux[0];
    if (reponse?.homonymes || reponse?.ressemblants) {
      this.#remplir(texte, reponse);
      if (reponse.homonymes) this.dire(HOMONYMES);
      return true;
    }
    if (premier) this.#prendre(premier);
    else this.#garder(texte);
    return false;
  }

  /**
   * Montre le lieu de l'adresse ; s'il n'a pas été reconnu, le texte reste et un message dit quoi faire.
   * Un texte que la personne est en train de taper n'est jamais remplacé.
   */
  montrer(valeur: string, lieu: LieuPropose | null) {
    const enCours = this.#aChercher();
    this.#valeur = valeur;
    this.#ecrit = lieu ? ecrire(lieu) : valeur.trim();
    if (enCours) return;
    this.champ.value = this.#ecrit;
    this.dire(
      valeur && !lieu
        ? `Nous ne connaissons pas « ${valeur} ». Vérifiez l’orthographe, ou tapez un code postal à cinq chiffres.`
        : '',
    );
  }

  dire(message: string) {
    this.#message.textContent = message;
  }

  #aChercher(): boolean {
    return this.champ.value.trim() !== this.#ecrit;
  }

  #prendre(lieu: LieuPropose) {
    this.champ.value = ecrire(lieu);
    this.#garder(lieu.valeur);
  }

  #garder(valeur: string) {
    this.#oublier();
    this.#ecrit = this.champ.value.trim();
    this.#valeur = valeur;
    this.dire('');
    this.#choisir(valeur);
  }

  /* Ce qui était proposé, ou allait l'être, ne répond plus au texte du champ. */
  #oublier() {
    clearTimeout(this.#minuteur);
    this.#tour++;
    this.#propositions = [];
    this.#fermer();
  }

  #fermer() {
    if (this.#liste.hidden) return;
    this.#combobox.stop();
    this.#liste.hidden = true;
  }

  async #proposer() {
    const texte = this.champ.value.trim();
    const tour = this.#tour;
    if (texte.length < 2) return;
    try {
      const reponse = await proposerLieux(texte);
      if (tour === this.#tour) this.#remplir(texte, reponse);
    } catch {
      this.dire('Les communes n’ont pas pu se charger. Vérifiez la connexion, puis réessayez.');
    }
  }

  #remplir(texte: string, reponse: Propositions) {
    this.#propositions = reponse.lieux;
    const options = optionsDe(reponse.lieux);
    this.#fermer();
    this.#liste.replaceChildren(...options);
    this.dire(annoncer(texte, reponse));
    // Parti plus loin au clavier, on ne doit pas avoir le champ suivant caché par la liste.
    const ici = [this.champ, document.body].some((element) => element === document.activeElement);
    if (ici && options.length) this.#montrerLaListe();
  }

  #montrerLaListe() {
    if (!this.#liste.hidden) return;
    this.#liste.hidden = false;
    this.#combobox.start();
  }
}
