import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';

/** Envoie les courriels dus, dont ceux qu'un premier essai n'a pas remis. */
export const envoyerLesCourriels: Traitement = async (_requete, deps) =>
  json(200, { statut: 'fait', tentes: await envoyerCourriels(deps) });
