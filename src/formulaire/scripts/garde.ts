import { Brouillon } from './brouillon.ts';
import { trouver } from '../../ui/dom.ts';
import { Envoi, erreursRecues, montrerRefus } from './envoi.ts';
import { lireChamps, montrerErreurs, remplirChamps, texteDesChamps } from './formulaire.ts';
import type { Reponse } from '../appels/fonctions.ts';
import type { Route } from '../regles/routes.ts';

const GARDE = 'Ce que vous écrivez reste sur cet appareil jusqu’à l’envoi, sept jours au plus.';
const REPRIS = 'Nous avons repris votre brouillon.';

/** Un formulaire dont le brouillon reste dans le navigateur, et qui part vers une fonction, une seule fois. */
export class FormulaireGarde {
  readonly formulaire: HTMLFormElement;
  readonly envoi: Envoi;
  readonly #racine: HTMLElement;
  readonly #brouillon: Brouillon;
  /* Le même contenu renvoyé porte la même clé : la base ne le reçoit qu'une fois. */
  #cle: string | undefined;
  #enCours = false;

  /** @param nom nom du brouillon */
  constructor(racine: HTMLElement, nom: string, route: Route) {
    this.#racine = racine;
    this.formulaire = trouver(racine, 'form');
    this.formulaire.noValidate = true;
    this.envoi = new Envoi(this.formulaire.dataset.fonctions ?? '', route);
    this.#brouillon = new Brouillon(nom);
    this.formulaire.addEventListener('input', () => {
      this.#cle = undefined;
      this.envoi.preparer();
      this.garder();
    });
    trouver(racine, '[data-effacer]').addEventListener('click', () => this.#effacer());
  }

  /** Remet le brouillon, s'il y en a un ; `sauf` : ce que l'adresse de la page impose. */
  reprendre(sauf: Record<string, string> = {}): void {
    const textes = this.#brouillon.lire();
    if (textes || Object.keys(sauf).length > 0)
      remplirChamps(this.formulaire, { ...textes, ...sauf });
    this.#direBrouillon(textes ? `${REPRIS} ${GARDE}` : GARDE, textes !== undefined);
  }

  garder(): void {
    const textes = texteDesChamps(this.formulaire);
    // Un accord se donne à chaque envoi.
    delete textes.consentement;
    this.#brouillon.garder(textes);
    this.#direBrouillon(GARDE, true);
  }

  #direBrouillon(phrase: string, aEffacer: boolean) {
    const note = trouver(this.#racine, '[data-brouillon]');
    if (note.textContent !== phrase) note.textContent = phrase;
    trouver<HTMLElement>(this.#racine, '[data-effacer]').hidden = !aEffacer;
  }

  #effacer() {
    this.#brouillon.effacer();
    this.formulaire.reset();
    montrerErreurs(this.formulaire, {});
    this.#direBrouillon('Votre brouillon est effacé.', false);
    this.formulaire.dispatchEvent(new Event('change'));
    this.formulaire.querySelector<HTMLElement>('input:not([name=leurre]), select')?.focus();
  }

  /** Les champs tels que le schéma les attend, avec la clé de cet envoi. */
  lire(): Record<string, unknown> {
    this.#cle ??= crypto.randomUUID();
    return { cle: this.#cle, ...lireChamps(this.formulaire) };
  }

  /**
   * Envoie une fois, même si l'on appuie deux fois. Rend la réponse si c'est reçu ; sinon montre pourquoi.
   * @param courriel objet et texte du courriel préparé, si le service ne répond pas
   */
  async envoyer(
    champs: Record<string, unknown>,
    bouton: HTMLButtonElement,
    courriel: () => { objet: string; texte: string },
    montrer: (erreurs: Record<string, string>) => void,
  ): Promise<Reponse | undefined> {
    if (this.#enCours) return undefined;
    this.#enCours = true;
    const intitule = bouton.textContent;
    bouton.setAttribute('aria-disabled', 'true');
    bouton.textContent = 'Envoi en cours…';
    trouver<HTMLElement>(this.#racine, '[data-envoi-refuse]').hidden = true;
    const leurre = trouver<HTMLInputElement>(this.formulaire, '[name=leurre]').value;
    const reponse = await this.envoi.envoyer(champs, leurre);
    this.#enCours = false;
    bouton.removeAttribute('aria-disabled');
    bouton.textContent = intitule;
    const erreurs = erreursRecues(reponse);
    if (reponse.statut === 'recu' || reponse.statut === 'recue') {
      this.#brouillon.effacer();
      return reponse;
    }
    if (erreurs) montrer(erreurs);
    else {
      const { objet, texte } = courriel();
      montrerRefus(this.#racine, reponse, objet, texte);
    }
    return undefined;
  }

  /** Remplace le formulaire par ce qui vient de se passer, avec la référence. */
  montrerRecu(reference: unknown): void {
    const recu = trouver<HTMLElement>(this.#racine, '[data-recu]');
    trouver(recu, '[data-reference]').textContent = String(reference);
    this.formulaire.hidden = true;
    recu.hidden = false;
    recu.focus();
  }
}
