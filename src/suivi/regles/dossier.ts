import { z } from 'zod';
import { demandeSchema, ETATS_DE_DEMANDE } from '../../demande/regles/demande.ts';
import type { LimiteDeDemandes } from '../../demande/regles/limites.ts';
import type { Verification } from '../../demande/regles/verification.ts';
import { demandeurSchema } from '../../demande/regles/demandeur.ts';
import { lieuSchema } from '../../rencontre/regles/lieu-lu.ts';
import { marcheSchema } from '../../marche/regles/marche.ts';
import { parcoursSchema } from '../../parcours/regles/parcours.ts';
import { evenementsSchema } from './evenement.ts';
import { ROLES_DE_CONTACT, ROLES_DE_LIEN } from './mots.ts';

/**
 * Un dossier : une demande, son parcours et ses personnes. La base le rend sous cette forme ; les courriels, la page,
 * les tableaux et les exports en prennent une part (pick), et leurs types s'en déduisent. Un identifiant seul se dit
 * `parcoursId` ; `parcours` est toujours l'objet.
 */

/** Une personne à prévenir, pour un parcours. */
export const contactSchema = z.object({
  role: z.enum(ROLES_DE_CONTACT),
  nom: z.string().nullable(),
  courriel: z.string(),
  telephone: z.string().nullable(),
});
export type Contact = z.infer<typeof contactSchema>;

/** Qui a passé la main à un contact, et son lien tant que celui-ci n'a pas ouvert le sien. */
const relaisSchema = contactSchema.extend({
  role: z.enum(['entreprise-1', 'entreprise-2']),
  ouvert: z.boolean(),
  lien: z.uuid().nullable(),
});
export type RelaisPasse = z.infer<typeof relaisSchema>;

/** Ce qu'une liste dit d'un parcours : rien qui ne soit déjà public. */
export const parcoursCiteSchema = parcoursSchema
  .pick({ id: true, intitule: true, commune: true, domaine: true })
  .strip();
export type ParcoursCite = z.infer<typeof parcoursCiteSchema>;

const parcoursDuDossierSchema = parcoursCiteSchema.extend({
  ...parcoursSchema.pick({ heures: true, finLe: true, finReconductionLe: true }).shape,
  heuresFaites: z.number().int().min(0).describe('Heures déjà faites, tous jeunes compris'),
});

export const dossierSchema = z.object({
  id: z.uuid(),
  reference: z.string().describe('Référence de la demande : « D-bcdfgh »'),
  etat: z.enum(ETATS_DE_DEMANDE),
  rang: z.number().int().nullable().describe('Rang dans la liste d’attente, null hors d’elle'),
  heures: z.number().int().describe('Heures prévues pour ce jeune'),
  /** Jour où le jeune peut commencer (AAAA-MM-JJ). */
  debutLe: demandeSchema.shape.debutLe,
  academie: demandeSchema.shape.academie,
  activeLe: z.string().nullable().describe('Jour J (instant ISO), null tant qu’il n’est pas venu'),
  notifieLe: z.iso.date().nullable().describe('Notification du marché, si l’équipe la connaît'),
  parcours: parcoursDuDossierSchema,
  demandeur: demandeurSchema,
  contacts: z.array(contactSchema),
  lieu: z
    .nullish(lieuSchema)
    .describe('Où venir rencontrer l’entreprise, dès qu’elle a proposé des créneaux'),
  marche: z
    .nullish(marcheSchema)
    .describe('De quel marché il s’agit, si l’export ou la déclaration le dit'),
  relais: z.array(relaisSchema).default([]).describe('Qui a passé la main, un par rôle'),
  liens: z
    .array(z.object({ role: z.enum(ROLES_DE_LIEN), id: z.uuid() }))
    .describe('Les liens de suivi qui valent encore, un par rôle'),
});
export type Dossier = z.infer<typeof dossierSchema>;

/** Un dossier et son journal. `vu` : le dernier événement. */
export const dossierSuiviSchema = dossierSchema.extend({
  vu: z.number().int(),
  evenements: evenementsSchema,
});
export type DossierSuivi = z.infer<typeof dossierSuiviSchema>;

/** Ce qu'un courriel dit d'une demande et de son parcours. */
export const resumeSchema = dossierSchema.pick({
  reference: true,
  heures: true,
  debutLe: true,
  activeLe: true,
  parcours: true,
  demandeur: true,
});
export type Resume = z.infer<typeof resumeSchema>;

/** Ce que la page du suivi montre : ni l'état dans la base, ni les liens des autres. */
export const dossierVuSchema = dossierSchema
  .pick({
    reference: true,
    heures: true,
    debutLe: true,
    academie: true,
    parcours: true,
    contacts: true,
    lieu: true,
    marche: true,
  })
  .extend({ demandeur: demandeurSchema.omit({ role: true }) });
export type DossierVu = z.infer<typeof dossierVuSchema>;

/** Ce qu'une demande est devenue, pour la page d'un lien de courriel : rien de qui l'a faite. */
export const demandeLueSchema = dossierSchema.pick({
  reference: true,
  heures: true,
  debutLe: true,
  activeLe: true,
  rang: true,
  parcours: true,
});
export type DemandeLue = z.infer<typeof demandeLueSchema> & {
  statut: string;
  /** Fin de validité du lien, quand il en a une (instant ISO). */
  expireLe?: string;
  /** Le parcours seul, quand la demande n'est pas à montrer. */
  parcoursId?: string;
  /** Qui vérifie la personne, tant que la demande est à vérifier ; `depuisLe` : un instant ISO. */
  verification?: Verification & { depuisLe: string };
  /** La première demande ouverte de la même personne sur ce parcours : sa référence. */
  autre?: string | null;
  /** La limite qu'une demande de plus dépasserait, et son nombre. */
  limite?: LimiteDeDemandes;
  max?: number;
  /** Heures que le parcours garde, quand il n'en reste pas assez. */
  restantes?: number | null;
};
