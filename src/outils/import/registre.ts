import { createHash } from 'node:crypto';
import { identifiant } from './identite.ts';
import type { Contenu } from './ligne.ts';

/** La place d'une ligne dans le catalogue : son identifiant, et si elle répète une ligne ou un marché déjà vus. */
export type Place = { id: string; double: boolean; memeMarche: boolean };

/** Ce que l'export contient, au fil de sa lecture : des identifiants et des empreintes, jamais de texte. */
export class Registre {
  readonly #cle: string;
  readonly #empreintes = new Map<string, string>();
  readonly #ecartes = new Set<string>();

  constructor(cle: string) {
    this.#cle = cle;
  }

  /** Deux lignes de même identité sont le même parcours si leur contenu est le même, sinon deux parcours. */
  publier(identite: string, contenu: Contenu): Place {
    const empreinte = createHash('sha256')
      .update(JSON.stringify(contenu))
      .digest('base64url')
      .slice(0, 12);
    let rang = 0;
    let id = identifiant(this.#cle, identite, contenu.domaine, rang);
    while (this.#empreintes.has(id) && this.#empreintes.get(id) !== empreinte) {
      rang += 1;
      id = identifiant(this.#cle, identite, contenu.domaine, rang);
    }
    const double = this.#empreintes.has(id);
    this.#empreintes.set(id, empreinte);
    return { id, double, memeMarche: rang > 0 };
  }

  /** Une ligne mise de côté : sa version déjà publiée, s'il y en a une, reste. */
  ecarter(identite: string): string {
    const id = identifiant(this.#cle, identite, '', 0);
    this.#ecartes.add(id);
    return id;
  }

  /** Vrai si rien n'est publiable : un tel export ne ferme rien. */
  get estVide(): boolean {
    return this.#empreintes.size === 0;
  }

  connait(id: string): boolean {
    return this.#empreintes.has(id) || this.#ecartes.has(id);
  }
}
