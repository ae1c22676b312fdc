import * as z from 'zod/mini';
import { ceQuiBloque } from '../../anonymisation/regles/fuites.ts';
import { champsDeLaDemande } from './champs.ts';

/** Validité du lien de confirmation envoyé à la personne qui exprime son intérêt, en heures. */
export const CONFIRMATION_HEURES = 48;

/** Temps laissé à la personne suivante de la liste d'attente pour accepter un parcours libéré, en heures. */
export const PROPOSITION_HEURES = 72;

/** États d'une demande, les mêmes dans la base. */
export const ETATS_DE_DEMANDE = [
  'a-confirmer',
  'a-verifier',
  'active',
  'en-attente',
  'proposee',
  'expiree',
  'non-verifiee',
  'retiree',
  'terminee',
  'refusee',
] as const;

/** Une expression d'intérêt, telle que le formulaire l'envoie : ses champs, et un message qui ne laisse rien fuir. */
export const demandeSchema = z.extend(champsDeLaDemande, {
  message: champsDeLaDemande.shape.message.check((contexte) => {
    for (const message of ceQuiBloque(contexte.value)) {
      contexte.issues.push({ code: 'custom', message, input: contexte.value });
    }
  }),
});

export type Demande = z.infer<typeof demandeSchema>;
