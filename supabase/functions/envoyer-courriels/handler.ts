import { envoyerCourriels } from '../_shared/courriels/envoi.ts';
import { json } from '../_shared/http.ts';
import { reserveAuxTaches } from '../_shared/taches.ts';

/** Envoie les courriels dus, dont ceux qu'un premier essai n'a pas remis. */
export const traiter = reserveAuxTaches(async (_requete, deps) =>
  json(200, { statut: 'fait', tentes: await envoyerCourriels(deps) }),
);
