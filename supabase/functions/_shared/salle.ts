import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { TAILLE_MAX_OCTETS } from '../../../src/formulaire/regles/limites.ts';
import { origineDuSite } from './cors.ts';
import { creerDeps, noterDansLesLogs, type Cadre, type Deps, type Traitement } from './deps.ts';
import { estLisible, json } from './http.ts';
import { avecPages, type Pages } from './natif.ts';
import { noterLesRefus } from './refus/journal.ts';

/** Une route : ce qui la traite, et comment elle s'appelle. */
export type Route = {
  traiter: Traitement;
  /** POST quand rien n'est dit. */
  methode?: 'GET' | 'POST';
  /** Vrai pour une route que la garde de sa salle ne concerne pas. */
  publique?: true;
  /** Où mène le formulaire, posté sans JavaScript. */
  pages?: Pages;
};

type Controle = MiddlewareHandler<Cadre>;

/** Un seul client de la base pour toutes les requêtes d'une fonction réveillée. */
let deps: Deps | undefined;

const exigerLaMethode =
  (methode: 'GET' | 'POST'): MiddlewareHandler =>
  (c, next) => {
    // Une surveillance lit souvent les seuls en-têtes : qui répond à GET répond à HEAD.
    const demandee = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    if (demandee === methode) return next();
    const refus = json(405, { statut: 'methode' });
    refus.headers.set('Allow', `${methode}, OPTIONS`);
    return Promise.resolve(refus);
  };

const exigerUnEnvoi: MiddlewareHandler = (c, next) =>
  estLisible(c.req.raw) ? next() : Promise.resolve(json(415, { statut: 'type' }));

/* Ce que l'en-tête annonce de trop n'est pas lu ; sans en-tête, la lecture s'arrête au premier octet de trop. */
const bornerLaTaille = bodyLimit({
  maxSize: TAILLE_MAX_OCTETS,
  onError: () => json(413, { statut: 'taille' }),
});

/**
 * Les routes d'une salle, derrière les mêmes contrôles : origine, garde, méthode, type et taille, dans cet ordre, du
 * moins cher au plus cher. Une panne devient « indisponible », sans détail pour l'appelant.
 * @param nom nom de la fonction : Supabase le laisse en tête du chemin
 * @param garde ce que toute la salle exige, hors ses routes publiques ; aucune ne lit alors d'envoi
 */
export function salle(nom: string, routes: Record<string, Route>, garde?: Controle) {
  const app = new Hono<Cadre>().basePath(`/${nom}`);
  app.onError((erreur) => {
    noterDansLesLogs('fonction-en-erreur', erreur);
    return json(503, { statut: 'indisponible' });
  });
  app.notFound(() => json(404, { statut: 'inconnu' }));
  app.use(async (c, next) => {
    deps ??= creerDeps();
    c.set('deps', deps);
    await next();
  });
  app.use(noterLesRefus(nom, Object.keys(routes)));
  app.use(origineDuSite);
  const brancher = ([chemin, { traiter, methode = 'POST', pages }]: [string, Route]) => {
    const etapes: [Controle, ...Controle[]] = [exigerLaMethode(methode)];
    if (pages) etapes.push(avecPages(pages));
    if (methode === 'POST' && !garde) etapes.push(exigerUnEnvoi, bornerLaTaille);
    etapes.push((c) => traiter(c.req.raw, c.get('deps')));
    app.all(`/${chemin}`, ...etapes);
  };
  const toutes = Object.entries(routes);
  // Avant la garde : Hono passe les contrôles dans l'ordre où ils ont été posés.
  toutes.filter(([, { publique }]) => publique).forEach(brancher);
  if (garde) app.use(garde);
  toutes.filter(([, { publique }]) => !publique).forEach(brancher);
  return app;
}
