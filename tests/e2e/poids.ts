import { request } from 'node:http';
import type { Browser, Page, Request } from 'playwright-core';
import { SERVICE, visiter } from './navigateur.ts';

/** Budgets, en octets : un aller-retour réseau pour voir la page, peu de script, une première vue légère. */
export const BUDGETS = {
  htmlEtCss: 14_600,
  scripts: 35_000,
  premiereVue: 150_000,
  /** Une page de résultats charge le moteur Pagefind et les extraits : il ne sert qu'à elle. */
  premiereVueAvecMoteur: 230_000,
  /** Une page où l'on tape porte React : ses scripts, en brotli, y compris ce qui n'arrive qu'à la première frappe. */
  scriptsAvecReact: 110_000,
  /** Le formulaire d'une action, page du suivi comprise : c'est la page qui porte le plus de règles. */
  scriptsDUneAction: 113_000,
  /** Les listes de noms n'arrivent que pour relire un texte libre, une fois la frappe posée. */
  scriptsApresRelecture: 117_500,
  premiereVueAvecReact: 230_000,
} as const;

export type Poids = {
  /** Corps de la page et des feuilles de style bloquantes, tels qu'envoyés (brotli). */
  htmlEtCss: number;
  /** Vrai si des pièces React s'animent dans la page. */
  avecReact: boolean;
  /** Tous les scripts chargés, en gzip. */
  scripts: number;
  /** Les mêmes, et ceux qui arrivent à la première frappe, en brotli. */
  scriptsEnTapant: number;
  /** Combien de scripts sont arrivés à la première frappe. */
  arrivesEnTapant: number;
  /** Tout ce que le réseau a porté jusqu'au repos, en-têtes et fontes compris. */
  premiereVue: number;
  /** Scripts qui retardent l'affichage. */
  scriptsBloquants: string[];
  /** Requêtes vers un autre site. */
  tiers: string[];
};

/** Taille compressée, lue dans l'en-tête. */
function tailleEn(codage: 'gzip' | 'br', adresse: string): Promise<number> {
  return new Promise((reussir, echouer) => {
    const requete = request(adresse, { headers: { 'accept-encoding': codage } }, (reponse) => {
      reponse.resume();
      reussir(Number(reponse.headers['content-length']));
    });
    requete.on('error', echouer).end();
  });
}

function estScript(adresse: string): boolean {
  return new URL(adresse).pathname.endsWith('.js');
}

/** Adresses des ressources qui retardent l'affichage, selon le navigateur. */
function ressourcesBloquantes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(
        (entree) => 'renderBlockingStatus' in entree && entree.renderBlockingStatus === 'blocking',
      )
      .map((entree) => entree.name),
  );
}

/* Les champs où l'on écrit : une case à cocher ou une liste ne demande pas encore de règle. */
const CHAMP = ['textarea', ...['text', 'email', 'tel', 'search'].map((t) => `input[type=${t}]`)]
  .map((champ) => `astro-island form ${champ}:visible`)
  .join(', ');

/** Tape un signe dans le premier champ, comme quelqu'un qui commence, si la page en montre un d'emblée. */
async function commencerATaper(page: Page): Promise<void> {
  const champ = page.locator(CHAMP).first();
  if ((await champ.count()) === 0) return;
  await champ.pressSequentially('a');
  // « networkidle » est déjà passé : on laisse à ce qui part à la frappe le temps d'arriver.
  await page.waitForTimeout(1_500);
}

/** Tous les scripts qu'une page a chargés, en brotli, cache compris. */
export async function scriptsCharges(page: Page): Promise<number> {
  const adresses = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  const scripts = [...new Set(adresses)].filter(estScript);
  return somme(await Promise.all(scripts.map((adresse) => tailleEn('br', adresse))));
}

function somme(nombres: number[]): number {
  return nombres.reduce((total, nombre) => total + nombre, 0);
}

/** Pèse la première vue d'une page sur un téléphone, sans cache, mesurée par le navigateur. */
export async function peser(navigateur: Browser, adresse: string): Promise<Poids> {
  const { page, fermer } = await visiter(navigateur, 'about:blank');
  const requetes: Request[] = [];
  // Playwright suit aussi les requêtes d'un « worker » : le moteur de recherche en est un.
  page.on('requestfinished', (requete) => requetes.push(requete));
  await page.goto(adresse, { waitUntil: 'networkidle' });
  const bloquantes = await ressourcesBloquantes(page);
  const ressources = await Promise.all(
    requetes.map(async (requete) => {
      const { responseBodySize: corps, responseHeadersSize: entetes } = await requete.sizes();
      return { adresse: requete.url(), document: requete.isNavigationRequest(), corps, entetes };
    }),
  );
  const adresses = [...new Set(ressources.map((ressource) => ressource.adresse))];
  const avecReact = (await page.locator('astro-island').count()) > 0;
  if (avecReact) await commencerATaper(page);
  const enTapant = [...new Set(requetes.map((requete) => requete.url()))].filter(estScript);
  await fermer();
  const retardent = ressources.filter((r) => r.document || bloquantes.includes(r.adresse));
  return {
    htmlEtCss: somme(retardent.map(({ corps }) => corps)),
    avecReact,
    scripts: somme(
      await Promise.all(adresses.filter(estScript).map((lue) => tailleEn('gzip', lue))),
    ),
    scriptsEnTapant: somme(await Promise.all(enTapant.map((lue) => tailleEn('br', lue)))),
    arrivesEnTapant: enTapant.length - adresses.filter(estScript).length,
    premiereVue: somme(ressources.map(({ corps, entetes }) => corps + entetes)),
    scriptsBloquants: bloquantes.filter(estScript),
    tiers: adresses.filter(
      (autre) => ![new URL(adresse).origin, SERVICE].includes(new URL(autre).origin),
    ),
  };
}
