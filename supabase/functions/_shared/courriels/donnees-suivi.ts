import { z } from 'zod';

/** Ce que les courriels du suivi affichent : la forme écrite par les fonctions, relue ici avant l'envoi. */

const dossier = {
  reference: z.string(),
  parcours: z.string(),
  intitule: z.string(),
  destinataireNom: z.string().nullable(),
  /** Le lien de suivi de qui reçoit ; null quand il n'en a pas : le courriel dit comment le retrouver. */
  lien: z.uuid().nullable(),
};

/** Ce qui est attendu, dit à qui reçoit. */
const attente = z.object({
  /** « proposez une à trois dates », ou « En attente de l'entreprise : … ». */
  phrase: z.string(),
  aVous: z.boolean(),
  avantLe: z.iso.date().nullable(),
});
export type Attente = z.infer<typeof attente>;

const rappelSchema = z.object({
  ...dossier,
  /** Rôle de qui reçoit. */
  role: z.enum(['tutrice', 'entreprise', 'acheteur', 'equipe']),
  palier: z.string(),
  alerte: z.boolean(),
  attente: attente.nullable(),
  retardJours: z.number().int().min(0),
  /** Le rôle qui doit agir. */
  qui: z.string().nullable(),
  /** Rôle alerté le même jour : la tutrice apprend qui l'a été. */
  alertes: z.array(z.string()),
  rendezVous: z.string().nullable(),
  /** Action que la page ouvre d'elle-même. */
  action: z.string().nullable(),
  tutrice: z
    .object({ nom: z.string(), courriel: z.string(), telephone: z.string().nullable() })
    .nullable(),
});
export type Rappel = z.infer<typeof rappelSchema>;

const nouvelle = z.object({
  ...dossier,
  nouvelle: z.string(),
  precision: z.string().nullable(),
  attente: attente.nullable(),
  /** Vrai pour qui n'a plus rien à ouvrir : il vient d'être remplacé. */
  sansBouton: z.boolean().optional(),
});

export const DONNEES_DU_SUIVI = {
  'suivi-nouvelle': nouvelle,
  'suivi-rendez-vous': nouvelle.extend({
    debut: z.string(),
    minutes: z.number().int().positive(),
    sequence: z.number().int().min(0),
    annule: z.boolean(),
    /** Adresse de qui reçoit : l'agenda s'y reconnaît. */
    invite: z.string(),
  }),
  /** À la personne à qui l'on vient de confier un rôle. */
  'suivi-relais': nouvelle.extend({
    role: z.enum(['entreprise', 'acheteur']),
    heures: z.number().int(),
    debutLe: z.iso.date(),
    tutrice: z.object({
      nom: z.string(),
      etablissement: z.string(),
      courriel: z.string(),
      telephone: z.string().nullable(),
      message: z.string().nullable(),
    }),
  }),
  'suivi-relance': z.object({ items: z.array(rappelSchema).min(1) }),
  'suivi-liens': z.object({
    dossiers: z.array(
      z.object({
        lien: z.uuid(),
        reference: z.string(),
        intitule: z.string(),
        role: z.string(),
        activeLe: z.string().nullable(),
      }),
    ),
    listes: z.array(z.object({ lien: z.uuid(), portee: z.string(), expireLe: z.string() })),
  }),
} as const;
