import { stat } from 'node:fs/promises';
import { getEntry } from 'astro:content';
import { COURRIEL_EQUIPE } from '../../site/regles/courriel-equipe.ts';
import { FICHIERS_DU_FILM, scenario } from '../regles/film.ts';
import { laFrise } from '../../frise/contenu.ts';

async function octets(adresse: string): Promise<number> {
  const etat = await stat(`public${adresse}`).catch(() => undefined);
  if (!etat) throw new Error(`public${adresse} est introuvable : lancer npm run film:fabriquer.`);
  return etat.size;
}

/** Le film du kit : son scénario, ses deux fichiers et leur poids. */
export async function leFilm() {
  const textes = await getEntry('film', 'film');
  if (!textes) throw new Error('content/film.yaml est introuvable.');
  const { mp4, webm } = FICHIERS_DU_FILM;
  return {
    scenario: scenario(await laFrise(), textes.data, COURRIEL_EQUIPE),
    fichiers: [
      { nom: 'MP4', type: 'video/mp4', adresse: mp4, octets: await octets(mp4) },
      { nom: 'WebM', type: 'video/webm', adresse: webm, octets: await octets(webm) },
    ],
  };
}

/** Le film tel que les pages le reçoivent. */
export type Film = Awaited<ReturnType<typeof leFilm>>;
