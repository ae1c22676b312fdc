/*
 * Banc du filtre : `npm run banc:filtre`. Construit le site avec 10 000 parcours synthétiques, puis mesure dans un
 * navigateur le temps de script d'un changement de filtre, de la coche à la liste affichée.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demarrer } from '../../src/outils/serveur/serveur.ts';
import { construire } from '../e2e/construction.ts';
import { lancerNavigateur } from '../e2e/navigateur.ts';
import { ecrireParcours } from './parcours-synthetiques.ts';

const NOMBRE = 10_000;
const CIBLE_MS = 16;
const ESSAIS = 40;

function mediane(valeurs: number[]): number {
  const triees = [...valeurs].sort((a, b) => a - b);
  return triees[Math.floor(triees.length / 2)] ?? Number.NaN;
}

/* Coche ou décoche « plus de deux mois » et rend le temps de script du navigateur, en millisecondes. */
async function mesurer(url: string): Promise<number[]> {
  const navigateur = await lancerNavigateur();
  try {
    const page = await navigateur.newPage({ viewport: { width: 360, height: 740 } });
    const sonde = await page.context().newCDPSession(page);
    await sonde.send('Performance.enable');
    const script = async () => {
      const { metrics } = await sonde.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
    };
    await page.goto(`${url}/parcours/?dispo=disponible`, { waitUntil: 'networkidle' });
    const durees: number[] = [];
    const nombre = page.locator('#nombre');
    let precedent = await nombre.textContent();
    for (let essai = 0; essai < ESSAIS; essai++) {
      const avant = await script();
      await page.evaluate(() => {
        document.querySelector<HTMLInputElement>('#f-duree-longue')?.click();
      });
      // La liste a vraiment changé : sans cette attente, on mesurerait un filtre qui n'a pas fini.
      await page.waitForFunction(
        (ancien) => document.querySelector('#nombre')?.textContent !== ancien,
        precedent,
      );
      durees.push((await script()) - avant);
      precedent = await nombre.textContent();
    }
    // Les premiers essais chargent les tranches de textes et chauffent le compilateur.
    return durees.slice(ESSAIS / 4);
  } finally {
    await navigateur.close();
  }
}

async function banc() {
  const racine = await mkdtemp(join(tmpdir(), 'csf-filtre-'));
  try {
    await ecrireParcours(NOMBRE, join(racine, 'parcours'));
    const dossier = join(racine, 'site');
    const { code, sortie } = await construire(dossier, { CSF_PARCOURS: join(racine, 'parcours') });
    if (code !== 0) throw new Error(sortie.slice(-2000));
    const site = await demarrer({ dossier, port: 0 });
    const durees = await mesurer(site.url);
    await site.fermer();
    const rapport = [
      `# Changement de filtre sur ${NOMBRE} parcours, dans le navigateur`,
      '',
      'Produit par `npm run banc:filtre` : toute la France est lue, sans lieu. Le temps est celui des scripts de la page (filtrer, compter chaque option, trier, afficher vingt cartes), mesure comprise.',
      '',
      '| mesure | valeur | cible |',
      '| --- | --- | --- |',
      `| médiane | ${mediane(durees).toFixed(1)} ms | ${CIBLE_MS} ms |`,
      `| au plus | ${Math.max(...durees).toFixed(1)} ms | |`,
      '',
    ].join('\n');
    await writeFile('tests/banc/rapports/filtre.md', rapport);
    console.log(rapport);
  } finally {
    rmSync(racine, { recursive: true, force: true });
  }
}

await banc();
