import { z } from 'zod';
import { ACTEURS } from '../../frise/regles/frise.ts';
import { pageSchema } from '../../site/regles/page.ts';

const identifiant = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/**
 * En-tête d'un moment du kit entreprise (content/kit/<identifiant>.mdx, publié à /entreprise/<identifiant>/).
 * Ce qui est ici nourrit la page, le kit entier, la présentation et le PDF ; la prose est dans le corps.
 */
export const momentSchema = pageSchema.extend({
  question: z.string().min(1).describe('Réponse à « où en êtes-vous ? », à la première personne'),
  ordre: z.number().int().positive().describe('Place du moment, de 1 à 5'),
  adresseCourte: z
    .string()
    .regex(/^[a-z]{3,8}$/)
    .describe('Mot de l’adresse courte : /k/<mot>/'),
  essentiel: z.string().min(1).max(100).describe('Le geste à faire, en une ligne, lu en premier'),
  geste: z
    .strictObject({
      dessin: identifiant.describe('Nom du fichier de public/pictogrammes, sans extension'),
      texte: z.string().min(1).max(40).describe('Le bouton'),
      page: z.string().startsWith('/').describe('La page du site où il mène'),
    })
    .describe('Le dessin du geste, et le bouton pour le faire'),
  etapes: z.array(identifiant).min(1).describe('Étapes de la frise mises en avant'),
  aFaire: z
    .array(z.string().min(1).max(160))
    .min(2)
    .max(7)
    .describe(
      'Ce que l’entreprise fait maintenant, à cocher ; « {mise-en-relation} » donne un délai',
    ),
  pendantCeTemps: z
    .array(z.strictObject({ qui: z.enum(ACTEURS), quoi: z.string().min(1).max(200) }))
    .min(1)
    .describe('Ce que font les autres'),
  delai: identifiant
    .nullable()
    .describe('Étape dont le délai court pendant ce moment, ou null s’il n’y en a pas'),
  temps: z
    .string()
    .min(1)
    .max(260)
    .nullable()
    .default(null)
    .describe(
      'Ce qu’il faut savoir du temps en plus du délai ; « {justificatifs} » donne un délai',
    ),
  enRetard: identifiant
    .nullable()
    .default(null)
    .describe('Étape dont un délai manqué s’explique ici, quand aucun délai ne court encore'),
  contact: identifiant.describe(
    'Le contact le plus utile à ce moment : identifiant de content/contacts.yaml',
  ),
  ecrire: z
    .strictObject({
      texte: z.string().min(1).describe('Texte du lien'),
      objet: z.string().min(1).describe('Objet du courriel préparé'),
      message: z.string().min(1).describe('Début du courriel, à compléter'),
    })
    .describe('Ce que seule l’équipe peut faire : un courriel préparé'),
});

/** Vitesse de lecture retenue pour un texte pratique, en mots par minute. */
const MOTS_PAR_MINUTE = 200;

/** Mots que la page d'un moment ajoute à son texte : chemin, titres des parties, boutons, liens de pied. */
export const MOTS_DU_CADRE = 120;

/**
 * Temps de lecture d'un texte, en minutes entières, au moins une.
 * @param autour mots lus en plus de ceux du texte
 */
export function minutesDeLecture(texte: string, autour = 0): number {
  const mots = texte.match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu)?.length ?? 0;
  return Math.max(1, Math.ceil((mots + autour) / MOTS_PAR_MINUTE));
}

/**
 * Remplace chaque « {etape} » par son délai : un nombre de jours calendaires (« 14 jours »), ou un texte tel quel.
 * @throws si l'étape n'est pas parmi les délais donnés
 */
export function avecDelais(texte: string, delais: Record<string, number | string>): string {
  return texte.replace(/\{([a-z0-9-]+)\}/g, (_, etape: string) => {
    const delai = delais[etape];
    if (delai === undefined)
      throw new Error(`« {${etape}} » ne désigne pas une étape avec un délai.`);
    return typeof delai === 'number' ? `${delai} jours` : delai;
  });
}
