import { DELAI_MINIMUM_SECONDES } from '../regles/limites.ts';
import type { Route } from '../regles/routes.ts';
import { envoyer, type Reponse } from '../appels/fonctions.ts';
import { Preuve } from '../appels/preuve.ts';

/** L'erreur porte sur l'enveloppe (« preuve », « leurre »), et pas sur ce que la personne a tapé. */
const porteSur = (champ: string, { statut, erreurs }: Reponse) =>
  statut === 'erreurs' && typeof erreurs === 'object' && erreurs !== null && champ in erreurs;

/** Vrai si le navigateur sait calculer une preuve et tirer une clé : il ne le fait qu'à une adresse protégée (https). */
export const estProtege = (): boolean => isSecureContext;

/** L'envoi d'un formulaire à une fonction, avec son enveloppe : case leurre, heure d'ouverture, preuve de travail. */
export class Envoi {
  readonly #fonctions: string;
  readonly #route: Route;
  readonly #preuve: Preuve;
  readonly #ouvertA = Date.now();

  /** @param fonctions adresse des fonctions, sans barre finale */
  constructor(fonctions: string, route: Route) {
    this.#fonctions = fonctions;
    this.#route = route;
    this.#preuve = new Preuve(fonctions, route);
  }

  /** Commence la preuve de travail : à appeler dès que la personne écrit. */
  preparer(): void {
    if (estProtege()) void this.#preuve.preparer();
  }

  /**
   * Envoie, et rend la réponse. Une preuve périmée, ou une case leurre qu'un gestionnaire de mots de passe a remplie,
   * font un second essai, sans rien demander.
   */
  async envoyer(champs: Record<string, unknown>, leurre: string): Promise<Reponse> {
    const reponse = await this.#essayer(champs, leurre);
    if (porteSur('leurre', reponse)) return this.#essayer(champs, '');
    return porteSur('preuve', reponse) ? this.#essayer(champs, leurre) : reponse;
  }

  async #essayer(champs: Record<string, unknown>, leurre: string): Promise<Reponse> {
    const preuve = await this.#preuve.prendre();
    if (preuve === undefined) return { statut: 'indisponible' };
    // Un formulaire rempli par le navigateur part en un instant : on attend ce que la fonction attend.
    const reste = this.#ouvertA + (DELAI_MINIMUM_SECONDES + 1) * 1000 - Date.now();
    if (reste > 0) await new Promise((suite) => setTimeout(suite, reste));
    return envoyer(this.#fonctions, this.#route, {
      ...champs,
      leurre,
      ouvertA: this.#ouvertA,
      preuve,
    });
  }
}

/** Les erreurs par champ d'une réponse 422, ou undefined. */
export function erreursRecues({ statut, erreurs }: Reponse): Record<string, string> | undefined {
  if (statut !== 'erreurs' || typeof erreurs !== 'object' || erreurs === null) return undefined;
  return Object.fromEntries(
    Object.entries(erreurs).filter(
      (paire): paire is [string, string] => typeof paire[1] === 'string',
    ),
  );
}
