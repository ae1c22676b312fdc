import type { MiddlewareHandler } from 'hono';
import { REFUS_COMPTES } from '../../../../src/formulaire/regles/durete.ts';
import type { Cadre } from '../deps.ts';
import { genreDuRefus } from './genre.ts';
import { compterUnRefus } from './reseau.ts';

/**
 * Laisse une ligne par refus, où l'exploitant compte par genre. Elle ne porte que des mots écrits ici : le nom de la
 * route vient de la liste des routes, jamais de l'adresse demandée.
 */
export function noterLesRefus(salle: string, routes: readonly string[]): MiddlewareHandler<Cadre> {
  return async (c, next) => {
    await next();
    const genre = genreDuRefus(c.res);
    if (genre === undefined) return;
    const chemin = c.req.path.slice(salle.length + 2);
    const route = routes.includes(chemin) ? chemin : 'inconnue';
    console.log(JSON.stringify({ evenement: 'refus', salle, route, genre }));
    if (REFUS_COMPTES.includes(genre)) compterUnRefus(c.req.raw, c.get('deps'));
  };
}
