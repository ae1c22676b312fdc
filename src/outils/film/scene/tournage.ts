import {
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
  type VideoEncodingConfig,
} from 'mediabunny';
import {
  dureeDuFilm,
  RESPIRATION,
  TAILLE_DU_FILM,
  type Scenario,
} from '../../../film/regles/film.ts';
import type { Pinceau } from './lettres.ts';
import { dessiner } from './scene.ts';

/** Images par seconde : les temps du scénario, en dixièmes, tombent sur une image. */
const IMAGES_PAR_SECONDE = 20;

/** H.264 de profil principal pour les vieux téléphones et Safari ; VP9 pour les autres. */
const ENCODAGES = {
  mp4: {
    codec: 'avc',
    fullCodecString: 'avc1.4D401F',
    quality: new Quality({ bitrate: 290_000, bitrateMode: 'variable' }),
  },
  webm: {
    codec: 'vp9',
    fullCodecString: 'vp09.00.31.08',
    quality: new Quality({ bitrate: 170_000, bitrateMode: 'variable' }),
  },
} satisfies Record<string, VideoEncodingConfig>;

export type Format = keyof typeof ENCODAGES;

async function plateau(): Promise<{ toile: OffscreenCanvas; pinceau: Pinceau }> {
  for (const [graisse, fichier] of [
    ['400', 'Regular'],
    ['700', 'Bold'],
  ] as const) {
    const fonte = new FontFace('Marianne', `url(/marianne/Marianne-${fichier}.woff2)`, {
      weight: graisse,
    });
    document.fonts.add(await fonte.load());
  }
  const toile = new OffscreenCanvas(TAILLE_DU_FILM.largeur, TAILLE_DU_FILM.hauteur);
  const pinceau = toile.getContext('2d');
  if (!pinceau) throw new Error('Ce navigateur ne dessine pas.');
  return { toile, pinceau };
}

/** Encode le film entier dans un format, et rend le fichier en base64. */
export async function tourner(scenario: Scenario, format: Format): Promise<string> {
  const { toile, pinceau } = await plateau();
  const cible = new BufferTarget();
  const sortie = new Output({
    format:
      format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target: cible,
  });
  const source = new CanvasSource(toile, {
    ...ENCODAGES[format],
    keyFrameInterval: 30,
    latencyMode: 'quality',
  });
  sortie.addVideoTrack(source, { frameRate: IMAGES_PAR_SECONDE });
  sortie.setMetadataTags({ title: scenario.titre });
  await sortie.start();
  const images = Math.round(dureeDuFilm(scenario) * IMAGES_PAR_SECONDE);
  const poses = new Set(
    scenario.plans.map(({ debut }) => Math.round((debut + RESPIRATION) * IMAGES_PAR_SECONDE)),
  );
  for (let image = 0; image < images; image += 1) {
    const temps = image / IMAGES_PAR_SECONDE;
    dessiner(pinceau, scenario, temps);
    // Une image entière quand le plan se pose : nette, et un chapitre s'atteint d'un coup.
    await source.add(temps, 1 / IMAGES_PAR_SECONDE, { keyFrame: poses.has(image) });
  }
  await sortie.finalize();
  if (!cible.buffer) throw new Error(`Le film ${format} est vide.`);
  return new Uint8Array(cible.buffer).toBase64();
}

/** L'affiche part avec la page : 960 pixels de large suffisent à sa colonne. */
const REDUCTION = 0.75;

/** Une image fixe du film, en WebP, en base64. */
export async function photographier(scenario: Scenario, temps: number): Promise<string> {
  const { toile, pinceau } = await plateau();
  dessiner(pinceau, scenario, temps);
  const affiche = new OffscreenCanvas(toile.width * REDUCTION, toile.height * REDUCTION);
  const copie = affiche.getContext('2d');
  if (!copie) throw new Error('Ce navigateur ne dessine pas.');
  copie.imageSmoothingQuality = 'high';
  copie.drawImage(toile, 0, 0, affiche.width, affiche.height);
  const image = await affiche.convertToBlob({ type: 'image/webp', quality: 0.8 });
  return new Uint8Array(await image.arrayBuffer()).toBase64();
}
