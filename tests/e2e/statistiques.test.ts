import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Parcours } from '../../src/parcours/regles/parcours.ts';
import type { Statistique } from '../../src/chiffres/regles/statistiques.ts';
import { demarrer, type SiteServi } from '../../src/outils/serveur/serveur.ts';
import { construire } from './construction.ts';
import { copierLeProjet, type Copie } from './copie.ts';
import {
  defautsDAccessibilite,
  ECRANS,
  ouvrirNavigateur,
  SANS_INCIDENT,
  visiter,
  type Ecran,
} from './navigateur.ts';
import { PARCOURS, parcoursEnEtat } from './pages.ts';

const OFFRE = parcoursEnEtat('disponible');
const AUTRE = PARCOURS.find(({ id }) => id !== OFFRE.id) ?? OFFRE;

const uneStatistique = (champs: Partial<Statistique>): Statistique => ({
  groupe: 'ensemble',
  cle: '',
  mesure: 'reponse',
  effectif: 40,
  mediane: 9,
  repartition: { '0-3': 10, '4-7': 5, '8-14': 15, '15+': 10 },
  ...champs,
});

const STATISTIQUES = [
  uneStatistique({}),
  uneStatistique({
    mesure: 'accueil',
    effectif: 20,
    mediane: 26.5,
    repartition: { '0-14': 5, '15-30': 8, '31+': 7 },
  }),
  uneStatistique({
    mesure: 'reponse-a-temps',
    effectif: 50,
    mediane: null,
    repartition: { 'a-temps': 30, 'en-retard': 20 },
  }),
  uneStatistique({
    mesure: 'avec-un-jeune',
    effectif: 80,
    mediane: null,
    repartition: { avec: 33, sans: 47 },
  }),
  uneStatistique({ groupe: 'academie', cle: 'lyon', effectif: 12, repartition: { '0+': 12 } }),
  uneStatistique({ groupe: 'mois', cle: '2026-10', effectif: 9, repartition: { '0+': 9 } }),
  uneStatistique({ groupe: 'parcours', cle: OFFRE.id, effectif: 6, repartition: { '0+': 6 } }),
];

const enLigne = ({
  horairesAmenages: horaires_amenages,
  gratificationPrevue: gratification_prevue,
  publieLe: publie_le,
  finLe: fin_le,
  finReconductionLe: fin_reconduction_le,
  ...reste
}: Parcours) => ({
  ...reste,
  horaires_amenages,
  gratification_prevue,
  publie_le,
  fin_le,
  fin_reconduction_le,
});

/** Une base de théâtre : deux parcours, et les statistiques ci-dessus. */
async function ouvrirLaBase(): Promise<{ base: Server; adresse: string }> {
  const catalogue = [OFFRE, AUTRE].map(enLigne).sort((a, b) => (a.id < b.id ? -1 : 1));
  const base = createServer((requete, reponse) => {
    const { pathname, searchParams } = new URL(requete.url ?? '', 'http://base.example');
    const lignes = pathname.endsWith('/statistiques') ? STATISTIQUES : catalogue;
    const debut = Number(searchParams.get('offset') ?? 0);
    const page = lignes.slice(debut, debut + Number(searchParams.get('limit')));
    const plage = page.length > 0 ? `${debut}-${debut + page.length - 1}` : '*';
    reponse.writeHead(206, {
      'Content-Type': 'application/json',
      'Content-Range': `${plage}/${lignes.length}`,
    });
    reponse.end(JSON.stringify(page));
  }).listen(0, '127.0.0.1');
  await once(base, 'listening');
  return { base, adresse: `http://127.0.0.1:${(base.address() as AddressInfo).port}` };
}

let navigateur: Browser;
let copie: Copie;
let site: SiteServi;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
  copie = await copierLeProjet();
  const { base, adresse } = await ouvrirLaBase();
  const dossier = join(copie.dossier, 'dist');
  const { code, sortie } = await construire(
    dossier,
    { CSF_SANS_COMPRESSION: '1', SUPABASE_URL: adresse, SUPABASE_ANON_KEY: 'publique' },
    resolve(copie.dossier),
  );
  base.close();
  if (code !== 0) throw new Error(sortie.slice(-4000));
  site = await demarrer({ dossier, port: 0 });
}, 120_000);
afterAll(async () => {
  await Promise.all([site.fermer(), navigateur.close()]);
  await copie.supprimer();
});

describe('les chiffres d’un site construit sur sa base', () => {
  it.each(Object.keys(ECRANS) as Ecran[])('se lisent sans défaut : %s', async (ecran) => {
    const adresse = `${site.url}/statistiques/`;
    const { page, incidents, fermer } = await visiter(navigateur, adresse, { ecran });
    expect(await defautsDAccessibilite(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    expect(incidents).toEqual(SANS_INCIDENT);
    await fermer();
  });

  it('disent la médiane, ce qui est à temps, et les clauses qui ont un jeune', async () => {
    const { page, fermer } = await visiter(navigateur, `${site.url}/statistiques/`);
    const chiffres = (await page.locator('.csf-chiffres').innerText()).replace(/\s+/g, ' ');
    expect(chiffres).toContain('9 jours');
    expect(chiffres).toContain('de réponses en 14 jours au plus (30 demandes sur 50) 60 %');
    expect(chiffres).toContain('d’accueils commencés en 30 jours au plus 65 %');
    expect(chiffres).toContain('« une clause, un jeune ») 33 sur 80');
    await fermer();
  });

  it('mettent sous chaque dessin le tableau des mêmes nombres, et y marquent les délais', async () => {
    const { page, fermer } = await visiter(navigateur, `${site.url}/statistiques/`);
    const dessin = page.getByRole('img', { name: /^La réponse de l’entreprise/ });
    expect((await dessin.textContent())?.replace(/\s+/g, ' ')).toContain(
      '14 jours : réponse attendue',
    );
    const tableau = page.getByRole('table', { name: /^La réponse de l’entreprise/ });
    const lignes = await tableau.getByRole('row').allInnerTexts();
    expect(lignes.map((ligne) => ligne.replace(/\s+/g, ' ').trim())).toEqual([
      'Délai Demandes Part',
      '0 à 3 jours 10 25 %',
      '4 à 7 jours 5 13 %',
      '8 à 14 jours 15 38 %',
      '15 jours et plus 10 25 %',
      'Ensemble 40 100 %',
    ]);
    const lyon = page.getByRole('row', { name: /^Lyon/ });
    expect((await lyon.innerText()).replace(/\s+/g, ' ')).toMatch(/^Lyon 12 9 jours –/);
    expect(await page.getByRole('rowheader', { name: 'octobre 2026' }).count()).toBe(1);
    await fermer();
  });

  it('se téléchargent en CSV', async () => {
    const csv = await (await fetch(`${site.url}/statistiques.csv`)).text();
    expect(csv).toContain('ensemble,,avec-un-jeune,80,,avec,33');
    expect(csv).not.toContain('null');
  });

  it('se disent sur la page d’un parcours qui a reçu assez de demandes, et sur elle seule', async () => {
    const lire = async (id: string) => (await fetch(`${site.url}/parcours/${id}/`)).text();
    expect(await lire(OFFRE.id)).toContain('Cette offre répond en général en 9');
    expect(await lire(AUTRE.id)).not.toContain('répond en général');
  });
});

describe('les chiffres d’un site construit sans base', () => {
  it('disent simplement qu’ils viendront', async () => {
    const { page, fermer } = await visiter(navigateur, `${inject('site')}/statistiques/`);
    await page.getByText('Il n’y a pas encore de chiffres.').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('link', { name: /Télécharger/ }).count()).toBe(0);
    await fermer();
  });
});
