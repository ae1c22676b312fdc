import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type Env } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { parseAccept } from 'hono/utils/accept';
import { conservation, entetesDeSecurite, seLitParPlages, typeDe } from './entetes.ts';

const TEXTE = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' };

function estLisible(adresse: string): boolean {
  try {
    return !decodeURIComponent(new URL(adresse).pathname).includes('\0');
  } catch {
    return false;
  }
}

/** Une page s'écrit toujours avec sa barre finale, comme dans les liens du site. */
function estPageSansBarre(dossier: string, chemin: string): boolean {
  const page = join(dossier, chemin, 'index.html');
  return !chemin.endsWith('/') && page.startsWith(dossier + sep) && existsSync(page);
}

/** Ne laisse à `serveStatic` que ce qu'il sait lire : il ignore « q=0 », et prend toute étendue abîmée pour la première. */
function simplifier(demande: Headers, chemin: string): void {
  const acceptes = parseAccept(demande.get('Accept-Encoding') ?? '').filter(({ q }) => q > 0);
  demande.set('Accept-Encoding', acceptes.map(({ type }) => type.toLowerCase()).join());
  const plage = /^bytes=(\d+-\d*|-\d+)$/.test(demande.get('Range') ?? '');
  // « If-Range » d'une autre version : le fichier repart entier. Nos étiquettes sont faibles, donc jamais valables ici.
  if (!plage || !seLitParPlages(chemin) || demande.has('If-Range')) demande.delete('Range');
}

/**
 * Le site construit : fichiers compressés d'avance, plages d'octets, revalidation, en-têtes de sécurité.
 * @param dossier chemin absolu du site construit
 * @param officiel site publié en https sur son adresse officielle
 */
export function siteConstruit(dossier: string, officiel: boolean): Hono {
  const securite = Object.entries(entetesDeSecurite(officiel));
  const site = new Hono();

  site.use(async (c, suite) => {
    await suite();
    for (const [nom, valeur] of securite) c.res.headers.set(nom, valeur);
  });

  site.use(async (c, suite) => {
    const { method, path, url, raw } = c.req;
    if (method !== 'GET' && method !== 'HEAD')
      return c.body('Méthode non admise.\n', 405, { ...TEXTE, Allow: 'GET, HEAD' });
    if (!estLisible(url)) return c.body('Adresse mal formée.\n', 400, TEXTE);
    const { pathname, search } = new URL(url);
    // Une double barre au début désignerait un autre site : on n'y renvoie jamais.
    const propre = pathname.replace(/^\/+/, '/');
    const barre = estPageSansBarre(dossier, path) ? '/' : '';
    if (barre || propre !== pathname) {
      c.header('Cache-Control', 'no-cache');
      return c.redirect(`${propre}${barre}${search}`, 308);
    }
    simplifier(raw.headers, path);
    return suite();
  });

  // L'étiquette est posée plus bas : sans elle, Hono lirait chaque fichier en entier pour la calculer.
  site.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'last-modified'] }));

  site.get(
    '*',
    serveStatic({
      root: dossier,
      precompressed: true,
      onFound: async (fichier, c) => {
        const { size, mtime } = await stat(fichier);
        const chemin = c.req.path.replace(/\/$/, '/index.html');
        c.header('Content-Type', typeDe(chemin));
        c.header('Cache-Control', conservation(chemin));
        c.header('Vary', 'Accept-Encoding');
        c.header('ETag', `W/"${size.toString(36)}-${mtime.getTime().toString(36)}"`);
        if (seLitParPlages(chemin)) c.header('Accept-Ranges', 'bytes');
      },
    }),
  );

  const pageIntrouvable = serveStatic({ root: dossier, path: '404.html', precompressed: true });
  site.notFound(async (c: Context<Env, string>) => {
    c.req.raw.headers.delete('Range');
    const page = await pageIntrouvable(c, () => Promise.resolve());
    if (!page) return c.body('Page introuvable.\n', 404, TEXTE);
    c.header('Content-Type', typeDe('/404.html'));
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Encoding');
    c.header('Last-Modified', undefined);
    return c.newResponse(page.body, 404);
  });

  site.onError((erreur, c) => {
    console.error(erreur);
    return c.body('Erreur du serveur.\n', 500, TEXTE);
  });
  return site;
}
