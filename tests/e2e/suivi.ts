import type { Browser, Page } from 'playwright-core';
import type { SuiviRecu } from '../../src/suivi/regles/recu.ts';
import { visiter, type Ecran } from './navigateur.ts';

export const JETON = 'unJetonDeQuaranteTroisSignesPourLesEssais-1';

type Envoi = Record<string, unknown>;

/**
 * Répond à la place du service : `lire-lien` rend ce dossier, `agir` ce que rend `agir`. Rend les actions reçues.
 */
async function remplacerLeService(
  page: Page,
  lu: () => SuiviRecu | { statut: string },
  agir: (envoi: Envoi) => { code: number; corps: object } = () => ({ code: 200, corps: lu() }),
): Promise<Envoi[]> {
  const envois: Envoi[] = [];
  const entetes = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  await page.route(/\/functions\/v1\/suivi\/(lire-lien|agir)$/, async (route) => {
    const requete = route.request();
    if (requete.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: entetes });
    const envoi = requete.postDataJSON() as Envoi;
    if (requete.url().endsWith('lire-lien'))
      return route.fulfill({ status: 200, headers: entetes, json: lu() });
    envois.push(envoi);
    const { code, corps } = agir(envoi);
    return route.fulfill({ status: code, headers: entetes, json: corps });
  });
  return envois;
}

type Agir = Parameters<typeof remplacerLeService>[2];

/** Ouvre la page d'un dossier dont le service est remplacé ; `suite` : ce qui suit le jeton. */
export async function ouvrirLeDossier(
  navigateur: Browser,
  site: string,
  lu: () => SuiviRecu | { statut: string },
  { suite = '', agir, ecran }: { suite?: string; agir?: Agir; ecran?: Ecran } = {},
) {
  const visite = await visiter(navigateur, `${site}/suivi/retrouver/`, ecran && { ecran });
  const envois = await remplacerLeService(visite.page, lu, agir);
  await visite.page.goto(`${site}/suivi/#${JETON}${suite}`);
  await visite.page
    .getByRole('heading', { name: 'Lecture de votre lien' })
    .waitFor({ state: 'detached' });
  return { ...visite, envois };
}
