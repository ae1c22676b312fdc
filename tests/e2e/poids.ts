import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import { visiter } from './navigateur.ts';

/** Budgets, en octets : un aller-retour réseau pour voir la page, peu de script, une première vue légère. */
export const BUDGETS = {
  htmlEtCss: 14_600,
  scripts: 35_000,
  premiereVue: 150_000,
} as const;

export type Poids = {
  /** Corps de la page et des feuilles de style bloquantes, tels qu'envoyés (brotli). */
  htmlEtCss: number;
  /** Tous les scripts chargés, en gzip. */
  scripts: number;
  /** Tout ce que le réseau a porté jusqu'au repos, en-têtes et fontes compris. */
  premiereVue: number;
  /** Scripts qui retardent l'affichage. */
  scriptsBloquants: string[];
  /** Requêtes vers un autre site. */
  tiers: string[];
};

type Ressource = { adresse: string; corps: number; bloquante: boolean };

/** Taille en gzip, lue dans l'en-tête : le navigateur, lui, demande du brotli. */
function tailleGzip(adresse: string): Promise<number> {
  return new Promise((reussir, echouer) => {
    const requete = request(adresse, { headers: { 'accept-encoding': 'gzip' } }, (reponse) => {
      reponse.resume();
      reussir(Number(reponse.headers['content-length']));
    });
    requete.on('error', echouer).end();
  });
}

function estScript(adresse: string): boolean {
  return new URL(adresse).pathname.endsWith('.js');
}

/** Pèse la première vue d'une page sur un téléphone, sans cache, mesurée par le navigateur. */
export async function peser(navigateur: Browser, adresse: string): Promise<Poids> {
  const { page, contexte, incidents, fermer } = await visiter(navigateur, 'about:blank');
  const sonde = await contexte.newCDPSession(page);
  let premiereVue = 0;
  sonde.on('Network.loadingFinished', ({ encodedDataLength }) => {
    premiereVue += encodedDataLength;
  });
  await sonde.send('Network.enable');
  await page.goto(adresse, { waitUntil: 'networkidle' });
  const { html, ressources } = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    const entrees = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
      renderBlockingStatus?: string;
    })[];
    return {
      html: navigation?.encodedBodySize ?? 0,
      ressources: entrees.map((entree) => ({
        adresse: entree.name,
        corps: entree.encodedBodySize,
        bloquante: entree.renderBlockingStatus === 'blocking',
      })),
    };
  });
  await fermer();
  const bloquantes = ressources.filter(({ bloquante }: Ressource) => bloquante);
  const scripts = ressources.filter((ressource) => estScript(ressource.adresse));
  const gzip = await Promise.all(scripts.map((script) => tailleGzip(script.adresse)));
  const origine = new URL(adresse).origin;
  return {
    htmlEtCss: html + bloquantes.reduce((somme, { corps }) => somme + corps, 0),
    scripts: gzip.reduce((somme, taille) => somme + taille, 0),
    premiereVue,
    scriptsBloquants: bloquantes.map((ressource) => ressource.adresse).filter(estScript),
    tiers: incidents.tiers.filter((tiers) => new URL(tiers).origin !== origine),
  };
}
