import { z } from 'zod';
import { sujetsDUnePersonne } from '../../anonymisation/regles/sujets.ts';
import { textesSuspects } from '../../anonymisation/regles/textes-suspects.ts';
import { VOLUMES } from '../../calibrage/regles/calibrage.ts';
import { ajouterJours } from '../../socle/dates.ts';
import {
  formeDeCondition,
  formeDeTache,
  intituleDesTaches,
} from '../../parcours/regles/mise-en-forme.ts';
import type { Parcours } from '../../parcours/regles/parcours.ts';
import {
  cleSaisie,
  consentementSaisi,
  dateSaisie,
  personneSaisie,
  texteSaisi,
  type Erreurs,
} from '../../socle/saisie.ts';

/**
 * Une personne à prévenir, jamais publiée. Un groupe laissé vide arrive en null : il manque alors un nom et une
 * adresse, que l'on demande champ par champ.
 */
const personneSchema = z.preprocess(
  (personne) => personne ?? {},
  z.strictObject(personneSaisie('un prénom et un nom'), { error: 'Dites qui prévenir.' }),
);

const champsDesContacts = {
  entreprise1: personneSchema.describe('La personne qui a répondu au marché'),
  entreprise2: personneSchema.describe('Le tuteur entreprise, qui accueille'),
};

type Contacts = z.infer<z.ZodObject<typeof champsDesContacts>>;

/** Un contact sur deux n'est plus le même au moment d'accueillir : une seule adresse ne suffit pas. */
function deuxAdresses({ value, issues }: z.core.ParsePayload<Contacts>): void {
  if (value.entreprise1.courriel === value.entreprise2.courriel)
    issues.push({
      code: 'custom',
      message: 'Donnez deux adresses différentes : une personne peut partir.',
      path: ['entreprise2.courriel'],
      input: value,
    });
}

/** Les deux contacts de l'entreprise, quand elle les confirme ou les corrige. */
export const contactsSchema = z.object(champsDesContacts).check(deuxAdresses);

const heuresPermises = VOLUMES.map(({ heures }) => heures) as number[];

/** Une ligne tapée par l'acheteur, en signes. */
const LIGNE_MAX = 300;

export const TACHES_MAX = 12;
export const CONDITIONS_MAX = 10;

/** Des lignes tapées dans une grande case : une par phrase, déjà mises en forme, sans doublon ni rien qui identifie. */
function lignes(
  quoi: string,
  forme: (phrase: string) => string,
  { min, max }: { min: number; max: number },
) {
  const ligne = texteSaisi(quoi, { min: 3, max: LIGNE_MAX })
    .transform(forme)
    .refine((texte) => /\p{L}{2}/u.test(texte), { error: `Écrivez ${quoi}.` });
  const relues = z
    .array(ligne)
    .check(({ value, issues }) => {
      const [suspect] = textesSuspects({ intitule: '', taches: value, conditions: [] });
      const messages = suspect
        ? [
            `Ligne ${suspect.ligne} : retirez tout nom de personne ou d’entreprise, toute adresse et tout numéro.`,
          ]
        : sujetsDUnePersonne(value);
      for (const message of messages) issues.push({ code: 'custom', message, input: value });
    })
    .transform((phrases) => [...new Set(phrases)]);
  // Le nombre de lignes d'abord : un envoi qui en a mille n'en fait relire aucune.
  return z
    .array(z.unknown(), { error: `Écrivez ${quoi}, une par ligne.` })
    .min(min, { error: `Écrivez ${quoi}, une par ligne.` })
    .max(max, { error: `Gardez ${max} lignes au plus.` })
    .pipe(relues);
}

/**
 * La déclaration d'un parcours, à la notification du marché. Rien qui se déduise : l'académie et la
 * région viennent de la commune, l'intitulé des tâches.
 */
export const declarationSchema = z
  .strictObject({
    cle: cleSaisie,
    domaine: z
      .string({ error: 'Choisissez un domaine.' })
      .regex(/^[a-z]+(-[a-z]+)*$/, { error: 'Choisissez un domaine.' }),
    taches: lignes('au moins une tâche', formeDeTache, { min: 1, max: TACHES_MAX }),
    heures: z.coerce
      .number({ error: 'Choisissez un volume d’heures.' })
      .refine((heures) => heuresPermises.includes(heures), {
        error: `Choisissez un volume : ${heuresPermises.join(', ')} heures.`,
      }),
    commune: z
      .string({ error: 'Choisissez la commune dans la liste.' })
      .trim()
      .toUpperCase()
      .regex(/^(\d{2}|2[AB])\d{3}$/, { error: 'Choisissez la commune dans la liste.' }),
    conditions: lignes('une condition d’accueil', formeDeCondition, {
      min: 0,
      max: CONDITIONS_MAX,
    }).default([]),
    horairesAmenages: z.boolean().default(false),
    gratificationPrevue: z.boolean().default(false),
    finLe: dateSaisie,
    finReconductionLe: dateSaisie.nullable().default(null),
    ...champsDesContacts,
    suivi: personneSchema.describe('L’acheteur, ou le prescripteur qui suit'),
    roleDuSuivi: z.enum(['acheteur', 'prescripteur'], { error: 'Dites qui suit le parcours.' }),
    consentement: consentementSaisi,
  })
  .check(deuxAdresses)
  .check(({ value, issues }) => {
    if (value.finReconductionLe !== null && value.finReconductionLe < value.finLe)
      issues.push({
        code: 'custom',
        message: 'La fin après reconduction vient après la fin ferme.',
        path: ['finReconductionLe'],
        input: value,
      });
  });

export type Declaration = z.infer<typeof declarationSchema>;

/** Un marché se déclare au plus dix ans avant sa fin : au-delà, l'année est une faute de frappe. */
const FIN_AU_PLUS_JOURS = 3_653;

/**
 * Ce que la date d'aujourd'hui interdit, champ par champ.
 * @param jour le jour, à Paris (AAAA-MM-JJ)
 */
export function erreursDuJour(
  { finLe, finReconductionLe }: Pick<Declaration, 'finLe' | 'finReconductionLe'>,
  jour: string,
): Erreurs {
  const derniere = ajouterJours(jour, FIN_AU_PLUS_JOURS);
  const erreurs: Erreurs = {};
  if (finLe < jour) erreurs.finLe = 'Cette date est passée.';
  if (finLe > derniere) erreurs.finLe = 'Choisissez une date à moins de dix ans.';
  if (finReconductionLe !== null && finReconductionLe > derniere)
    erreurs.finReconductionLe = 'Choisissez une date à moins de dix ans.';
  return erreurs;
}

/** La décision de l'équipe : un refus se motive, l'acheteur le lit. */
export const decisionSchema = z.discriminatedUnion(
  'accepte',
  [
    z.object({ accepte: z.literal(true) }),
    z.object({
      accepte: z.literal(false),
      motif: texteSaisi('la raison du refus', { min: 3, max: 500 }),
    }),
  ],
  { error: 'Dites si la déclaration est acceptée.' },
);

/**
 * Les champs publics du parcours déclaré, exactement tels que le catalogue les montrera.
 * @param id identifiant public tiré au hasard
 * @param jour date de publication (AAAA-MM-JJ)
 */
export function parcoursDeclare(declaration: Declaration, id: string, jour: string): Parcours {
  const { domaine, taches, heures, commune, conditions, horairesAmenages } = declaration;
  return {
    id,
    intitule: intituleDesTaches(taches),
    domaine,
    taches,
    heures,
    commune,
    conditions,
    horairesAmenages,
    gratificationPrevue: declaration.gratificationPrevue,
    disponibilite: 'disponible',
    publieLe: jour,
    finLe: declaration.finLe,
    finReconductionLe: declaration.finReconductionLe,
  };
}
