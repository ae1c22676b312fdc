import { echeanceDe } from '../../../../src/suivi/regles/page.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';
import type { RoleDeSuivi } from '../../../../src/suivi/regles/mots.ts';
import { phraseDuTour } from '../../../../src/suivi/regles/phrases.ts';
import type { Attente } from '../courriels/suivi/donnees-suivi.ts';

/** Ce qu'un courriel dit à ce rôle de ce qui est attendu ; null quand le suivi est fini. */
export function attenteDe(suivi: Suivi, role: RoleDeSuivi): Attente | null {
  const { prochaine } = suivi;
  if (prochaine === null) return null;
  const echeance = echeanceDe(prochaine, role);
  return {
    phrase: phraseDuTour(suivi, role),
    aVous: prochaine.qui === role,
    avantLe: echeance?.jour ?? null,
    ...(echeance?.vers ? { vers: true } : {}),
  };
}
