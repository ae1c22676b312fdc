import type { Evenement, RoleDeSuivi } from '../../../../src/core/evenement.ts';
import type { Suivi } from '../../../../src/core/suivi.ts';
import type { Attente } from '../courriels/donnees-suivi.ts';

export function nouvelleDe(evenement: Evenement): string {
  return `Du nouveau : ${evenement.genre}`;
}

export function attenteDe(suivi: Suivi, role: RoleDeSuivi): Attente | null {
  const { prochaine } = suivi;
  if (prochaine === null) return null;
  return { phrase: prochaine.quoi, aVous: prochaine.qui === role, avantLe: prochaine.avantLe };
}
