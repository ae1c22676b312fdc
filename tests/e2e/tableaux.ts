import type { Browser, Page } from 'playwright-core';
import { AVANT, ETATS_DE_SUIVI, FINS } from '../../src/suivi/regles/etats.ts';
import type { LigneDeTableau, Tableau } from '../../src/tableaux/regles/tableau.ts';
import { unParcours } from '../fabriques.ts';
import { unSuiviDeTableau, uneLigneDeTableau, unTableau } from '../fabriques-tableau.ts';
import { visiter, type Ecran, type Visite } from './navigateur.ts';
import { PARCOURS } from './pages.ts';

/** Un jeton de la bonne forme. */
export const JETON = 'jeton-de-tableau'.padEnd(43, '0');

const QUI = ['entreprise', 'tutrice', 'acheteur'] as const;
const ACADEMIES = ['versailles', 'lyon', 'nantes'];
const ATTENDUS = ETATS_DE_SUIVI.filter((etat) => ![...AVANT, ...FINS].includes(etat));

const CONNUS = PARCOURS.map(({ id, intitule, commune, domaine }) => ({
  id,
  intitule,
  commune,
  domaine,
}));

const parcoursDe = (rang: number) => CONNUS.slice(rang % CONNUS.length)[0] ?? unParcours();

/** Des dossiers inventés ; un sur trois est en retard, le dernier le plus. */
export function desLignes(nombre: number): LigneDeTableau[] {
  return Array.from({ length: nombre }, (_, rang) =>
    uneLigneDeTableau({
      reference: `D-${String(rang).padStart(6, '0')}`,
      parcours: parcoursDe(rang),
      academie: ACADEMIES[rang % 3] ?? '',
      jeton: String(rang).padStart(43, 'j'),
      suivi: unSuiviDeTableau({
        qui: QUI[rang % 3] ?? 'entreprise',
        quoi: ATTENDUS[rang % ATTENDUS.length] ?? 'reponse-attendue',
        retardJours: rang % 3 === 0 ? rang + 1 : 0,
      }),
    }),
  );
}

/** Ce que reçoit l'équipe, avec chaque liste remplie. */
export function unTableauDEquipe(nombre: number, champs: Partial<Tableau> = {}): Tableau {
  return unTableau({
    lignes: desLignes(nombre),
    parcoursSansJeune: [{ ...parcoursDe(0), academie: 'lyon', derniereFin: '2027-05-01' }],
    contactsJamaisConfirmes: Array.from({ length: 12 }, (_, rang) => ({
      ...parcoursDe(rang),
      academie: 'versailles',
      depuisLe: '2026-09-01',
    })),
    courrielsMorts: [
      {
        id: crypto.randomUUID(),
        gabarit: 'interet-entreprise',
        destinataire: 'parti@entreprise.example',
        erreur: 'sans_reponse',
        creeLe: '2027-01-12T10:00:00Z',
        reference: 'D-bcdfgh',
      },
    ],
    ...champs,
  });
}

/** Le service répond ces réponses, dans l'ordre, la dernière autant qu'il faut ; rend ce qu'il a reçu. */
export async function remplacer(page: Page, ...reponses: object[]): Promise<unknown[]> {
  const recus: unknown[] = [];
  await page.route('**/functions/v1/**', async (route, requete) => {
    const entetes = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    if (requete.method() === 'OPTIONS') {
      await route.fulfill({ status: 204, headers: entetes });
      return;
    }
    recus.push(requete.postDataJSON());
    const reponse = reponses.length > 1 ? reponses.shift() : reponses[0];
    await route.fulfill({ status: 200, headers: entetes, json: reponse });
  });
  return recus;
}

/** Ouvre un tableau avec un lien, le service remplacé. */
export async function ouvrirTableau(
  navigateur: Browser,
  adresse: string,
  reponses: object[],
  ecran: Ecran = 'bureau',
): Promise<Visite & { recus: unknown[] }> {
  const { origin } = new URL(adresse);
  const visite = await visiter(navigateur, `${origin}/plan-du-site/`, { ecran });
  const recus = await remplacer(visite.page, ...reponses);
  await visite.page.goto(`${adresse}#${JETON}`);
  const titres = visite.page.getByRole('heading', { level: 2 });
  await titres.filter({ hasNotText: 'Lecture de votre lien' }).first().waitFor();
  return { ...visite, recus };
}

/** Combien de dossiers le tableau annonce. */
export const compteDe = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /dossier/ })
    .innerText();

/** Les références montrées, du haut vers le bas. */
export async function referencesDe(page: Page): Promise<string[]> {
  const lignes = await page.locator('tbody tr').allInnerTexts();
  return lignes.map((texte) => /D-[a-z\d]{6}/.exec(texte)?.[0] ?? '');
}
