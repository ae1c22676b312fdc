import { z } from 'zod';
import { personneAVerifierSchema } from '../../demande/regles/personne-a-verifier.ts';
import { releveLueSchema } from '../../releve/regles/releve-lue.ts';
import { dossierSuiviSchema, parcoursCiteSchema } from '../../suivi/regles/dossier.ts';
import { ROLES_DE_LIEN } from '../../suivi/regles/mots.ts';

/** Ce que la base rend d'un tableau. Tout n'en part pas : une page ne reçoit que ce qu'elle montre. */

const ligneSchema = dossierSuiviSchema
  .pick({
    reference: true,
    academie: true,
    notifieLe: true,
    activeLe: true,
    liens: true,
    evenements: true,
  })
  .extend({ parcours: parcoursCiteSchema });

const parcoursSchema = parcoursCiteSchema.extend({ academie: z.string().nullable() });

/** Un parcours sans jeune, qui se termine bientôt ou que son acheteur suit. */
const sansJeuneSchema = parcoursSchema.extend({
  derniereFin: z.iso.date().nullable().describe('Dernière fin connue, reconduction comprise'),
});

export const tableauLuSchema = z.object({
  statut: z.literal('ouvert'),
  portee: z.enum(['dossiers', 'demandes', 'equipe', 'coordination']),
  role: z.enum(['acheteur', 'prescripteur', 'tutrice', 'equipe', 'coordination']),
  academie: z.string().nullable().describe('Académie d’une coordination, sinon null'),
  lignes: z.array(ligneSchema),
  parcours: z.array(sansJeuneSchema),
  parcoursSansJeune: z.array(sansJeuneSchema),
  /** Les parcours dont l'entreprise n'a jamais confirmé les contacts. */
  contactsJamaisConfirmes: z.array(
    parcoursSchema.extend({
      depuisLe: z.string().nullable().describe('Depuis quand ses contacts sont connus'),
    }),
  ),
  /** Les personnes dont l'adresse est à vérifier, de la plus ancienne à la plus récente ; aucune pour un acheteur. */
  personnesAVerifier: z.array(personneAVerifierSchema),
  /** Pour l'équipe seulement : qui demande les dossiers d'un acheteur parti. */
  releves: z.array(releveLueSchema),
  /** Pour l'équipe seulement : ce qui n'est jamais arrivé. */
  courrielsMorts: z.array(
    z.object({
      id: z.uuid(),
      gabarit: z.string(),
      destinataire: z.string().nullable(),
      erreur: z.string().nullable(),
      creeLe: z.string(),
      reference: z.string().nullable().describe('Référence de la demande, quand il en a une'),
    }),
  ),
  /** Pour l'équipe seulement : ce que le fournisseur dit ne pas être arrivé, ou pas encore. L'adresse n'y est plus. */
  remises: z.array(
    z.object({
      id: z.uuid(),
      gabarit: z.string(),
      quoi: z.enum(['non-remis', 'plainte', 'retarde']),
      role: z.enum(ROLES_DE_LIEN).or(z.enum(['mlds', 'coordination'])),
      dossiers: z.array(z.string()).describe('Références des demandes et des déclarations'),
      le: z.string(),
    }),
  ),
});
export type TableauLu = z.infer<typeof tableauLuSchema>;
export type LigneLue = z.infer<typeof ligneSchema>;
export type CourrielMort = TableauLu['courrielsMorts'][number];
export type CourrielNonRemis = TableauLu['remises'][number];
