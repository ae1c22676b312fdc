import type { ReactNode } from 'react';
import { z } from 'zod';
import { champsDuMessage } from '../../../../src/contact/regles/message-equipe.ts';
import { parcoursSchema } from '../../../../src/parcours/regles/parcours.ts';
import {
  contactSchema,
  dossierSchema,
  resumeSchema,
} from '../../../../src/suivi/regles/dossier.ts';
import {
  personneAVerifierSchema,
  verificationSchema,
} from '../../../../src/demande/regles/personne-a-verifier.ts';
import type { Lecteur } from '../../../../src/reponses/regles/adresse.ts';
import { DONNEES_DES_FINS } from './donnees-fins.ts';
import { DONNEES_DE_LA_RELEVE } from './donnees-releve.ts';
import { DONNEES_DU_SUIVI } from './suivi/donnees-suivi.ts';

/** Ce que la base donne à chaque gabarit : la forme écrite par les fonctions SQL, vérifiée ici. */

const personneSchema = contactSchema.extend({ nom: z.string() });
export type Personne = z.infer<typeof personneSchema>;

/** De quel marché il s'agit, pour l'entreprise et l'acheteur, qui en ont plusieurs. */
const marche = { marche: dossierSchema.shape.marche };

const declarationSchema = z.object({
  reference: z.string(),
  ...marche,
  public: parcoursSchema
    .pick({ id: true, intitule: true, domaine: true, taches: true, heures: true })
    .strip(),
});
export type DeclarationResumee = z.infer<typeof declarationSchema>;

const messageSchema = z.object({
  role: champsDuMessage.shape.role,
  sujet: champsDuMessage.shape.sujet,
  reference: z.string(),
  parcoursId: z.string().nullable(),
  nom: z.string(),
  courriel: z.string(),
});

const lien = { lien: z.uuid() };
const destinataire = { destinataireNom: z.string().nullable(), destinataireRole: z.string() };
const avecExpiration = { ...lien, expireLe: z.string() };

export const DONNEES = {
  'confirmer-interet': resumeSchema.extend(avecExpiration),
  'liste-d-attente': resumeSchema.extend({ ...lien, rang: z.number().int().positive() }),
  'parcours-libere': resumeSchema.extend(avecExpiration),
  'verifier-personne': personneAVerifierSchema.extend(lien),
  'verification-en-cours': resumeSchema.extend({ ...lien, verification: verificationSchema }),
  /** Ce que le temps, ou une réponse, a changé à une vérification. */
  'verification-finie': resumeSchema.extend({
    raison: z.enum(['garde-finie', 'sans-reponse', 'inconnue']),
  }),
  'proposition-expiree': resumeSchema,
  /** `restantes` : heures que le parcours garde, quand c'est ce qui manque ; null s'il est fermé. */
  'attente-close': resumeSchema.extend({ restantes: z.number().nullable() }),
  'interet-confirme': resumeSchema.extend({ ...lien, entreprises: z.number().int() }),
  'interet-entreprise': resumeSchema.extend({
    ...destinataire,
    ...lien,
    ...marche,
    /** Vrai quand personne d'autre n'est prévenu dans l'entreprise. */
    seul: z.boolean().default(false),
  }),
  'interet-copie': resumeSchema.extend({ ...destinataire, ...lien, ...marche }),
  'interet-equipe': resumeSchema.extend({
    ...lien,
    contacts: z.number().int(),
    entreprises: z.number().int(),
  }),
  'interet-retire': resumeSchema.extend(destinataire),
  'message-equipe': messageSchema.extend({
    message: z.string(),
    details: z.object({ nouveauContact: personneSchema.omit({ role: true }).optional() }),
  }),
  'message-recu': messageSchema,
  'confirmer-contacts': declarationSchema.extend({
    ...lien,
    contacts: z.array(personneSchema),
    destinataireNom: z.string(),
  }),
  'contacts-confirmes': declarationSchema.extend({ contacts: z.array(personneSchema) }),
  'contact-modifie': declarationSchema.extend({
    role: z.string(),
    nom: z.string(),
    aVerifier: z.boolean(),
  }),
  'contacts-a-verifier': declarationSchema.extend({ contacts: z.array(personneSchema) }),
  'declaration-equipe': declarationSchema.extend({ ...lien, contacts: z.array(personneSchema) }),
  'declaration-recue': declarationSchema,
  'declaration-validee': declarationSchema,
  'declaration-refusee': declarationSchema.extend({ motif: z.string().nullable() }),
  ...DONNEES_DU_SUIVI,
  ...DONNEES_DES_FINS,
  ...DONNEES_DE_LA_RELEVE,
} as const;

export type Gabarit = keyof typeof DONNEES;
export type DonneesDe<G extends Gabarit> = z.infer<(typeof DONNEES)[G]>;

/** Ce que tous les gabarits savent : le site, les délais, l'équipe, et comment faire un lien personnel. */
export type Contexte = {
  /** Adresse du site, sans barre finale. */
  site: string;
  /** Courriel de l'équipe. */
  equipe: string;
  /** Délais de la frise, en jours calendaires. */
  delais: { reponse: number; accueil: number };
  /** Le jeton d'un lien, recalculé : la base n'en garde que l'empreinte. */
  jeton: (idDuLien: string) => Promise<string>;
  /** Le code qui remplace un lien abîmé, pour un courriel écrit à ce moment. */
  code: (idDuLien: string, ecritLe: Date) => Promise<string>;
  /** Qui lit la réponse à ce courriel ; absent quand c'est l'équipe, comme pour tout autre courriel. */
  lecteur?: Lecteur | undefined;
  /** Le moment de l'envoi. */
  maintenant: Date;
};

/** Des données où chaque lien est suivi de son jeton, et du code qui le remplace. */
type AvecJetons<T> = T extends readonly (infer E)[]
  ? AvecJetons<E>[]
  : T extends object
    ? { [C in keyof T]: AvecJetons<T[C]> } & (T extends { lien: infer L }
        ? { jeton: L; code: L }
        : unknown)
    : T;

/** Ce que le corps d'un courriel reçoit. */
export type Proprietes<G extends Gabarit> = AvecJetons<DonneesDe<G>> & { contexte: Contexte };

export type PieceJointe = { nom: string; type: string; contenu: string };

/** Comment un courriel s'écrit : son objet, son corps, et ce qui l'accompagne. */
export type Redacteur<G extends Gabarit> = {
  objet: (donnees: DonneesDe<G>, contexte: Contexte) => string;
  Corps: (proprietes: Proprietes<G>) => ReactNode;
  pieces?: (donnees: DonneesDe<G>, contexte: Contexte) => PieceJointe[];
};
