import { identifiant, identite } from './identite.ts';
import { formeDe, type LigneDeTable, ranger, REQUISES } from './lecture.ts';

/**
 * Ce que la première lecture apprend, avant d'anonymiser : les parcours que l'export nomme à coup sûr, et si sa
 * dernière ligne est coupée. Une ligne publiée ou mise de côté garde toujours le parcours de sa seule identité.
 */
export class Apercu {
  readonly #cle: string;
  readonly #nommes = new Set<string>();
  #courtes = 0;
  #derniereCourte = false;

  constructor(cle: string) {
    this.#cle = cle;
  }

  examiner({ cellules, enTete }: LigneDeTable): void {
    const forme = formeDe(cellules, enTete, REQUISES);
    this.#derniereCourte = forme === 'courte' || forme === 'trop-courte';
    if (this.#derniereCourte) this.#courtes += 1;
    if (forme === 'trop-longue' || forme === 'trop-courte') return;
    this.#nommes.add(identifiant(this.#cle, identite(ranger(cellules, enTete)), '', 0));
  }

  nomme(id: string): boolean {
    return this.#nommes.has(id);
  }

  /**
   * Seule la dernière ligne est plus courte que l'en-tête : le fichier s'arrête sans doute trop tôt. Quand d'autres le
   * sont aussi, c'est l'habitude de l'export, qui ne dit rien.
   */
  get estCoupe(): boolean {
    return this.#derniereCourte && this.#courtes === 1;
  }
}
