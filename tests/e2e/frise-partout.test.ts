import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SITES } from './construction.ts';
import { copierLeProjet, type Copie } from './copie.ts';
import { fichiersPublies, pagesPubliees } from './textes-publies.ts';

/** Une version figée du kit garde les délais du jour où elle a paru. */
const FIGEE = /^\/kit\/\d{4}\.\d+\/|^\/confidentialite\/$/;

/** Un délai tel qu'une page l'écrit, en jours ou en « J + ». */
const delai = (jours: number) =>
  new RegExp(String.raw`(?<![\d,.])${jours}\s+(?:jours|j)(?!\p{L})|J\s*\+\s*${jours}(?!\d)`, 'giu');

/** Le texte d'une page : une balise au milieu d'un délai (« <b>14</b> jours ») ne le cache pas. */
const texteDe = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&(nbsp|#160|#xa0);/gi, ' ');

type Comptes = Map<string, { reponse: number; accueil: number }>;

/** Combien de fois chaque page dit le délai de réponse et celui de l'accueil. */
async function compter(dossier: string, reponse: number, accueil: number): Promise<Comptes> {
  const pages = await pagesPubliees(dossier, (chemin) => !FIGEE.test(chemin));
  const nombre = (texte: string, jours: number) => texte.match(delai(jours))?.length ?? 0;
  return new Map(
    pages.map(({ chemin, html }) => {
      const texte = texteDe(html);
      return [chemin, { reponse: nombre(texte, reponse), accueil: nombre(texte, accueil) }];
    }),
  );
}

let copie: Copie;
let avant: Comptes;
let apres: Comptes;
let restes: Comptes;

beforeAll(async () => {
  copie = await copierLeProjet();
  await copie.remplacer('content/frise.yaml', 'delaiJours: 14', 'delaiJours: 11');
  await copie.remplacer('content/frise.yaml', 'delaiJours: 30', 'delaiJours: 33');
  // Un autre délai de trente jours est écrit sur les mêmes pages : il change aussi, pour ne pas brouiller les comptes.
  await copie.remplacer('content/frise.yaml', 'apres: 30', 'apres: 33');
  const { code, sortie } = await copie.construire();
  if (code !== 0) throw new Error(sortie.slice(-4000));
  const construite = join(copie.dossier, 'dist');
  avant = await compter(SITES.demonstration.dossier, 14, 30);
  apres = await compter(construite, 11, 33);
  restes = await compter(construite, 14, 30);
});

afterAll(() => copie.supprimer());

describe('un délai changé dans content/frise.yaml', () => {
  it('change partout où il était dit, autant de fois', () => {
    expect(Object.fromEntries(apres)).toEqual(Object.fromEntries(avant));
  });

  it('ne laisse l’ancien délai nulle part', () => {
    const oubliees = [...restes].filter(([, { reponse, accueil }]) => reponse + accueil > 0);
    expect(oubliees).toEqual([]);
  });

  it('ne laisse l’ancien délai dans aucun autre fichier : données, scripts, flux', async () => {
    const construite = join(copie.dossier, 'dist');
    const fichiers = await fichiersPublies(construite, /\.(json|js|xml|csv|svg)$/);
    expect(fichiers.length).toBeGreaterThan(50);
    const oublies = fichiers.filter(({ texte }) => /(?<![\d,.])(?:14|30)\s+jours/.test(texte));
    expect(oublies.map(({ chemin }) => chemin)).toEqual([]);
  });

  it.each([
    '/',
    '/acheteur/',
    '/comment-ca-marche/',
    '/coordination/',
    '/entreprise/',
    '/entreprise/accueil/',
    '/entreprise/notification/',
    '/entreprise/proposition/',
    '/jeune/',
    '/kit/',
    '/kit/presentation/',
    '/partenaire/',
    '/questions/',
    '/tuteur/',
  ])('change sur %s, qui en parle', (chemin) => {
    const { reponse = 0, accueil = 0 } = apres.get(chemin) ?? {};
    expect(reponse + accueil).toBeGreaterThan(0);
  });

  it('change sur la page de chaque parcours disponible', () => {
    const quiEnParlent = [...apres].filter(
      ([chemin, { reponse }]) => /^\/parcours\/[a-z0-9]{8}\/$/.test(chemin) && reponse > 0,
    );
    expect(quiEnParlent.length).toBeGreaterThan(10);
  });
});
