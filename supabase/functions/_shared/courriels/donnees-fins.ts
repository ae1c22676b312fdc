import { z } from 'zod';
import { contactSchema, dossierSchema } from '../../../../src/suivi/regles/dossier.ts';

/** Ce qu'affichent les courriels d'une fin que personne n'a écrite dans un suivi, et ceux des droits d'une personne. */
export const DONNEES_DES_FINS = {
  'dossier-clos': z.object({
    reference: dossierSchema.shape.reference,
    parcours: dossierSchema.shape.parcours.pick({ id: true, intitule: true }),
    destinataireNom: contactSchema.shape.nom,
    /**
     * `muet` : personne n'a rien fait depuis `mois` mois ; `endormie` : la tutrice n'a pas dit que c'était toujours
     * d'actualité ; `effacement` : la personne a demandé l'effacement.
     */
    raison: z.enum(['muet', 'endormie', 'effacement']),
    aLaTutrice: z.boolean().describe('Vrai pour qui avait fait la demande'),
    mois: z.number().int().positive().nullable(),
  }),
  'personne-export': z.object({ fichier: z.string().min(2).describe('Le fichier JSON, entier') }),
  'personne-effacee': z.object({
    demandesRetirees: z
      .array(z.string())
      .describe('Références de ses demandes qui étaient en cours'),
    declarationsCloses: z.array(z.string()).describe('Références de ses déclarations non publiées'),
  }),
} as const;
