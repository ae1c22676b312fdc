import type { MiddlewareHandler } from 'hono';
import type { Cadre } from './deps.ts';
import { json } from './http.ts';

function repondreALaQuestion(origine: string | undefined, site: string): Response {
  const admise = origine === site;
  return new Response(null, {
    status: admise ? 204 : 403,
    headers: admise
      ? {
          'Access-Control-Allow-Origin': site,
          'Access-Control-Allow-Methods': 'GET, POST',
          'Access-Control-Allow-Headers': 'content-type',
          'Access-Control-Max-Age': '86400',
          Vary: 'Origin',
        }
      : { Vary: 'Origin' },
  });
}

/**
 * N'admet que le site. Celui de Hono (hono/cors) n'ajoute que des en-têtes : ici une autre origine est refusée avant
 * tout calcul. Sans origine (tâche planifiée) ou « null » (formulaire posté par un navigateur qui la tait), la requête
 * passe : rien ne dépend ici d'un témoin de connexion.
 */
export const origineDuSite: MiddlewareHandler<Cadre> = async (c, next) => {
  const { site } = c.get('deps').config;
  const origine = c.req.header('Origin');
  if (c.req.method === 'OPTIONS') return repondreALaQuestion(origine, site);
  if (origine !== undefined && origine !== 'null' && origine !== site)
    return json(403, { statut: 'origine' });
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', site);
  c.res.headers.set('Vary', 'Origin');
  return undefined;
};
