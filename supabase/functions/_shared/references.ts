import { SIGNES } from '../../../src/socle/signes.ts';
import { DEJA_PRIS, ErreurDeBase } from './base.ts';

export function tirerSignes(longueur: number): string {
  let signes = '';
  while (signes.length < longueur) {
    const [octet = 0] = crypto.getRandomValues(new Uint8Array(1));
    // Au-delà du dernier multiple, le reste favoriserait les premiers signes.
    if (octet < 256 - (256 % SIGNES.length)) signes += SIGNES[octet % SIGNES.length] ?? '';
  }
  return signes;
}

export const tirerReference = (lettre: 'D' | 'M' | 'P') => `${lettre}-${tirerSignes(6)}`;

/** Recommence quand une référence tirée au hasard est déjà prise. */
export async function avecReferenceLibre<T>(ecrire: () => Promise<T>): Promise<T> {
  for (let essai = 1; ; essai += 1) {
    try {
      return await ecrire();
    } catch (erreur) {
      if (essai === 3 || !(erreur instanceof ErreurDeBase) || erreur.code !== DEJA_PRIS)
        throw erreur;
    }
  }
}
