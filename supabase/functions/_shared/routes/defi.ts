import { creerDefi } from '../defi.ts';
import type { Traitement } from '../deps.ts';
import { json } from '../http.ts';

export const methode = 'GET';

/** Donne un défi à résoudre avant d'envoyer un formulaire. */
export const traiter: Traitement = async (_requete, { config, maintenant }) =>
  json(200, { ...(await creerDefi(config.secretDefi, maintenant())) });
