import type { z } from 'zod';
import { parcoursSchema, type Parcours } from '../regles/parcours.ts';

/**
 * Vérifie qu'une donnée est exactement un parcours public.
 * @param origine fichier ou ligne, dit dans l'erreur
 * @throws Error en français, avec l'origine et le champ
 */
export function verifierParcours(origine: string, donnees: unknown): Parcours {
  const lecture = parcoursSchema.safeParse(donnees);
  if (!lecture.success) throw new Error(`${origine} : ${raisons(lecture.error)}`);
  return lecture.data;
}

function raisons(erreur: z.ZodError): string {
  return erreur.issues
    .map((probleme) =>
      probleme.code === 'unrecognized_keys'
        ? `champ inconnu « ${probleme.keys.join(' », « ')} » ; retirez-le, seul un champ public peut être publié`
        : `champ « ${probleme.path.join('.')} » : ${probleme.message}`,
    )
    .join(' ; ');
}
