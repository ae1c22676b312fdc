import { z } from 'zod';

/** Une vidéo publique déjà en ligne chez un tiers (content/videos.yaml). */
export const videoSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  titre: z.string().min(1).describe('Titre de la vidéo'),
  description: z.string().min(1).describe('Qui parle, et ce que ce site ne sait pas de la vidéo'),
  hote: z.string().min(1).describe('Nom du site qui l’héberge, sans article : il suit « chez »'),
  page: z.url().describe('Adresse de la vidéo chez son hôte'),
  lecteur: z.url().describe('Adresse du lecteur à intégrer, chargé après un clic seulement'),
});

export type Video = z.infer<typeof videoSchema>;

/** Poids d'un fichier tel qu'on le lit : « 640 ko », « 1,8 Mo ». */
export function poidsLisible(octets: number): string {
  const ko = octets / 1000;
  if (ko < 1000) return `${Math.ceil(ko).toLocaleString('fr-FR')} ko`;
  const mo = (ko / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  return `${mo} Mo`;
}
