import Combobox from '@github/combobox-nav';
import { communeLaPlusProche, proposerLieux, type LieuPropose } from '../services/lieux.ts';
import { creer, trouver } from './dom.ts';

/* Le temps de finir de taper une syllabe : chaque lettre n'a pas besoin de sa requête. */
const ATTENTE_MS = 120;

const REFUS: Record<number, string> = {
  1: 'La position n’a pas été partagée. Tapez une commune ou un code postal.',
  2: 'La position est introuvable pour le moment. Tapez une commune ou un code postal.',
  3: 'La position met trop de temps à venir. Tapez une commune ou un code postal.',
};

function ecrire(lieu: LieuPropose): string {
  return `${lieu.nom} (${lieu.departement})`;
}

/** Champ « commune ou code postal » : propose, complète, et dit ce qui ne va pas sans rien effacer. */
export class ChampLieu {
  readonly champ: HTMLInputElement;
  readonly #liste: HTMLElement;
  readonly #message: HTMLElement;
  readonly #combobox: Combobox;
  readonly #choisir: (valeur: string) => void;
  #propositions: LieuPropose[] = [];
  #minuteur: ReturnType<typeof setTimeout> | undefined;
  #valeur = '';

  /** @param choisir reçoit la valeur à garder dans l'adresse, ou '' si le champ est vidé */
  constructor(racine: ParentNode, choisir: (valeur: string) => void) {
    this.champ = trouver(racine, '#lieu');
    this.#liste = trouver(racine, '#lieu-propositions');
    this.#message = trouver(racine, '#lieu-message');
    this.#choisir = choisir;
    this.#combobox = new Combobox(this.champ, this.#liste, { firstOptionSelectionMode: 'none' });
    this.champ.addEventListener('input', () => {
      clearTimeout(this.#minuteur);
      this.#minuteur = setTimeout(() => void this.#proposer(), ATTENTE_MS);
    });
    this.champ.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#fermer();
    });
    this.champ.addEventListener('blur', () => {
      // Laisse au clic sur une proposition le temps d'aboutir.
      setTimeout(() => {
        this.#fermer();
      }, 200);
    });
    this.champ.addEventListener('change', () => {
      if (this.champ.value.trim() === '' && this.#valeur !== '') this.#garder('');
    });
    this.#liste.addEventListener('combobox-commit', ({ target }) => {
      const rang = [...this.#liste.children].indexOf(target as Element);
      const lieu = this.#propositions[rang];
      if (!lieu) return;
      this.champ.value = ecrire(lieu);
      this.#garder(lieu.valeur);
    });
    this.#brancherPosition(racine.querySelector<HTMLButtonElement>('#autour'));
  }

  /** Prend le texte tapé tel quel, comme le fait la touche Entrée. */
  valider() {
    const [premiere] = this.#propositions;
    const texte = this.champ.value.trim();
    if (premiere && !this.#liste.hidden) this.champ.value = ecrire(premiere);
    this.#garder(premiere && !this.#liste.hidden ? premiere.valeur : texte);
  }

  /** Montre le lieu de l'adresse ; s'il n'a pas été reconnu, le texte reste et un message dit quoi faire. */
  montrer(valeur: string, lieu: LieuPropose | null) {
    this.#valeur = valeur;
    if (document.activeElement !== this.champ || lieu)
      this.champ.value = lieu ? ecrire(lieu) : valeur;
    this.dire(
      valeur && !lieu
        ? `Nous ne connaissons pas « ${valeur} ». Vérifiez l’orthographe, ou tapez un code postal à cinq chiffres.`
        : '',
    );
  }

  dire(message: string) {
    this.#message.textContent = message;
  }

  #garder(valeur: string) {
    clearTimeout(this.#minuteur);
    this.#valeur = valeur;
    this.#fermer();
    this.dire('');
    this.#choisir(valeur);
  }

  #fermer() {
    if (this.#liste.hidden) return;
    this.#combobox.stop();
    this.#liste.hidden = true;
  }

  async #proposer() {
    const texte = this.champ.value.trim();
    if (texte.length < 2) {
      this.#fermer();
      return;
    }
    try {
      const propositions = await proposerLieux(texte);
      if (texte !== this.champ.value.trim()) return;
      this.#propositions = propositions;
      this.#ouvrir(texte);
    } catch {
      this.dire('Les communes n’ont pas pu se charger. Vérifiez la connexion, puis réessayez.');
    }
  }

  #ouvrir(texte: string) {
    const options = this.#propositions.map(({ nom, departement, codePostal }, rang) =>
      creer(
        'div',
        { role: 'option', id: `lieu-${rang}` },
        `${nom} (${departement}) `,
        creer('small', {}, codePostal),
      ),
    );
    this.#combobox.stop();
    this.#liste.replaceChildren(...options);
    this.#liste.hidden = options.length === 0;
    const nombre = options.length;
    this.dire(
      nombre
        ? `${nombre} commune${nombre > 1 ? 's' : ''} : choisissez avec les flèches, puis Entrée.`
        : `Aucune commune ne commence par « ${texte} ».`,
    );
    if (nombre) this.#combobox.start();
  }

  #brancherPosition(bouton: HTMLButtonElement | null) {
    if (!bouton || !('geolocation' in navigator)) return;
    bouton.hidden = false;
    bouton.addEventListener('click', () => {
      this.dire('Recherche de la position…');
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => void this.#prendrePosition(coords),
        ({ code }) => {
          this.dire(REFUS[code] ?? REFUS[2] ?? '');
        },
        { maximumAge: 600_000, timeout: 10_000 },
      );
    });
  }

  async #prendrePosition({ latitude, longitude }: GeolocationCoordinates) {
    try {
      const lieu = await communeLaPlusProche({ latitude, longitude });
      if (!lieu) {
        this.dire('Aucune commune connue près de cette position. Tapez une commune.');
        return;
      }
      this.champ.value = ecrire(lieu);
      this.#garder(lieu.valeur);
    } catch {
      this.dire('Les communes n’ont pas pu se charger. Vérifiez la connexion, puis réessayez.');
    }
  }
}
