import { getCollection } from 'astro:content';
import { parRang } from '../../socle/rang.ts';
import type { Video } from '../regles/video.ts';

/** Les vidéos publiques de content/videos.yaml, dans l'ordre du fichier. */
export async function lesVideos(): Promise<Video[]> {
  return (await getCollection('videos')).map(({ data }) => data).sort(parRang);
}

/** Une vidéo publique ; inconnue, c'est une erreur de construction. */
export async function laVideo(id: string): Promise<Video> {
  const trouvee = (await lesVideos()).find((video) => video.id === id);
  if (!trouvee) throw new Error(`content/videos.yaml n’a pas de vidéo « ${id} ».`);
  return trouvee;
}
