import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { appelerFonction, lireVue, type Reponse, type Role } from './acces.ts';
import type { Base } from './base.ts';
import { creerBoite } from './boite.ts';
import type { Fonctions } from './fonctions.ts';
import type { Fournisseur } from './fournisseur.ts';
import type { Horloge } from './horloge.ts';
import type { Reponses } from './reponses.ts';
import type { Secrets } from './secrets.ts';

export type Dedans = {
  base: Base;
  fonctions: Fonctions;
  fournisseur: Fournisseur;
  reponses: Reponses;
  secrets: Secrets;
  horloge: Horloge;
  /** Adresse du site, la seule origine admise. */
  site: string;
  /** Vrai dans les tests : l'en-tête CF-Connecting-IP de l'appelant est cru. */
  adresseCrue: boolean;
  /** Une déclaration validée demande la reconstruction du site. */
  reconstruire: () => void;
};

/** Au-delà, la lecture s'arrête : les fonctions refusent bien avant. */
const CORPS_MAX = 5_000_000;

/** TRACE, CONNECT et les autres ne passent pas : `fetch` les refuserait. */
const METHODES = ['GET', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

const TRANSMIS = [
  'Content-Type',
  'Origin',
  'Authorization',
  'Access-Control-Request-Method',
  ...['svix-id', 'svix-timestamp', 'svix-signature'],
];

/** Passe la requête aux fonctions, avec l'adresse vraie de l'appelant. */
async function servirFonction(c: Context, { fonctions, adresseCrue, site }: Dedans) {
  const { method, url } = c.req;
  const { pathname, search } = new URL(url);
  const headers = new Headers();
  for (const nom of TRANSMIS) {
    const valeur = c.req.header(nom);
    if (valeur !== undefined) headers.set(nom, valeur);
  }
  const crue = adresseCrue ? c.req.header('CF-Connecting-IP') : undefined;
  headers.set('CF-Connecting-IP', crue ?? getConnInfo(c).remote.address ?? '');
  const body = method === 'GET' || method === 'HEAD' ? null : await c.req.arrayBuffer();
  try {
    return await fonctions.appeler(`${pathname}${search}`, { method, headers, body });
  } catch {
    return c.json({ statut: 'indisponible' }, 503, { 'Access-Control-Allow-Origin': site });
  }
}

/** L'API de la base, à la façon de PostgREST, pour qui présente une clé connue. */
function creerApi(base: Base, { cleAnon, cleService }: Secrets) {
  const api = new Hono<{ Variables: { role: Role } }>();
  const rendre = (c: Context, { statut, json, entetes }: Reponse) =>
    c.newResponse(statut === 204 ? null : json, statut, {
      'Content-Type': 'application/json; charset=utf-8',
      ...entetes,
    });

  api.use(async (c, suite) => {
    const cle = c.req.header('Authorization')?.replace(/^Bearer /, '') ?? c.req.header('apikey');
    if (cle !== cleService && cle !== cleAnon) return c.json({ message: 'Invalid API key' }, 401);
    c.set('role', cle === cleService ? 'service_role' : 'anon');
    return suite();
  });
  api.post('/rpc/:fonction{[a-z_]+}', async (c) => {
    const sansCorps = (await c.req.text()) === '';
    const champs: unknown = sansCorps ? {} : await c.req.json().catch(() => undefined);
    if (typeof champs !== 'object' || champs === null)
      return c.json({ code: 'PGRST102', message: 'Empty or invalid json' }, 400);
    const { fonction } = c.req.param();
    return rendre(c, await appelerFonction(base, c.var.role, fonction, { ...champs }));
  });
  api.get('/:vue{[a-z_]+}', async (c) => {
    const demande = { range: c.req.header('Range') ?? null, prefere: c.req.header('Prefer') ?? '' };
    const { searchParams } = new URL(c.req.url);
    return rendre(c, await lireVue(base, c.var.role, c.req.param('vue'), searchParams, demande));
  });
  return api;
}

/** Le front du service : les adresses de Supabase et du fournisseur de courriels, et la boîte du poste. */
export function creerFront(dedans: Dedans): Hono {
  const { base, fournisseur, horloge, secrets, reconstruire } = dedans;
  const front = new Hono({ strict: false });

  front.use(async (c, suite) => {
    // Pour nos réponses ; celles des fonctions passent telles quelles.
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Content-Security-Policy', "default-src 'none'");
    const { hostname, pathname } = new URL(c.req.url);
    // Une page d'un autre site ne doit pas pouvoir se faire passer pour ce poste en changeant d'adresse (DNS).
    if (!/^(localhost|127\.0\.0\.1)$/.test(hostname))
      return c.json({ message: 'Hôte inconnu' }, 421);
    if (pathname.startsWith('//')) return c.json({ message: 'Adresse illisible' }, 400);
    return suite();
  });
  front.use(
    methodNotAllowed({
      app: front,
      onMethodNotAllowed: (c, methodes) =>
        c.json({ statut: 'methode' }, 405, { Allow: methodes.join(', ') }),
    }),
  );
  front.use(bodyLimit({ maxSize: CORPS_MAX, onError: (c) => c.json({ statut: 'taille' }, 413) }));

  front.on(METHODES, '/functions/v1/*', (c) => servirFonction(c, dedans));
  front.route('/rest/v1', creerApi(base, secrets));
  front.post('/emails', async (c) => {
    const { statut, corps } = await fournisseur.recevoir(
      c.req.header('Authorization'),
      c.req.header('Idempotency-Key'),
      await c.req.text(),
    );
    return c.json(corps, statut);
  });
  front.get('/emails/receiving/:id', (c) => {
    const { statut, corps } = fournisseur.rendre(c.req.header('Authorization'), c.req.param('id'));
    return c.json(corps, statut);
  });
  front.get('/courriels.json', (c) => c.json(fournisseur.courriels));
  front.route('/courriels', creerBoite(fournisseur, horloge, dedans.reponses, secrets.taches));
  front.post('/reconstruction', (c) => {
    if (c.req.query('cle') !== secrets.taches) return c.json({ statut: 'interdit' }, 401);
    reconstruire();
    return c.json({}, 202);
  });

  front.notFound((c) => c.json({}, 404));
  front.onError((erreur, c) => {
    // Seule la garde des formulaires en lève : la boîte ne reçoit que les siens.
    if (erreur instanceof HTTPException) return c.json({ statut: 'interdit' }, erreur.status);
    console.error(erreur);
    return c.json({ message: 'Internal error' }, 500);
  });
  return front;
}
