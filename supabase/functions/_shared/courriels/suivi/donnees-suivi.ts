import { z } from 'zod';
import {
  contactSchema,
  dossierSchema,
  resumeSchema,
} from '../../../../../src/suivi/regles/dossier.ts';
import { ailleursSchema } from '../../../../../src/catalogue/regles/ailleurs.ts';
import { ACTIONS_POSSIBLES } from '../../../../../src/suivi/regles/actions.ts';
import { demandeurSchema } from '../../../../../src/demande/regles/demandeur.ts';

/** Ce que les courriels du suivi affichent : la forme écrite par les fonctions, relue ici avant l'envoi. */

const parcours = dossierSchema.shape.parcours.pick({ id: true, intitule: true });

const dossier = {
  reference: dossierSchema.shape.reference,
  parcours,
  destinataireNom: contactSchema.shape.nom,
  marche: dossierSchema.shape.marche,
  /** Le lien de suivi de qui reçoit ; null quand il n'en a pas : le courriel dit comment le retrouver. */
  lien: z.uuid().nullable(),
};

/** Ce qui est attendu, dit à qui reçoit. */
const attente = z.object({
  /** « proposez une à trois dates », ou « En attente de l'entreprise : … ». */
  phrase: z.string(),
  aVous: z.boolean(),
  avantLe: z.iso.date().nullable(),
  /** La date est une fin prévue, pas une limite. */
  vers: z.boolean().optional(),
  /** Ce que cette personne a à faire, en trois mots : l'objet du courriel. */
  geste: z.string().optional(),
});
export type Attente = z.infer<typeof attente>;

/** Où venir, quand une rencontre est à venir et que ce rôle a à le savoir. */
const { lieu } = dossierSchema.shape;

const rappelSchema = z.object({
  ...dossier,
  /** Rôle de qui reçoit. */
  role: z.enum(['tutrice', 'entreprise', 'acheteur', 'equipe']),
  palier: z.string(),
  alerte: z.boolean(),
  attente: attente.nullable(),
  /** Ce qui arrive sans réponse, en une phrase. */
  aussi: z.string().optional(),
  retardJours: z.number().int().min(0),
  /** Rôle alerté le même jour : la tutrice apprend qui l'a été. */
  alerteA: z.enum(['acheteur', 'equipe']).nullable(),
  rendezVous: z.string().nullable(),
  lieu,
  /** Action que la page ouvre d'elle-même. */
  action: z.string().nullable(),
  /** D'autres parcours libres, pour la tutrice. */
  ailleurs: ailleursSchema.optional(),
  /** Qui suit le jeune ; null quand c'est qui reçoit. */
  demandeur: demandeurSchema.pick({ nom: true, courriel: true, telephone: true }).nullable(),
});
export type Rappel = z.infer<typeof rappelSchema>;

const nouvelle = z.object({
  ...dossier,
  nouvelle: z.string(),
  /** Ce que l'objet dit à la place de la nouvelle, quand elle porte un motif ou un nom. */
  objet: z.string().optional(),
  /** La ligne qui suit l'objet, quand la nouvelle porte un motif : elle se lit aussi sur un écran verrouillé. */
  apercu: z.string().optional(),
  /** Ce que la nouvelle entraîne, en une phrase. */
  aussi: z.string().optional(),
  precision: z.string().nullable(),
  lieu,
  attente: attente.nullable(),
  /** D'autres parcours libres, pour la tutrice. */
  ailleurs: ailleursSchema.optional(),
  /** Action que le bouton ouvre d'avance. */
  action: z.enum(ACTIONS_POSSIBLES).optional(),
  /** Qui appeler, et à quel numéro. */
  appeler: contactSchema.pick({ nom: true, telephone: true }).optional(),
  /** Ce qui reste dû, une fois le suivi terminé. */
  resteDu: z.string().optional(),
  /** Vrai pour qui n'a plus rien à ouvrir : il vient d'être remplacé. */
  sansBouton: z.boolean().optional(),
});

/** Ce que l'import a changé pour une personne, parcours par parcours. */
const changeParLImport = z.object({
  parcours,
  role: z.string(),
  dossiers: z.array(z.object({ reference: dossierSchema.shape.reference, lien: z.uuid() })),
});

export const DONNEES_DU_SUIVI = {
  'suivi-nouvelle': nouvelle,
  'suivi-rendez-vous': nouvelle.extend({
    debut: z.string().describe('À l’heure de Paris, sans fuseau : « 2027-01-14T10:30 »'),
    minutes: z.number().int().positive(),
    /** Grandit à chaque changement : l'agenda garde la plus grande (SEQUENCE d'iCalendar). */
    sequence: z.number().int().min(0),
    annule: z.boolean(),
    /** « selon le tuteur ou la tutrice » : l'entreprise ne l'a pas encore confirmé. */
    selon: z.string().optional(),
    /** Adresse de qui reçoit : l'agenda s'y reconnaît. */
    invite: z.string(),
  }),
  /** À la personne à qui l'on vient de confier un rôle. */
  'suivi-relais': resumeSchema.extend({
    ...nouvelle.shape,
    parcours,
    role: z.enum(['entreprise', 'acheteur']),
  }),
  /** À qui l'export de l'équipe nomme à la place d'un autre. */
  'contact-designe': z.object({ parcours: z.array(changeParLImport).min(1) }),
  /** À qui l'export de l'équipe ne nomme plus. */
  'contact-remplace': z.object({
    parcours: z.array(changeParLImport.omit({ dossiers: true })).min(1),
  }),
  'suivi-relance': z.object({ items: z.array(rappelSchema).min(1) }),
  'suivi-liens': z.object({
    dossiers: z.array(
      dossierSchema
        .pick({ reference: true, activeLe: true })
        .extend({ parcours, lien: z.uuid(), role: z.string() }),
    ),
    declarations: z
      .array(
        z.object({
          reference: z.string(),
          intitule: z.string(),
          portee: z.enum(['confirmer-contacts', 'valider-declaration']),
          lien: z.uuid(),
        }),
      )
      // Un courriel écrit avant que les déclarations n'y soient.
      .default([]),
    listes: z.array(z.object({ lien: z.uuid(), portee: z.string(), expireLe: z.string() })),
  }),
} as const;
