import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dureeDuFilm, FICHIERS_DU_FILM } from '../../film/regles/film.ts';
import { sousTitres } from '../../film/regles/sous-titres.ts';
import { poidsLisible } from '../../film/regles/video.ts';
import type { Commande } from '../commande.ts';
import { empreinteDuFilm, FICHIER_D_EMPREINTE, scenarioDuDepot } from './empreinte.ts';
import { ouvrirStudio } from './studio.ts';

const PUBLIC = join(import.meta.dirname, '../../../public');

/** Instant de l'affiche, en secondes : la carte d'ouverture est entière. */
const INSTANT_DE_L_AFFICHE = 4;

async function ecrire(adresse: string, contenu: Buffer | string): Promise<void> {
  const chemin = join(PUBLIC, adresse);
  await mkdir(dirname(chemin), { recursive: true });
  await writeFile(chemin, contenu);
  console.log(`public${adresse} : ${poidsLisible(Buffer.byteLength(contenu))}`);
}

async function fabriquer(): Promise<void> {
  const scene = scenarioDuDepot();
  console.log(`« ${scene.titre} » : ${dureeDuFilm(scene)} secondes, ${scene.plans.length} plans.`);
  const studio = await ouvrirStudio();
  try {
    await ecrire(FICHIERS_DU_FILM.affiche, await studio.photographier(scene, INSTANT_DE_L_AFFICHE));
    await ecrire(FICHIERS_DU_FILM.mp4, await studio.tourner(scene, 'mp4'));
    await ecrire(FICHIERS_DU_FILM.webm, await studio.tourner(scene, 'webm'));
  } finally {
    await studio.fermer();
  }
  await ecrire(FICHIERS_DU_FILM.sousTitres, sousTitres(scene));
  const empreinte = { version: scene.version, empreinte: empreinteDuFilm(scene) };
  await writeFile(FICHIER_D_EMPREINTE, `${JSON.stringify(empreinte, null, 2)}\n`);
}

export const commande: Commande = {
  usage: `Usage : npm run film:fabriquer
Refait le film du kit : après un changement de content/frise.yaml ou content/film.yaml.`,
  executer: fabriquer,
};
