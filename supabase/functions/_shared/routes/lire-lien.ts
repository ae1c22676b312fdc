import type { Traitement } from '../deps.ts';
import { json } from '../http.ts';
import { aMaintenant, bilanSchema, lireJeton, repondreBilan } from '../liens.ts';

/** La fonction SQL qui lit un lien, selon ce qu'il permet. */
const LECTURES: Record<string, string> = {
  'confirmer-demande': 'demande_lire',
  'accepter-proposition': 'demande_lire',
  suivre: 'demande_lire',
  'confirmer-contacts': 'declaration_lire',
  'valider-declaration': 'declaration_lire',
};

/** Dit ce qu'un lien permet, sans rien changer : un robot qui ouvre les courriels ne confirme rien. */
export const traiter: Traitement = async (requete, deps) => {
  const lu = await lireJeton(requete);
  if (lu instanceof Response) return lu;
  const { portee } = lu.champs;
  const lecture =
    typeof portee === 'string' && Object.hasOwn(LECTURES, portee) ? LECTURES[portee] : undefined;
  if (lecture === undefined) return json(404, { statut: 'lien-inconnu' });
  return repondreBilan(
    await deps.base.appeler(
      lecture,
      { p_empreinte: lu.empreinte, p_portee: portee, ...aMaintenant(deps) },
      bilanSchema,
    ),
  );
};
