import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { lireJeton, repondreBilan } from '../_shared/liens.ts';
import { corpsDuTableau, lireTableau } from '../_shared/suivi/tableau.ts';

/** Les liens que chaque page sait montrer : celle de l'équipe montre aussi, en lecture seule, une académie. */
const PAGES: Record<string, readonly string[]> = {
  dossiers: ['dossiers'],
  equipe: ['equipe', 'coordination'],
  coordination: ['equipe', 'coordination'],
};

/** Montre un tableau à qui a son lien. Un lien n'ouvre que la page pour laquelle il a été envoyé. */
export const traiter: Traitement = async (requete, deps) => {
  const envoi = await lireJeton(requete);
  if (envoi instanceof Response) return envoi;
  const { portee } = envoi.champs;
  const admises = typeof portee === 'string' && Object.hasOwn(PAGES, portee) ? PAGES[portee] : [];
  const lu = await lireTableau(envoi.empreinte, deps);
  if (lu.statut !== 'ouvert') return repondreBilan(lu);
  if (!admises?.includes(lu.portee)) return json(404, { statut: 'lien-inconnu' });
  return json(200, await corpsDuTableau(lu, deps));
};
