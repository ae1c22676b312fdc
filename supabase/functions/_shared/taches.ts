import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Tache } from '../../../src/sante/regles/taches.ts';
import { codeDe, noterDansLesLogs, type Cadre, type Deps, type Traitement } from './deps.ts';
import { json } from './http.ts';
import { empreinteDe } from './jetons.ts';
import { aMaintenant } from './liens.ts';
import type { Route } from './salle.ts';

/** Réserve une salle aux tâches planifiées, qui connaissent leur secret. */
export const reserveAuxTaches: MiddlewareHandler<Cadre> = async (c, next) => {
  const [attendue, presentee] = await Promise.all([
    empreinteDe(`Bearer ${c.get('deps').config.secretTaches}`),
    empreinteDe(c.req.header('Authorization') ?? ''),
  ]);
  // Comparer deux empreintes : la durée de la comparaison n'apprend rien sur le secret.
  return attendue === presentee ? next() : json(401, { statut: 'interdit' });
};

/* La base ne répond peut-être plus : un passage qui ne se note pas n'arrête pas la tâche, et la surveillance le verra. */
const noterLePassage = (p_tache: Tache, p_erreur: string | null, deps: Deps) =>
  deps.base
    .appeler('tache_passee', { p_tache, p_erreur, ...aMaintenant(deps) }, z.unknown())
    .catch((erreur: unknown) => noterDansLesLogs('passage-non-note', erreur));

/** Une tâche planifiée : chaque passage se note, réussi ou non, pour que la surveillance sache s'il en vient encore. */
export function planifiee(tache: Tache, traiter: Traitement): Route {
  return {
    traiter: async (requete, deps) => {
      try {
        const reponse = await traiter(requete, deps);
        await noterLePassage(tache, null, deps);
        return reponse;
      } catch (erreur) {
        await noterLePassage(tache, codeDe(erreur), deps);
        throw erreur;
      }
    },
  };
}
