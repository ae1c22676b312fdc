/*
 * Banc de la preuve de travail : `npm run banc:preuve`. Le vrai calcul, dans son fil, dans un vrai navigateur, à chaque
 * palier.
 *
 * Le ralentisseur de Chromium (Emulation.setCPUThrottlingRate) ne freine que le fil de la page : ni celui du calcul, ni la
 * cryptographie du navigateur. Le banc le mesure et le dit, puis multiplie lui-même par six tout ce que prend le calcul.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Challenge } from 'altcha-lib';
import type { Page } from 'playwright-core';
import { FACTEURS, PREUVE, type Facteur } from '../../src/formulaire/regles/durete.ts';
import { creerDefi } from '../../supabase/functions/_shared/defi.ts';
import { lancerNavigateur } from '../e2e/navigateur.ts';

const RAPPORT = 6;
const DEFIS = 15;
const CIBLE_MS = 1_000;
const CIBLE_DURCIE_MS = 8_000;
const PROJET = join(import.meta.dirname, '../..');

/** Le module du calcul, tel qu'il est écrit, et la bibliothèque qu'il emploie : le navigateur les lit sans construction. */
const calcul = readFileSync(join(PROJET, 'src/formulaire/appels/preuve-calcul.ts'), 'utf8').replace(
  /'(altcha-lib\/[^']+)'/g,
  (_, module: string) => `'${new URL(import.meta.resolve(module)).pathname}'`,
);
const bibliotheque = dirname(dirname(fileURLToPath(import.meta.resolve('altcha-lib'))));

const serveur = createServer((requete, reponse) => {
  const { url = '/' } = requete;
  const texte =
    url === '/calcul.js'
      ? calcul
      : url.startsWith(bibliotheque)
        ? readFileSync(url, 'utf8')
        : undefined;
  reponse.setHeader('Content-Type', texte === undefined ? 'text/html' : 'text/javascript');
  reponse.end(texte ?? '<!doctype html><title>Banc</title>');
});
await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
const adresse = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}/`;

/** Du message au calcul jusqu'à sa réponse, en millisecondes, le fil compris. */
const resoudre = (page: Page, challenge: Challenge) =>
  page.evaluate(
    (defi) =>
      new Promise<{ ms: number; essais: number }>((fini, echoue) => {
        const debut = performance.now();
        const fil = new Worker('/calcul.js', { type: 'module' });
        fil.onerror = () => echoue(new Error('Le calcul a échoué.'));
        fil.onmessage = ({ data }: MessageEvent<{ counter: number } | null>) => {
          fil.terminate();
          if (data === null) echoue(new Error('Le calcul n’a rien trouvé.'));
          else fini({ ms: performance.now() - debut, essais: data.counter + 1 });
        };
        fil.postMessage({ type: 'work', challenge: defi });
      }),
    challenge,
  );

type Mesure = { mediane: number; parEssai: number };

const mediane = (valeurs: readonly number[]) =>
  valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? Number.NaN;

async function mesurer(page: Page, facteur: Facteur, defis: number): Promise<Mesure> {
  const durees: number[] = [];
  const parEssai: number[] = [];
  for (let rang = 0; rang < defis; rang += 1) {
    const { ms, essais } = await resoudre(page, await creerDefi('banc', facteur, new Date()));
    durees.push(ms);
    parEssai.push(ms / essais);
  }
  return { mediane: mediane(durees), parEssai: mediane(parEssai) };
}

const navigateur = await lancerNavigateur();
const page = await navigateur.newPage();
await page.goto(adresse);
// Un tour pour rien : le navigateur charge la bibliothèque.
await mesurer(page, 1, 3);
const mesures = new Map<Facteur, Mesure>();
for (const facteur of FACTEURS) mesures.set(facteur, await mesurer(page, facteur, DEFIS));

const sonde = await page.context().newCDPSession(page);
await sonde.send('Emulation.setCPUThrottlingRate', { rate: RAPPORT });
const ralenti = await mesurer(page, 1, DEFIS);
await navigateur.close();
serveur.close();

const auPlus = (facteur: Facteur, { parEssai }: Mesure) => parEssai * facteur * PREUVE.essaisMax;
const entier = (ms: number) => Math.round(ms).toLocaleString('fr-FR');
const cible = (facteur: Facteur) => (facteur === 1 ? CIBLE_MS : CIBLE_DURCIE_MS);
const lignes = [...mesures].map(([facteur, mesure]) =>
  [
    '',
    `× ${facteur}`,
    `${entier(mesure.mediane)} ms`,
    `${entier(RAPPORT * mesure.mediane)} ms`,
    `${entier(RAPPORT * auPlus(facteur, mesure))} ms`,
    `${entier(cible(facteur))} ms`,
    '',
  ]
    .join(' | ')
    .trim(),
);
const freine = ralenti.parEssai / (mesures.get(1)?.parEssai ?? Number.NaN);
const rapport = `# Banc de la preuve de travail

Mesuré le ${new Date().toISOString().slice(0, 10)} sur ${availableParallelism()} cœurs, dans Chromium : ${DEFIS} défis par palier, de ${PREUVE.essaisMin} à ${PREUVE.essaisMax} essais de ${PREUVE.iterations} itérations pour l’ordinaire, le démarrage du fil compris. « Téléphone lent » : ${RAPPORT} fois ce poste. « Au plus » : avec le plus grand nombre d’essais qu’un défi puisse demander.

Le ralentisseur de Chromium réglé sur ${RAPPORT} n’allonge ce calcul que ${freine.toFixed(1).replace('.', ',')} fois : il freine la page, pas le fil du calcul ni la cryptographie du navigateur. Le tableau multiplie donc lui-même.

| palier | ce poste, médiane | téléphone lent, médiane | téléphone lent, au plus | cible |
| --- | --- | --- | --- | --- |
${lignes.join('\n')}
`;
await mkdir(join(import.meta.dirname, 'rapports'), { recursive: true });
await writeFile(join(import.meta.dirname, 'rapports/preuve.md'), rapport);
console.log(rapport);
process.exitCode = [...mesures].some(
  ([facteur, mesure]) => RAPPORT * auPlus(facteur, mesure) > cible(facteur),
)
  ? 1
  : 0;
