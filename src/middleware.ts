import { defineMiddleware } from 'astro:middleware';
import { typographierHtml } from './socle/typographie.ts';

/** La typographie se règle en un seul endroit, pour les gabarits comme pour les contenus. */
export const onRequest = defineMiddleware(async (_contexte, suite) => {
  const reponse = await suite();
  if (!reponse.headers.get('content-type')?.startsWith('text/html')) return reponse;
  return new Response(typographierHtml(await reponse.text()), reponse);
});
