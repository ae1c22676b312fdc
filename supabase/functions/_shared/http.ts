import { z } from 'zod';
import type { Erreurs } from '../../../src/socle/saisie.ts';
import { champsPostes } from './formulaire.ts';
import { refusDe } from './refus/genre.ts';

export function json(statut: number, corps: { statut?: string } & Record<string, unknown>) {
  const reponse = Response.json(corps, {
    status: statut,
    headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
  const genre = statut >= 400 && statut < 500 ? corps.statut : undefined;
  return genre === undefined ? reponse : refusDe(genre, reponse);
}

/** @param genre ce que les logs comptent : par défaut, une saisie à corriger */
export const refuserLesErreurs = (erreurs: Erreurs, genre = 'saisie') =>
  refusDe(genre, json(422, { statut: 'erreurs', erreurs }));

const typeDe = ({ headers }: Request) =>
  (headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();

/** Vrai pour un formulaire posté sans JavaScript. */
export const estUnFormulaire = (requete: Request) =>
  typeDe(requete) === 'application/x-www-form-urlencoded';

/** Vrai quand le type de l'envoi est de ceux que le service sait lire. */
export const estLisible = (requete: Request) =>
  estUnFormulaire(requete) || typeDe(requete) === 'application/json';

/** Un envoi lu : ses champs, et s'il vient d'un formulaire posté sans JavaScript. */
type Envoi = { champs: Record<string, unknown>; natif: boolean };

const ILLISIBLE = { formulaire: 'Cet envoi est illisible. Rechargez la page, puis recommencez.' };

/**
 * Lit un envoi dont la salle a déjà vu la méthode, le type et la taille ; ou rend la réponse qui le refuse.
 * @param schema celui qui relira l'envoi : il dit comment se lit un formulaire posté sans JavaScript
 */
export async function lireEnvoi(
  requete: Request,
  schema: z.core.$ZodType = z.object({}),
): Promise<Envoi | Response> {
  const natif = estUnFormulaire(requete);
  try {
    const octets = await requete.arrayBuffer();
    const texte = new TextDecoder('utf-8', { fatal: true }).decode(octets);
    if (natif) return { champs: await champsPostes(texte, schema), natif };
    const champs: unknown = JSON.parse(texte);
    if (typeof champs !== 'object' || champs === null || Array.isArray(champs))
      return refuserLesErreurs(ILLISIBLE, 'illisible');
    return { champs: champs as Record<string, unknown>, natif };
  } catch {
    // JSON mal formé, texte qui n'est pas de l'UTF-8, envoi interrompu : la faute est dans l'envoi.
    return refuserLesErreurs(ILLISIBLE, 'illisible');
  }
}
