import { z } from 'zod';

const domaine = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, {
  error: 'Écrivez le domaine en entier, en minuscules.',
});

/** Les domaines de courriel reconnus (content/domaines-reconnus.yaml). */
export const domainesReconnusSchema = z.strictObject({
  academies: z
    .record(z.string(), domaine)
    .describe('Domaine de chaque académie, par son identifiant'),
  ministere: z.array(domaine).describe('Domaines de l’administration centrale'),
  structures: z.array(domaine).describe('Domaines que l’équipe ajoute, un par structure'),
  demonstration: z
    .array(domaine.refine((nom) => nom.endsWith('.example'), { error: 'En « .example ».' }))
    .describe('Domaines de la démonstration'),
});
export type DomainesReconnus = z.infer<typeof domainesReconnusSchema>;

/** Tous les domaines reconnus, à plat. */
export const listeDesDomaines = ({
  academies,
  ministere,
  structures,
  demonstration,
}: DomainesReconnus) =>
  [...Object.values(academies), ...ministere, ...structures, ...demonstration].sort();

/**
 * Vrai si l'adresse est d'un domaine reconnu : ce domaine même, ni un sous-domaine, ni un nom qui lui ressemble.
 * @param domaines en minuscules
 */
export function estReconnue(courriel: string, domaines: readonly string[]): boolean {
  const arobase = courriel.lastIndexOf('@');
  return arobase > 0 && domaines.includes(courriel.slice(arobase + 1).toLowerCase());
}
