import { z } from 'zod';
import { releveLueSchema } from '../../../../src/releve/regles/releve-lue.ts';

const nom = { nom: z.string().describe('Le collègue qui demande, ou qui reprend') };

/** Ce qu'affichent les courriels d'une relève : un collègue reprend les dossiers d'un acheteur parti. */
export const DONNEES_DE_LA_RELEVE = {
  'releve-equipe': releveLueSchema.pick({
    nom: true,
    courriel: true,
    telephone: true,
    courrielParti: true,
    reference: true,
  }),
  'releve-recue': z.object(nom),
  'releve-acceptee': z.object({
    ...nom,
    parcours: z.number().int(),
    lien: z.uuid(),
    expireLe: z.string(),
  }),
  'releve-refusee': z.object(nom),
  /** À l'acheteur remplacé, si son adresse marche encore. */
  'releve-passee': z.object(nom),
} as const;
