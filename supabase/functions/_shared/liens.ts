import { z } from 'zod';
import { PAGE_DU_LIEN, type Portee } from '../../../src/lien/regles/portees.ts';
import { envoyerCourriels } from './envoi/boite-d-envoi.ts';
import type { Deps, Traitement } from './deps.ts';
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
  'trop-de-demandes': 409,
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

/** Fait l'étape SQL qu'un lien permet, envoie les courriels qu'elle a écrits, et rend son bilan. */
export async function faireUneEtape(
  etape: string,
  p_empreinte: string,
  parametres: Record<string, unknown>,
  deps: Deps,
): Promise<Bilan> {
  const bilan = await deps.base.appeler(
    etape,
    { p_empreinte, ...parametres, ...aMaintenant(deps) },
    bilanSchema,
  );
  deps.enArriere(envoyerCourriels(deps));
  return bilan;
}

const PORTEES = Object.keys(PAGE_DU_LIEN) as [Portee, ...Portee[]];

const luSchema = z.object({ portee: z.enum(PORTEES).nullable(), lu: bilanSchema });

/** Ce qu'une salle répond à un lien valable, à partir de ce que la base en a lu. */
export type Montrer = (lu: Bilan, deps: Deps) => object | Promise<object>;

/**
 * Dit ce qu'un lien ouvre, sans rien changer : un robot qui visite les courriels ne confirme rien. La page n'envoie que
 * le jeton ; elle apprend ce qu'il est. Une salle ne montre que ses propres liens : d'un autre, elle ne dit que la portée.
 */
export function lireUnLien(montrer: Partial<Record<Portee, Montrer>>): Traitement {
  return async (requete, deps) => {
    const envoi = await lireJeton(requete);
    if (envoi instanceof Response) return envoi;
    const { portee, lu } = await deps.base.appeler(
      'lien_lire',
      { p_empreinte: envoi.empreinte, ...aMaintenant(deps) },
      luSchema,
    );
    if (portee === null || lu.statut === 'lien-inconnu')
      return json(404, { statut: 'lien-inconnu' });
    const montre = montrer[portee];
    if (!montre) return json(200, { statut: 'autre-page', portee });
    if (lu.statut === 'lien-expire') return repondreBilan({ ...lu, portee });
    return json(200, { ...(await montre(lu, deps)), portee });
  };
}
