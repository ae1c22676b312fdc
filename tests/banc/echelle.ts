/*
 * Banc d'échelle nationale : `npm run banc:echelle -- 80000`.
 * Construit le site entier (pages, lots, lieux, recherche, flux) avec des parcours synthétiques, au quart du
 * nombre demandé puis au nombre entier, et dit le temps, la mémoire et leur croissance. Mesure ensuite, dans
 * un navigateur, ce que pèse une recherche « lieu + filtre » telle qu'elle serait envoyée (brotli).
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { lancerNavigateur } from '../e2e/navigateur.ts';
import { demarrer } from '../../src/outils/serveur/serveur.ts';
import { ecrireParcours } from './parcours-synthetiques.ts';

const CIBLE_SECONDES = 240;
const CIBLE_MEMOIRE_GO = 4;
const CIBLE_RECHERCHE_KO = 150;
const RECHERCHE = '/parcours/?lieu=nanterre-92050&rayon=35&duree=courte&domaine=logistique';

type Mesure = { nombre: number; secondes: number; memoireGo: number; dossier: string };

/* Mémoire résidente d'un processus et de ses enfants, en Go : Pagefind est un processus à part. */
function memoireGo(pid: number): number {
  try {
    const statut = readFileSync(`/proc/${pid}/status`, 'utf8');
    const enfants = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const propre = Number(/VmRSS:\s+(\d+)/.exec(statut)?.[1] ?? 0) / 1024 ** 2;
    const autres = enfants ? enfants.split(' ').map((enfant) => memoireGo(Number(enfant))) : [];
    return autres.reduce((somme, autre) => somme + autre, propre);
  } catch {
    // Le processus s'est terminé entre deux lectures.
    return 0;
  }
}

async function construire(nombre: number, racine: string): Promise<Mesure> {
  const parcours = join(racine, `parcours-${nombre}`);
  const dossier = join(racine, `site-${nombre}`);
  await ecrireParcours(nombre, parcours);
  const debut = performance.now();
  const processus = spawn(
    'node',
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', dossier],
    {
      env: {
        ...process.env,
        SITE_OFFICIEL: '1',
        SITE_URL: 'https://csf.example',
        CSF_PARCOURS: parcours,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  let pic = 0;
  const releve = setInterval(() => {
    pic = Math.max(pic, memoireGo(processus.pid ?? 0));
  }, 250);
  const code = await new Promise<number | null>((fini) => processus.once('close', fini));
  clearInterval(releve);
  if (code !== 0) throw new Error(`La construction de ${nombre} parcours a échoué (code ${code}).`);
  return { nombre, secondes: (performance.now() - debut) / 1000, memoireGo: pic, dossier };
}

/* Poids envoyé par une recherche : chaque fichier demandé par le navigateur, compressé comme il le serait. */
async function peserRecherche(dossier: string): Promise<{ ko: number; requetes: number }> {
  const site = await demarrer({ dossier, port: 0, hote: '127.0.0.1', officiel: true });
  const navigateur = await lancerNavigateur();
  try {
    const page = await navigateur.newPage({ viewport: { width: 360, height: 740 } });
    const chemins = new Set<string>();
    page.on('response', (reponse) => chemins.add(new URL(reponse.url()).pathname));
    await page.goto(site.url + RECHERCHE, { waitUntil: 'networkidle' });
    const nombre = await page.locator('#nombre').textContent();
    console.log(`Recherche ${RECHERCHE} : ${nombre ?? ''}`);
    const donnees = [...chemins].filter((chemin) => !/\.(woff2|svg)$/.test(chemin));
    const octets = donnees.map((chemin) => {
      const fichier = chemin.endsWith('/') ? `${chemin}index.html` : chemin;
      return brotliCompressSync(readFileSync(join(dossier, fichier))).length;
    });
    return { ko: octets.reduce((a, b) => a + b, 0) / 1024, requetes: donnees.length };
  } finally {
    await navigateur.close();
    await site.fermer();
  }
}

function ligne(nom: string, valeur: string, cible: string): string {
  return `| ${nom} | ${valeur} | ${cible} |`;
}

async function banc(nombre: number) {
  const racine = await mkdtemp(join(tmpdir(), 'csf-echelle-'));
  try {
    const quart = await construire(Math.round(nombre / 4), racine);
    const entier = await construire(nombre, racine);
    const recherche = await peserRecherche(entier.dossier);
    const rapport = [
      `# Échelle nationale : ${nombre} parcours synthétiques`,
      '',
      `Produit par \`npm run banc:echelle -- ${nombre}\`. Les temps varient d'une machine à l'autre : le rapport entre les deux tailles compte plus que les secondes. La précompression n'est pas comptée : à cette échelle, c'est l'hébergeur qui compresse.`,
      '',
      '| mesure | valeur | cible |',
      '| --- | --- | --- |',
      ligne('construction entière', `${entier.secondes.toFixed(0)} s`, `${CIBLE_SECONDES} s`),
      ligne('mémoire au plus haut', `${entier.memoireGo.toFixed(2)} Go`, `${CIBLE_MEMOIRE_GO} Go`),
      ligne(`construction de ${quart.nombre}`, `${quart.secondes.toFixed(0)} s`, ''),
      ligne(
        'temps : entier / quart',
        (entier.secondes / quart.secondes).toFixed(2),
        '4 si linéaire',
      ),
      ligne(
        'mémoire : entier / quart',
        (entier.memoireGo / quart.memoireGo).toFixed(2),
        '4 si linéaire',
      ),
      ligne(
        'lieu + filtre, HTML, styles, scripts et données (brotli)',
        `${recherche.ko.toFixed(1)} Ko en ${recherche.requetes} requêtes`,
        `${CIBLE_RECHERCHE_KO} Ko`,
      ),
      '',
    ].join('\n');
    await writeFile('tests/banc/rapports/echelle.md', rapport);
    console.log(rapport);
  } finally {
    rmSync(racine, { recursive: true, force: true });
  }
}

const nombre = Number(process.argv[2] ?? '80000');
if (!Number.isInteger(nombre) || nombre < 4)
  throw new Error('Usage : npm run banc:echelle -- <nombre de parcours>');
await banc(nombre);
