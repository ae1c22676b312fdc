import type { MiddlewareHandler } from 'hono';
import type { Cadre } from './deps.ts';
import { refusDe } from './refus/genre.ts';
import { estUnFormulaire, json } from './http.ts';

function repondreALaQuestion(origine: string | undefined, site: string): Response {
  if (origine !== site)
    return refusDe('origine', new Response(null, { status: 403, headers: { Vary: 'Origin' } }));
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': site,
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'content-type',
      'Access-Control-Max-Age': '86400',
      Vary: 'Origin',
    },
  });
}

/**
 * N'admet que le site. Celui de Hono (hono/cors) n'ajoute que des en-têtes : ici une autre origine est refusée avant
 * tout calcul. Sans origine (tâche planifiée), la requête passe : rien ne dépend ici d'un témoin de connexion. « null » ne
 * passe que pour un formulaire posté sans JavaScript, par un navigateur qui tait d'où il vient : un script du site, lui,
 * dit toujours la sienne.
 */
export const origineDuSite: MiddlewareHandler<Cadre> = async (c, next) => {
  const { site } = c.get('deps').config;
  const origine = c.req.header('Origin');
  if (c.req.method === 'OPTIONS') return repondreALaQuestion(origine, site);
  const tue = origine === 'null' && estUnFormulaire(c.req.raw);
  if (origine !== undefined && !tue && origine !== site) return json(403, { statut: 'origine' });
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', site);
  c.res.headers.set('Vary', 'Origin');
  return undefined;
};
