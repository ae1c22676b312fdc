import { z } from 'zod';
import { relireMessage } from '../../anonymisation/regles/vigilance.ts';
import { champsDeLaDemande } from './champs.ts';

/** Validité du lien de confirmation envoyé à la personne qui exprime son intérêt, en heures. */
export const CONFIRMATION_HEURES = 48;

/** Temps laissé à la personne suivante de la liste d'attente pour accepter un parcours libéré, en heures. */
export const PROPOSITION_HEURES = 72;

/** États d'une demande, les mêmes dans la base. */
export const ETATS_DE_DEMANDE = [
  'a-confirmer',
  'active',
  'en-attente',
  'proposee',
  'expiree',
  'retiree',
  'terminee',
  'refusee',
] as const;

/** Une expression d'intérêt, telle que le formulaire l'envoie : ses champs, et un message qui ne laisse rien fuir. */
export const demandeSchema = champsDeLaDemande.extend({
  message: champsDeLaDemande.shape.message.check((contexte) => {
    for (const message of relireMessage(contexte.value).bloque) {
      contexte.issues.push({ code: 'custom', message, input: contexte.value });
    }
  }),
});

export type Demande = z.infer<typeof demandeSchema>;

/**
 * Qui a fait une demande, tel que la base le rend : la saisie a déjà été relue, et une règle devenue plus sévère ne doit
 * pas rendre illisible un dossier en cours.
 */
export const demandeurSchema = demandeSchema
  .pick({ role: true })
  .extend({
    nom: z.string(),
    courriel: z.string(),
    telephone: z.string().nullable(),
    etablissement: z.string(),
    message: z.string(),
  })
  .strip() satisfies z.ZodType<
  Pick<Demande, 'role' | 'nom' | 'courriel' | 'telephone' | 'etablissement' | 'message'>
>;
