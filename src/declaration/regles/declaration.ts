import * as z from 'zod/mini';
import { sujetsDUnePersonne } from '../../anonymisation/regles/sujets.ts';
import { textesSuspects } from '../../anonymisation/regles/textes-suspects.ts';
import { VOLUMES } from '../../calibrage/regles/calibrage.ts';
import { marcheSaisi } from '../../marche/regles/marche.ts';
import { ajouterJours } from '../../socle/dates.ts';
import {
  formeDeCondition,
  formeDeTache,
  intituleDesTaches,
} from '../../parcours/regles/mise-en-forme.ts';
import type { Parcours } from '../../parcours/regles/parcours.ts';
import { normaliser } from '../../socle/texte.ts';
import {
  cleSaisie,
  consentementSaisi,
  dateSaisie,
  heuresSaisies,
  texteSaisi,
  type Erreurs,
} from '../../socle/saisie.ts';
import { champsDesContacts, personneSchema } from './contacts.ts';
import { CONDITIONS_MAX, TACHES_MAX } from './lignes.ts';

const heuresPermises = VOLUMES.map(({ heures }) => heures) as number[];

/** Une ligne tapée par l'acheteur, en signes. */
const LIGNE_MAX = 300;

/** Des lignes tapées dans une grande case : une par phrase, déjà mises en forme, sans doublon ni rien qui identifie. */
function lignes(
  quoi: string,
  forme: (phrase: string) => string,
  { min, max }: { min: number; max: number },
) {
  const ligne = z
    .pipe(texteSaisi(quoi, { min: 3, max: LIGNE_MAX }), z.transform(forme))
    .check(z.refine((texte) => /\p{L}{2}/u.test(texte), { error: `Écrivez ${quoi}.` }));
  const relues = z.array(ligne).check(({ value, issues }) => {
    const [suspect] = textesSuspects({ intitule: '', taches: value, conditions: [] });
    const messages = suspect
      ? [
          `Ligne ${suspect.ligne} : retirez tout nom de personne ou d’entreprise, toute adresse et tout numéro.`,
        ]
      : sujetsDUnePersonne(value);
    for (const message of messages) issues.push({ code: 'custom', message, input: value });
  });
  // Le nombre de lignes d'abord : un envoi qui en a mille n'en fait relire aucune.
  const comptees = z
    .array(z.unknown(), { error: `Écrivez ${quoi}, une par ligne.` })
    .check(
      z.minLength(min, { error: `Écrivez ${quoi}, une par ligne.` }),
      z.maxLength(max, { error: `Gardez ${max} lignes au plus.` }),
    );
  const sansDoublon = z.transform((phrases: string[]) => [...new Set(phrases)]);
  return z.pipe(comptees, z.pipe(relues, sansDoublon));
}

/** Signes d'un nom : plus court, il se retrouverait partout. Mots d'un objet de marché : plus court, c'est un métier. */
const NOM_MINIMUM = 4;
const OBJET_MINIMUM = 5;

type Nommee = {
  taches: string[];
  conditions: string[];
  marche: z.infer<typeof marcheSaisi> | null;
  entreprise1: { nom: string };
  entreprise2: { nom: string };
  suivi: { nom: string };
};

/** Ce qui se publie ne nomme ni le marché de la déclaration, ni ses personnes : mot pour mot, sans casse ni accents. */
function rienQuiNomme({ value, issues }: z.core.ParsePayload<Nommee>): void {
  const { marche, entreprise1, entreprise2, suivi } = value;
  const noms = [marche?.entreprise, marche?.acheteur, entreprise1.nom, entreprise2.nom, suivi.nom];
  const objets = [marche?.objet, marche?.lot, marche?.site];
  const interdits = [
    ...noms.map((nom) => normaliser(nom ?? '')).filter(({ length }) => length >= NOM_MINIMUM),
    ...objets
      .map((objet) => normaliser(objet ?? ''))
      .filter((objet) => objet.split(' ').length >= OBJET_MINIMUM),
  ];
  for (const champ of ['taches', 'conditions'] as const) {
    const ligne = value[champ].findIndex((phrase) =>
      interdits.some((interdit) => ` ${normaliser(phrase)} `.includes(` ${interdit} `)),
    );
    if (ligne >= 0)
      issues.push({
        code: 'custom',
        message: `Ligne ${ligne + 1} : retirez le nom de l’entreprise, de l’acheteur, du marché ou d’une personne. Cette ligne devient publique.`,
        path: [champ],
        input: value,
      });
  }
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
      .check(z.regex(/^[a-z]+(-[a-z]+)*$/, { error: 'Choisissez un domaine.' })),
    taches: lignes('au moins une tâche', formeDeTache, { min: 1, max: TACHES_MAX }),
    heures: heuresSaisies(
      z.number({ error: 'Choisissez un volume d’heures.' }).check(
        z.refine((heures) => heuresPermises.includes(heures), {
          error: `Choisissez un volume : ${heuresPermises.join(', ')} heures.`,
        }),
      ),
    ),
    commune: z
      .string({ error: 'Choisissez la commune dans la liste.' })
      .check(
        z.trim(),
        z.toUpperCase(),
        z.regex(/^(\d{2}|2[AB])\d{3}$/, { error: 'Choisissez la commune dans la liste.' }),
      ),
    conditions: z._default(
      lignes('une condition d’accueil', formeDeCondition, { min: 0, max: CONDITIONS_MAX }),
      [],
    ),
    horairesAmenages: z._default(z.boolean(), false),
    gratificationPrevue: z._default(z.boolean(), false),
    marche: z._default(z.nullable(marcheSaisi), null),
    finLe: dateSaisie,
    finReconductionLe: z._default(z.nullable(dateSaisie), null),
    ...champsDesContacts,
    /** L'acheteur, ou le prescripteur qui suit. */
    suivi: personneSchema,
    roleDuSuivi: z.enum(['acheteur', 'prescripteur'], { error: 'Dites qui suit le parcours.' }),
    consentement: consentementSaisi,
  })
  .check(rienQuiNomme)
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
