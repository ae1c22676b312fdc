import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Remarque } from './remarques.ts';

export const STATUTS = ['publié avec avertissement', 'mis de côté', 'clos', 'information'] as const;
export type Statut = (typeof STATUTS)[number];

/** `ligne` : numéro dans le fichier, ou null pour ce qui ne vient pas d'une ligne. */
export type Entree = Remarque & { ligne: number | null; statut: Statut };

const TITRES = ['ligne', 'colonne', 'statut', 'motif', 'comment corriger'];

/** Une cellule sûre pour un tableur : jamais une formule, toujours entre guillemets s'il le faut. */
export function cellule(valeur: string): string {
  const inerte = /^[=+\-@\t\r]/.test(valeur) ? `'${valeur}` : valeur;
  return /[";\n\r]/.test(inerte) ? `"${inerte.replaceAll('"', '""')}"` : inerte;
}

/** Rapport au fil de l'eau, en CSV à points-virgules avec marque UTF-8 : ce que lit un tableur français. */
export class Rapport {
  readonly #flux: WriteStream;

  constructor(fichier: string) {
    this.#flux = createWriteStream(fichier);
    this.#flux.write(`\ufeff${TITRES.join(';')}\r\n`);
  }

  async ajouter({ ligne, colonne, statut, motif, correction }: Entree): Promise<void> {
    const valeurs = [String(ligne ?? ''), colonne, statut, motif, correction];
    if (!this.#flux.write(`${valeurs.map(cellule).join(';')}\r\n`)) await once(this.#flux, 'drain');
  }

  async fermer(): Promise<void> {
    this.#flux.end();
    await once(this.#flux, 'close');
  }
}
