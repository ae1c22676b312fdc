import { z } from 'zod';
import type { Deps } from './deps.ts';
import { json, lireEnvoi } from './http.ts';
import { empreinteRecue } from './jetons.ts';

/** La réponse d'une étape SQL : un statut, et ce que la page montre. */
export const bilanSchema = z.looseObject({ statut: z.string() });
export type Bilan = z.infer<typeof bilanSchema>;

/** Le statut HTTP de chaque refus ; tout autre statut est une réussite. */
const STATUTS: Record<string, number> = {
  'lien-inconnu': 404,
  inconnu: 404,
  'lien-expire': 410,
  ferme: 409,
  heures: 409,
  limite: 429,
};

export function repondreBilan(bilan: Bilan): Response {
  const reponse = json(STATUTS[bilan.statut] ?? 200, bilan);
  const { secondes } = bilan;
  if (typeof secondes === 'number') reponse.headers.set('Retry-After', String(secondes));
  return reponse;
}

/** Lit un envoi qui porte un jeton, et rend l'empreinte du jeton avec le reste ; ou la réponse qui le refuse. */
export async function lireJeton(
  requete: Request,
): Promise<{ empreinte: string; champs: Record<string, unknown> } | Response> {
  const envoi = await lireEnvoi(requete);
  if (envoi instanceof Response) return envoi;
  const empreinte = await empreinteRecue(envoi.champs.jeton);
  // Un jeton coupé par une messagerie n'est pas une faute de saisie : le lien est inconnu.
  if (empreinte === undefined) return json(404, { statut: 'lien-inconnu' });
  return { empreinte, champs: envoi.champs };
}

/** Les paramètres communs des étapes SQL. */
export const aMaintenant = (deps: Deps) => ({ p_maintenant: deps.maintenant().toISOString() });
