import { proposerLieux, type LieuPropose } from '../appels/lieux.ts';
import { typographier } from '../../socle/typographie.ts';
import { trouver } from '../../ui/dom.ts';
import { ecouterLeChamp } from './gestes-du-champ.ts';
import { ListeDeLieux } from './liste-de-lieux.ts';
import { brancherPosition } from './position.ts';
import { ATTENTE_MS, DEPART_MS, LENTEUR_MS, type ReglagesDuChamp } from './reglages.ts';
import {
  annoncer,
  direInconnu,
  ecrire,
  nommer,
  PANNE,
  type Trouve,
} from './propositions-de-lieu.ts';

/**
 * Champ « commune ou code postal » : propose, complète, et dit ce qui ne va pas sans rien effacer. Le bloc (.csf-lieu) est
 * rendu par qui l'emploie : un champ, un message, une liste, un bouton facultatif. Ce que la liste et le message
 * contiennent n'appartient qu'à cette classe.
 */
export class ChampLieu {
  readonly champ: HTMLInputElement;
  readonly #message: HTMLElement;
  readonly #liste: ListeDeLieux;
  readonly #reglages: Required<ReglagesDuChamp>;
  readonly #fin = new AbortController();
  /* Tant que le texte du champ n'a pas changé. */
  #trouve: Trouve | null = null;
  #minuteur: ReturnType<typeof setTimeout> | undefined;
  /* Une réponse d'un tour passé ne compte plus. */
  #tour = 0;
  /* Le dernier texte pris en compte, et ce que la page en garde : tout autre texte reste à chercher. */
  #ecrit = '';
  #valeur = '';
  #lieu: LieuPropose | null = null;

  constructor(bloc: HTMLElement, reglages: ReglagesDuChamp) {
    const { signal } = this.#fin;
    this.champ = trouver(bloc, 'input');
    this.#message = trouver(bloc, '[role=status]');
    this.#reglages = { enQuittant: true, texteLibre: true, ...reglages };
    const prendre = (lieu: LieuPropose) => this.#prendre(lieu);
    this.#liste = new ListeDeLieux(this.champ, trouver(bloc, '[role=listbox]'), signal, {
      prendre,
      quittee: () => this.#direEtat(),
    });
    ecouterLeChamp(this.champ, signal, {
      ecrire: () => {
        if (!this.#reglages.texteLibre) this.#delaisser();
        this.#attendreLaSuite();
      },
      revenir: () => {
        if (this.#aChercher() && !this.#liste.ouverte) this.#rouvrir();
      },
      quitter: () => this.#quitter(),
      renoncer: () => this.#renoncer(),
      entrer: (sens) => {
        if (this.#liste.ouverte || !(this.#trouve ?? this.#aChercher())) return false;
        if (this.#rouvrir()) this.#liste.entrer(sens);
        return true;
      },
    });
    brancherPosition(bloc.querySelector('button'), signal, {
      commencer: () => {
        const tour = this.#oublier();
        return () => tour === this.#tour;
      },
      dire: (message) => this.dire(message),
      prendre,
    });
  }

  /** Débranche tout, et vide la liste et le message : le bloc peut resservir. */
  detruire() {
    this.#oublier();
    this.#fin.abort();
    this.dire('');
  }

  /** Prend le texte tapé, comme le fait la touche Entrée ; entre homonymes, demande de choisir. */
  async valider(): Promise<void> {
    if (!(await this.#chercher())) return;
    this.#liste.ouvrir();
    this.champ.focus();
    this.#direEtat();
  }

  /**
   * Prend le texte tapé s'il ne l'est pas encore, sans déplacer le clavier : à attendre avant de lire le formulaire.
   * @returns la valeur gardée, ou ''
   */
  async regler(): Promise<string> {
    if (this.#aChercher()) await this.#chercher();
    return this.#valeur;
  }

  /* Rend vrai s'il reste à choisir dans la liste. */
  async #chercher(): Promise<boolean> {
    const texte = this.champ.value.trim();
    if (texte === '') this.#garder('', null);
    else if (!this.#aChercher()) this.#reglages.choisir(this.#valeur, this.#lieu);
    if (texte === '' || !this.#aChercher()) return false;
    const tour = this.#oublier();
    // Même si la réponse est celle qui est déjà écrite, elle doit être redite.
    this.dire('');
    const reponse = await proposerLieux(texte).catch(() => null);
    if (tour !== this.#tour) return false;
    const premier = reponse?.lieux[0];
    if (reponse?.homonymes || reponse?.ressemblants) {
      this.#remplir({ texte, reponse, demande: reponse.homonymes });
      return true;
    }
    if (premier) this.#prendre(premier);
    // Si les communes ne se chargent pas, l'adresse garde le texte : il sera lu au prochain essai.
    else if (this.#reglages.texteLibre) this.#garder(texte, null);
    else this.dire(reponse ? direInconnu(texte) : PANNE);
    return false;
  }

  /**
   * Montre le lieu que la page garde ; s'il n'a pas été reconnu, le texte reste et un message dit quoi faire.
   * Un texte que la personne est en train de taper n'est jamais remplacé.
   * @param raison ce qu'il faut dire d'un lieu absent
   */
  montrer(valeur: string, lieu: LieuPropose | null, raison = direInconnu(valeur)) {
    const enCours = this.#aChercher();
    const deja = lieu !== null && this.#lieu?.valeur === lieu.valeur;
    this.#retenir(lieu ? ecrire(lieu) : valeur.trim(), valeur, lieu);
    if (enCours) return;
    this.champ.value = this.#ecrit;
    // La commune que l'on vient de choisir est déjà dite ; celle qu'un texte de l'adresse a fait deviner doit l'être.
    if (lieu === null) this.dire(valeur && raison);
    else if (!deja) this.dire(valeur === lieu.valeur ? '' : nommer(lieu));
  }

  dire(message: string) {
    const dit = typographier(message);
    if (this.#message.textContent !== dit) this.#message.textContent = dit;
  }

  #aChercher(): boolean {
    return this.champ.value.trim() !== this.#ecrit;
  }

  #aLeFocus(): boolean {
    return document.activeElement === this.champ;
  }

  #prendre(lieu: LieuPropose) {
    this.champ.value = ecrire(lieu);
    this.#garder(lieu.valeur, lieu);
  }

  #garder(valeur: string, lieu: LieuPropose | null) {
    this.#oublier();
    this.dire(lieu ? nommer(lieu) : '');
    this.#retenir(this.champ.value.trim(), valeur, lieu);
    this.#reglages.choisir(valeur, lieu);
  }

  /* Le champ montre autre chose que la commune gardée : elle ne l'est plus. */
  #delaisser() {
    if (this.#valeur === '' || !this.#aChercher()) return;
    this.#retenir('', '', null);
    this.#reglages.choisir('', null);
  }

  #retenir(ecrit: string, valeur: string, lieu: LieuPropose | null) {
    this.#ecrit = ecrit;
    this.#valeur = valeur;
    this.#lieu = lieu;
  }

  #attendreLaSuite() {
    this.#oublier();
    this.#minuteur = setTimeout(() => void this.#proposer(), ATTENTE_MS);
  }

  #quitter() {
    clearTimeout(this.#minuteur);
    this.#minuteur = setTimeout(() => {
      this.#liste.fermer();
      if (this.#reglages.enQuittant && this.#aChercher()) void this.#chercher();
      else this.#direEtat();
    }, DEPART_MS);
  }

  /* Ce qui était proposé, ou allait l'être, ne répond plus au texte du champ. Rend le tour qui commence. */
  #oublier(): number {
    clearTimeout(this.#minuteur);
    this.#trouve = null;
    this.#liste.remplir([]);
    return ++this.#tour;
  }

  /* Échap : la liste se referme sans rien perdre, et une recherche en route s'arrête. */
  #renoncer() {
    if (this.#trouve) {
      this.#liste.fermer();
      this.#direEtat();
    } else if (this.#aChercher()) {
      this.#oublier();
      this.dire('');
    }
  }

  async #proposer() {
    const texte = this.champ.value.trim();
    const tour = this.#tour;
    if (texte.length < 2) {
      this.dire('');
      return;
    }
    const lenteur = setTimeout(() => {
      if (tour === this.#tour) this.dire('');
    }, LENTEUR_MS);
    const reponse = await proposerLieux(texte).catch(() => null);
    clearTimeout(lenteur);
    if (tour !== this.#tour) return;
    if (reponse) this.#remplir({ texte, reponse, demande: false });
    else this.dire(PANNE);
  }

  #remplir(trouve: Trouve) {
    this.#trouve = trouve;
    this.#liste.remplir(trouve.reponse.lieux);
    // Parti plus loin au clavier, on ne doit pas avoir le champ suivant caché par la liste.
    if (this.#aLeFocus() || document.activeElement === document.body) this.#liste.ouvrir();
    this.#direEtat();
  }

  /* Rouvre la liste ; s'il n'y en a pas encore, la cherche et rend faux. */
  #rouvrir(): boolean {
    this.#liste.ouvrir();
    if (this.#liste.ouverte) this.#direEtat();
    else this.#attendreLaSuite();
    return this.#liste.ouverte;
  }

  /* Le message dit ce qui a été trouvé, et où est la liste : ouverte, refermée, ou laissée derrière soi. */
  #direEtat() {
    const fermee = this.#aLeFocus() ? 'refermee' : 'quittee';
    if (!this.#trouve) return;
    if (this.#liste.ouverte) this.dire(annoncer(this.#trouve, 'ouverte'));
    else if (this.#lieu && !this.#aChercher()) this.dire(nommer(this.#lieu));
    else this.dire(annoncer(this.#trouve, fermee));
  }
}
