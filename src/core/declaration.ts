import { z } from 'zod';
import { textesSuspects } from './anonymisation-parcours.ts';
import { VOLUMES } from './calibrage.ts';
import type { Parcours } from './parcours.ts';
import {
  cleSaisie,
  consentementSaisi,
  courrielSaisi,
  dateSaisie,
  telephoneSaisi,
  texteSaisi,
} from './saisie.ts';

/** Une personne à prévenir, jamais publiée. */
const personneSchema = z.strictObject({
  nom: texteSaisi('un prénom et un nom', { max: 100 }),
  courriel: courrielSaisi,
  telephone: telephoneSaisi,
});

/** Les deux contacts de l'entreprise, quand elle les confirme ou les corrige. */
export const contactsSchema = z.object({
  entreprise1: personneSchema.describe('La personne qui a répondu au marché'),
  entreprise2: personneSchema.describe('Le tuteur entreprise, qui accueille'),
});

const heuresPermises = VOLUMES.map(({ heures }) => heures) as number[];

/** Des lignes tapées dans une grande case : une par tâche, sans ligne vide. */
function lignes(quoi: string, { min, max }: { min: number; max: number }) {
  return z
    .array(texteSaisi(quoi, { min: 3, max: 400 }), { error: `Écrivez ${quoi}, une par ligne.` })
    .min(min, { error: `Écrivez ${quoi}, une par ligne.` })
    .max(max, { error: `Gardez ${max} lignes au plus.` });
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
    taches: lignes('au moins une tâche', { min: 1, max: 12 }),
    heures: z.coerce
      .number({ error: 'Choisissez un volume d’heures.' })
      .refine((heures) => heuresPermises.includes(heures), {
        error: `Choisissez un volume : ${heuresPermises.join(', ')} heures.`,
      }),
    commune: z
      .string({ error: 'Choisissez la commune dans la liste.' })
      .regex(/^(\d{2}|2[AB])\d{3}$/, { error: 'Choisissez la commune dans la liste.' }),
    conditions: lignes('les conditions d’accueil', { min: 0, max: 10 }).default([]),
    horairesAmenages: z.boolean().default(false),
    gratificationPrevue: z.boolean().default(false),
    finLe: dateSaisie,
    finReconductionLe: dateSaisie.nullable().default(null),
    entreprise1: personneSchema.describe('La personne qui a répondu au marché'),
    entreprise2: personneSchema.describe('Le tuteur entreprise, qui accueille'),
    suivi: personneSchema.describe('L’acheteur, ou le prescripteur qui suit'),
    roleDuSuivi: z.enum(['acheteur', 'prescripteur'], { error: 'Dites qui suit le parcours.' }),
    consentement: consentementSaisi,
  })
  .check((contexte) => {
    const { value: declaration, issues } = contexte;
    const signaler = (champ: string, message: string) =>
      issues.push({ code: 'custom', message, path: [champ], input: declaration });
    if (declaration.finReconductionLe !== null && declaration.finReconductionLe < declaration.finLe)
      signaler('finReconductionLe', 'La fin après reconduction vient après la fin ferme.');
    if (declaration.entreprise1.courriel === declaration.entreprise2.courriel)
      signaler(
        'entreprise2.courriel',
        'Donnez deux adresses différentes : une personne peut partir.',
      );
    for (const champ of ['taches', 'conditions'] as const) {
      if (
        textesSuspects({ intitule: '', taches: [], conditions: [], [champ]: declaration[champ] })
          .length > 0
      )
        signaler(
          champ,
          'Retirez tout nom de personne ou d’entreprise, toute adresse et tout numéro.',
        );
    }
  });

export type Declaration = z.infer<typeof declarationSchema>;

/** Longueur d'un intitulé tiré des tâches, en signes. */
const INTITULE_MAX = 160;

/** L'intitulé public : les premières tâches, tant qu'elles tiennent. */
export function intituleDesTaches(taches: readonly string[]): string {
  const [premiere = '', ...suivantes] = taches.map((tache) => tache.replace(/[.;]+$/, ''));
  let intitule = premiere.slice(0, INTITULE_MAX);
  for (const tache of suivantes.slice(0, 1)) {
    const suite = `${intitule}, ${tache.charAt(0).toLowerCase()}${tache.slice(1)}`;
    if (suite.length <= INTITULE_MAX) intitule = suite;
  }
  return intitule;
}

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
