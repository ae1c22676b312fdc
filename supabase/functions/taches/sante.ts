import { bulletinDe, releveSchema, type Releve } from '../../../src/sante/regles/sante.ts';
import { noterDansLesLogs, type Deps, type Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { aMaintenant } from '../_shared/liens.ts';

/** Un relevé sert à tous ceux qui le demandent pendant ce temps : on ne charge pas la base en lisant cette adresse. */
const GARDE_MS = 10_000;

/** Une base qui n'a rien dit au bout de ce temps ne répond pas. */
const PATIENCE_MS = 5_000;

type Bulletin = ReturnType<typeof bulletinDe>;

let dernier: { le: number; bulletin: Promise<Bulletin> } | undefined;

/** Ce que la base dit d'elle-même, ou undefined si elle se tait. */
async function relever(deps: Deps): Promise<Releve | undefined> {
  let minuterie: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((suite) => {
    minuterie = setTimeout(() => suite(undefined), PATIENCE_MS);
  });
  const lecture = deps.base
    .appeler('sante_lire', aMaintenant(deps), releveSchema)
    .catch((erreur: unknown) => noterDansLesLogs('base-muette', erreur))
    .then((releve) => releve ?? undefined);
  try {
    return await Promise.race([lecture, silence]);
  } finally {
    clearTimeout(minuterie);
  }
}

/** Dit si le service marche, à qui le surveille : 200 quand tout va, 503 quand quelque chose s'est arrêté. */
export const direLaSante: Traitement = async (_requete, deps) => {
  const instant = deps.maintenant();
  // L'heure du service embarqué avance par sauts : un relevé d'un autre jour ne vaut plus rien.
  if (!dernier || Math.abs(instant.getTime() - dernier.le) >= GARDE_MS)
    dernier = {
      le: instant.getTime(),
      bulletin: relever(deps).then((releve) => bulletinDe(releve, instant)),
    };
  const bulletin = await dernier.bulletin;
  return json(bulletin.statut === 'bien' ? 200 : 503, bulletin);
};
