import { z } from 'zod';

/** Un lien vers un autre site (content/liens.yaml) : le site n'en publie aucun autre. */
export const lienSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  titre: z.string().min(1).describe('Ce que l’on trouve au bout du lien'),
  adresse: z.url({ protocol: /^https$/ }),
  genre: z.enum(['loi', 'service', 'video', 'donnees']).describe('Nature du lien'),
  verifieLe: z.iso
    .date()
    .nullable()
    .describe('Dernière vérification réussie (AAAA-MM-JJ), ou null si elle n’a jamais été faite'),
});

export type Lien = z.infer<typeof lienSchema>;
