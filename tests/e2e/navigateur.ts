import { buffer } from 'node:stream/consumers';
import axe from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type BrowserServer,
  type Download,
  type Page,
} from 'playwright-core';
import { adresseDuService } from '../../src/site/regles/service.ts';
import { lancementDeChromium } from '../../src/outils/navigateur/chromium.ts';

/** Les pages d'un lien se méfient d'un navigateur qui se dit piloté ; ceux des tests font ce que fait une personne. */
const COMME_UNE_PERSONNE = '--disable-blink-features=AutomationControlled';

/** Les deux largeurs auxquelles tout est vérifié. */
export const ECRANS = {
  telephone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  bureau: { viewport: { width: 1280, height: 800 } },
} as const satisfies Record<string, BrowserContextOptions>;

export type Ecran = keyof typeof ECRANS;

/** Ce qui ne doit jamais arriver pendant une visite ; un test attend `SANS_INCIDENT`. */
export type Incidents = {
  /** Erreurs et avertissements de la console, exceptions non rattrapées. */
  console: string[];
  /** Violations de la politique de contenu. */
  politique: string[];
  /** Requêtes vers un autre site. */
  tiers: string[];
  /** Requêtes sans réponse, ou en erreur (statut 400 et plus). */
  echecs: string[];
};

/** Le service que les pages construites appellent : le leur, pas un tiers. */
export const SERVICE = adresseDuService(process.env);

export const SANS_INCIDENT: Incidents = { console: [], politique: [], tiers: [], echecs: [] };

export type Visite = {
  page: Page;
  contexte: BrowserContext;
  incidents: Incidents;
  fermer: () => Promise<void>;
};

/** Lance un navigateur pour celui qui le demande, avec d'éventuelles options de Chromium en plus. */
export async function lancerNavigateur(options: string[] = []): Promise<Browser> {
  return chromium.launch(await lancementDeChromium([COMME_UNE_PERSONNE, ...options]));
}

/** Lance le navigateur que les fichiers de test se partagent, chaque visite dans son contexte neuf. */
export async function servirUnNavigateur(): Promise<BrowserServer> {
  return chromium.launchServer(await lancementDeChromium([COMME_UNE_PERSONNE]));
}

/** Le navigateur des tests. Le fermer ne ferme que les visites de ce fichier. */
export async function ouvrirNavigateur(): Promise<Browser> {
  const { CSF_ESSAI_NAVIGATEUR } = process.env;
  if (CSF_ESSAI_NAVIGATEUR === undefined) throw new Error('Le navigateur des tests est absent.');
  return chromium.connect(CSF_ESSAI_NAVIGATEUR);
}

async function observer(page: Page, site: string): Promise<Incidents> {
  const incidents: Incidents = { console: [], politique: [], tiers: [], echecs: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) incidents.console.push(message.text());
  });
  page.on('pageerror', (erreur) => incidents.console.push(erreur.message));
  page.on('request', (requete) => {
    const adresse = new URL(requete.url());
    if (adresse.protocol.startsWith('http') && ![site, SERVICE].includes(adresse.origin))
      incidents.tiers.push(adresse.href);
  });
  page.on('requestfailed', (requete) => {
    const raison = requete.failure()?.errorText ?? 'sans réponse';
    // Une requête abandonnée par la page elle-même (nouvelle recherche, départ) n'est pas un échec.
    if (raison !== 'net::ERR_ABORTED') incidents.echecs.push(`${requete.url()} : ${raison}`);
  });
  page.on('response', (reponse) => {
    if (reponse.status() >= 400) incidents.echecs.push(`${reponse.url()} : ${reponse.status()}`);
  });
  await page.exposeFunction('csfViolation', (violation: string) => {
    incidents.politique.push(violation);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (evenement) => {
      const { csfViolation } = window as unknown as { csfViolation: (texte: string) => void };
      csfViolation(`${evenement.effectiveDirective} : ${evenement.blockedURI}`);
    });
  });
  return incidents;
}

/** Mène au service des tests, sur son port libre, ce que les pages envoient au port ordinaire. */
async function menerAuService(contexte: BrowserContext): Promise<void> {
  const { CSF_ESSAI_SERVICE } = process.env;
  if (CSF_ESSAI_SERVICE === undefined || CSF_ESSAI_SERVICE === SERVICE) return;
  await contexte.route(`${SERVICE}/**`, (route, requete) =>
    route.continue({ url: requete.url().replace(SERVICE, CSF_ESSAI_SERVICE) }),
  );
}

/** Attend que les formulaires de la page soient animés : avant, ils se postent comme sans JavaScript. */
async function attendreLesIlots(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null);
  // L'animation finit par des tâches courtes (le brouillon repris, l'adresse lue) : le repos vient après elles.
  await page
    .evaluate(
      () =>
        new Promise<void>((finie) => {
          if (document.querySelector('astro-island') === null) finie();
          else requestIdleCallback(() => setTimeout(() => requestIdleCallback(() => finie()), 50));
        }),
    )
    // Un lien fait pour une autre page y mène aussitôt : il n'y a plus rien à attendre ici.
    .catch(() => undefined);
}

/** Toute page que le test ouvre ou recharge est animée quand il la reprend. */
function animerEnArrivant(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...reglages) => {
    const reponse = await goto(...reglages);
    await attendreLesIlots(page);
    return reponse;
  };
  page.reload = async (...reglages) => {
    const reponse = await reload(...reglages);
    await attendreLesIlots(page);
    return reponse;
  };
}

/**
 * Ouvre une adresse dans un navigateur neuf (ni cache, ni stockage) et note tout incident.
 * @param adresse adresse complète ; son origine est celle du site, tout le reste est un tiers
 */
export async function visiter(
  navigateur: Browser,
  adresse: string,
  { ecran = 'telephone', ...options }: BrowserContextOptions & { ecran?: Ecran } = {},
): Promise<Visite> {
  const contexte = await navigateur.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...ECRANS[ecran],
    ...options,
  });
  await menerAuService(contexte);
  const page = await contexte.newPage();
  const incidents = await observer(page, new URL(adresse).origin);
  if (options.javaScriptEnabled !== false) animerEnArrivant(page);
  await page.goto(adresse, { waitUntil: 'load' });
  return { page, contexte, incidents, fermer: () => contexte.close() };
}

/** Mène une visite sur téléphone à une autre adresse du même site, ses incidents oubliés : pour lire des pages qui ne gardent rien. */
export async function revisiter(visite: Visite, adresse: string): Promise<Visite> {
  for (const genre of Object.values(visite.incidents)) genre.length = 0;
  await visite.page.setViewportSize(ECRANS.telephone.viewport);
  await visite.page.goto(adresse, { waitUntil: 'load' });
  return visite;
}

/** Ce qu'une page a fait télécharger ; le navigateur est dans un autre processus, son disque n'est pas le nôtre. */
export const contenuDe = async (fichier: Download): Promise<Buffer> =>
  buffer(await fichier.createReadStream());

const REGLES_AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Défauts d'accessibilité de la page affichée, lisibles dans un échec de test ; vide si tout va bien. */
export async function defautsDAccessibilite(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  // Seuls les défauts reviennent de la page : le relevé de tout ce qui passe pèse plus que l'examen.
  return page.evaluate(async (regles) => {
    const { axe: examen } = window as unknown as { axe: typeof axe };
    const { violations } = await examen.run(document, {
      runOnly: regles,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        (noeud) => `${id} (${help}) : ${noeud.target.join(' ')} — ${noeud.html.slice(0, 160)}`,
      ),
    );
  }, REGLES_AXE);
}
