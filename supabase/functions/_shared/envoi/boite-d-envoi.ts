import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { prisSchema } from './pris.ts';

/** Courriels pris en une fois : tous partent avant la fin de leur réservation de deux minutes. */
const PAR_LOT = 10;

/** Resend admet deux envois par seconde ; un fournisseur imité n'a pas cette limite. En millisecondes. */
const CADENCE = 500;

/** Envoie tout ce qui est dû ; rend le nombre de courriels tentés. */
export async function envoyerCourriels(deps: Deps): Promise<number> {
  let tentes = 0;
  for (;;) {
    const lot = await deps.base.appeler(
      'courriels_prendre',
      { p_limite: PAR_LOT, p_maintenant: deps.maintenant().toISOString() },
      z.array(prisSchema),
    );
    if (lot.length === 0) return tentes;
    // Seulement ici : React, les agendas et le fournisseur pèsent plus que le reste, et peu de réponses en ont besoin.
    const { expedier } = await import('./expedition.ts');
    if (deps.config.adresseResend) await Promise.all(lot.map((pris) => expedier(pris, deps)));
    else
      for (const pris of lot) {
        await expedier(pris, deps);
        await new Promise((suite) => setTimeout(suite, CADENCE));
      }
    tentes += lot.length;
    if (lot.length < PAR_LOT) return tentes;
  }
}
