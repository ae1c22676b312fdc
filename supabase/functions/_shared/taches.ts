import type { MiddlewareHandler } from 'hono';
import type { Cadre } from './deps.ts';
import { json } from './http.ts';
import { empreinteDe } from './jetons.ts';

/** Réserve une salle aux tâches planifiées, qui connaissent leur secret. */
export const reserveAuxTaches: MiddlewareHandler<Cadre> = async (c, next) => {
  const [attendue, presentee] = await Promise.all([
    empreinteDe(`Bearer ${c.get('deps').config.secretTaches}`),
    empreinteDe(c.req.header('Authorization') ?? ''),
  ]);
  // Comparer deux empreintes : la durée de la comparaison n'apprend rien sur le secret.
  return attendue === presentee ? next() : json(401, { statut: 'interdit' });
};
