import { z } from 'zod';
import { DISPONIBILITES } from './disponibilite.ts';
import { HEURES_MAX, IDENTIFIANT } from './limites.ts';

const dateSchema = z.iso.date();

/**
 * Les champs publics d'un parcours, et eux seuls. `strictObject` : un champ de trop est une erreur,
 * car c'est par un champ de trop qu'une donnée privée finirait en ligne.
 */
export const parcoursSchema = z.strictObject({
  id: z.string().regex(IDENTIFIANT).describe('Identifiant public, stable d’un import à l’autre'),
  intitule: z.string().min(1).max(160).describe('Intitulé court, tiré des premières tâches'),
  domaine: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .describe('Identifiant d’un fichier de content/domaines'),
  taches: z.array(z.string().min(1).max(400)).min(1).max(30).describe('Tâches proposées'),
  heures: z
    .number()
    .int()
    .positive()
    .max(HEURES_MAX)
    .nullable()
    .describe('Volume en heures ; null se lit « durée à convenir »'),
  commune: z
    .string()
    .regex(/^(\d{2}|2[AB])\d{3}$/)
    .describe('Code INSEE de la commune ou de l’arrondissement municipal'),
  conditions: z
    .array(z.string().min(1).max(400))
    .max(30)
    .describe('Conditions d’accueil, une phrase par ligne'),
  horairesAmenages: z.boolean().describe('Des horaires aménagés sont possibles'),
  gratificationPrevue: z.boolean().describe('La clause prévoit une gratification'),
  disponibilite: z.enum(DISPONIBILITES).describe('Disponibilité déclarée par l’équipe'),
  publieLe: dateSchema.nullable().describe('Date de publication (AAAA-MM-JJ)'),
  finLe: dateSchema.nullable().describe('Fin de la clause, période ferme (AAAA-MM-JJ)'),
  finReconductionLe: dateSchema
    .nullable()
    .describe('Fin de la clause si le marché est reconduit (AAAA-MM-JJ)'),
});

export type Parcours = z.infer<typeof parcoursSchema>;

/** L'état d'un parcours au moment où on le demande : le site construit n'en a qu'une photographie. */
export const etatDuMomentSchema = parcoursSchema
  .pick({
    intitule: true,
    commune: true,
    heures: true,
    finLe: true,
    finReconductionLe: true,
    disponibilite: true,
  })
  .strip()
  .extend({
    heuresRestantes: z
      .number()
      .nullable()
      .describe('Ce qui n’est pas encore fait ; null : à convenir'),
    reserveLe: z
      .string()
      .nullable()
      .describe('Instant de la réservation (ISO), null si elle vient d’ailleurs'),
    enAttente: z.number().describe('Nombre de demandes dans la liste d’attente'),
  });
export type EtatDuMoment = z.infer<typeof etatDuMomentSchema>;
