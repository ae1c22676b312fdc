import { creerDefi } from '../_shared/defi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';

/** Donne un défi à résoudre avant d'envoyer un formulaire. */
export const traiter: Traitement = async (requete, { config, maintenant }) => {
  if (requete.method !== 'GET') return json(405, { statut: 'methode' });
  return json(200, { ...(await creerDefi(config.secretDefi, maintenant())) });
};
