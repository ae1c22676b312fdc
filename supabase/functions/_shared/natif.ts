import type { MiddlewareHandler } from 'hono';
import type { Cadre } from './deps.ts';
import { genreDuRefus, refusDe } from './refus/genre.ts';
import { estUnFormulaire } from './http.ts';

export type Pages = {
  /** Page qui dit que c'est reçu. */
  envoyee: string;
  /** Page qui dit de revenir en arrière et de corriger. */
  incomplete: string;
};

/** Un formulaire posté sans JavaScript reçoit une page du site plutôt que du JSON ; le statut est dans le fragment. */
export function avecPages({ envoyee, incomplete }: Pages): MiddlewareHandler<Cadre> {
  return async (c, next) => {
    await next();
    if (!estUnFormulaire(c.req.raw)) return;
    const { site } = c.get('deps').config;
    const { ok } = c.res;
    const genre = genreDuRefus(c.res);
    const { statut } = (await c.res.json()) as { statut: string };
    // Vidée d'abord : sinon Hono reporterait les en-têtes de la réponse remplacée.
    c.res = undefined;
    const page = ok ? envoyee : `${incomplete}#${statut}`;
    const renvoi = new Response(null, {
      status: 303,
      headers: { Location: `${site}${page}`, 'Cache-Control': 'no-store' },
    });
    c.res = genre === undefined ? renvoi : refusDe(genre, renvoi);
  };
}
