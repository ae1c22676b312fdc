import * as z from 'zod/mini';
import { lireDate } from './date-lue.ts';
import { reperer } from './coordonnees.ts';
import { enClair } from './en-clair.ts';
import { refuser } from './refuser.ts';

/*
 * Champs communs des formulaires : le navigateur et la fonction lisent le même schéma. La forme courte de zod (« mini ») :
 * une page où l'on tape tient ainsi dans son budget.
 */

/** Signes de commande (sauf retour à la ligne et tabulation) et moitiés de caractères : jamais tapés par une personne. */
const ILLISIBLES = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Cs}/u;

/**
 * Un texte tapé, sans blanc autour, d'une longueur bornée. Trop long, il n'est pas relu : aucune règle ne le voit.
 * @param quoi ce qu'il faut écrire, dit après « Écrivez »
 */
export function texteSaisi(quoi: string, { min = 2, max }: { min?: number; max: number }) {
  return z.string({ error: `Écrivez ${quoi}.` }).check(
    z.trim(),
    z.minLength(min, { error: `Écrivez ${quoi}.` }),
    z.maxLength(max, { error: `Raccourcissez : ${max} signes au plus.`, abort: true }),
    z.refine((texte) => !ILLISIBLES.test(texte), {
      error: 'Ce texte contient des signes illisibles : retapez-le.',
    }),
  );
}

/** Ce qu'un logiciel de courrier changerait en lien : un point collé entre deux mots, quelle que soit l'extension. */
const DOMAINE = /[^\s.。][.。]\p{L}{2}|:\/\/|@/u;

/** Ce qu'un nom n'a pas à contenir : il part dans nos courriels, et un lien y semblerait venir de nous. */
const REFUSES_DANS_UN_NOM = ['adresse-web', 'courriel', 'telephone'];

const SAUTS = /[\t\n\v\f\r\u0085\u2028\u2029]/;

const aUn = (genres: readonly string[], texte: string) => {
  const clair = enClair(texte);
  return (
    DOMAINE.test(`${texte} ${clair}`) || reperer(clair).some(({ genre }) => genres.includes(genre))
  );
};

/**
 * Quelques mots sur une ligne, où une adresse postale, un nom ou un numéro sont à leur place : rien de ce qu'un courriel
 * changerait en lien.
 * @param quoi ce qu'il faut écrire, dit après « Écrivez »
 */
export function ligneSaisie(quoi: string, longueur: { min?: number; max: number }) {
  return texteSaisi(quoi, longueur).check(
    z.refine((ligne) => !SAUTS.test(ligne), { error: 'Écrivez sur une seule ligne.' }),
    z.refine((ligne) => !aUn(['adresse-web', 'courriel'], ligne), {
      error:
        'Écrivez sans adresse de site ni adresse électronique. Laissez une espace après un point.',
    }),
  );
}

/** La même, que l'on peut laisser vide : elle vaut alors null. */
export const ligneFacultative = (quoi: string, max: number) =>
  z.pipe(
    z._default(ligneSaisie(quoi, { min: 0, max }), ''),
    z.transform((texte: string) => (texte === '' ? null : texte)),
  );

/**
 * Un nom de personne ou d'établissement, sur une ligne : ni adresse de site, ni courriel, ni téléphone.
 * @param quoi ce qu'il faut écrire, dit après « Écrivez »
 */
export function nomSaisi(quoi: string, { max }: { max: number }) {
  return texteSaisi(quoi, { max }).check(
    z.refine((nom) => !SAUTS.test(nom), {
      error: 'Écrivez ce nom sur une seule ligne.',
    }),
    z.refine((nom) => !aUn(REFUSES_DANS_UN_NOM, nom), {
      error:
        'Écrivez seulement un nom, sans adresse ni numéro de téléphone. Laissez une espace après un point.',
    }),
  );
}

/** L'adresse que les formulaires donnent en exemple : elle n'est à personne (RFC 2606), et la garde la laisse passer. */
export const EXEMPLE_DE_COURRIEL = 'prenom.nom@structure.example';

const COURRIEL = `Écrivez une adresse électronique complète, par exemple ${EXEMPLE_DE_COURRIEL}.`;

export const courrielSaisi = z.pipe(
  z
    .string({ error: COURRIEL })
    .check(z.trim(), z.toLowerCase(), z.maxLength(254, { error: COURRIEL, abort: true })),
  z.email({ error: COURRIEL }),
);

const TELEPHONE = 'Écrivez un numéro à dix chiffres, par exemple 01 99 00 00 00, ou laissez vide.';

/** Un téléphone français, facultatif : ramené à dix chiffres par paires, ou null. */
export const telephoneSaisi = z.pipe(
  z._default(
    z
      .string({ error: TELEPHONE })
      .check(z.trim(), z.maxLength(30, { error: TELEPHONE, abort: true })),
    '',
  ),
  z.transform((texte: string, contexte): string | null => {
    if (texte === '') return null;
    const chiffres = texte.replace(/^(?:\+|00)33\s?(?:\(0\))?/, '0').replace(/[\s.()-]/g, '');
    if (!/^0[1-9]\d{8}$/.test(chiffres)) return refuser(contexte, TELEPHONE);
    return chiffres.replace(/(\d{2})(?=\d)/g, '$1 ');
  }),
);

/** Une personne que l'on nomme, et où la joindre. */
export const personneSaisie = (quoi: string) => ({
  nom: nomSaisi(quoi, { max: 100 }),
  courriel: courrielSaisi,
  telephone: telephoneSaisi,
});

const DATE = 'Écrivez une date, jour, mois et année.';
const DATES_REFUSEES = {
  absente: DATE,
  illisible: 'Écrivez une date, jour, mois et année, par exemple 14/01/2027.',
  impossible: 'Vérifiez cette date : elle n’existe pas, ou son année n’est pas de ce siècle.',
};

/** Une date tapée, de toutes les façons de l'écrire, rendue en AAAA-MM-JJ : un navigateur sans champ de date la laisse libre. */
export const dateSaisie = z.pipe(
  z.string({ error: DATE }),
  z.transform((texte: string, contexte): string => {
    const { date, probleme } = lireDate(texte);
    return date ?? refuser(contexte, DATES_REFUSEES[probleme]);
  }),
);

/** « 17,5 », « 17.5 h », « 1 200 heures » ; « 17 h 30 ». */
const HEURES = /^(\d{1,3}(?: ?\d{3})?)(?:[.,](\d{1,2}))? ?(?:h|heures?)?$/;
const HEURES_ET_MINUTES = /^(\d{1,3}) ?(?:h|heures?) ?([0-5]\d)(?: ?(?:mn|min|minutes?))?$/;

/** Un nombre d'heures tel qu'on le tape, ou null : une case vide n'est pas zéro. */
export function lireHeures(texte: string): number | null {
  const brut = texte.trim().toLowerCase().replace(/\s+/g, ' ');
  const decimales = HEURES.exec(brut);
  if (decimales) {
    const [, entier = '', fraction = '0'] = decimales;
    return Number(`${entier.replace(' ', '')}.${fraction}`);
  }
  const [, heures, minutes] = HEURES_ET_MINUTES.exec(brut) ?? [];
  return heures === undefined ? null : Number(heures) + Number(minutes) / 60;
}

/** Un nombre d'heures tapé (« 17,5 h »), dont le schéma dit ensuite les bornes et la précision. */
export const heuresSaisies = <S extends z.core.$ZodType<number>>(schema: S) =>
  z.pipe(
    z.transform((saisie: unknown) =>
      typeof saisie === 'string' ? (lireHeures(saisie) ?? saisie) : saisie,
    ),
    schema,
  );

/** Clé d'un envoi, tirée par le navigateur : le même envoi rejoué porte la même clé. */
export const cleSaisie = z.uuid({ error: 'Rechargez la page, puis recommencez.' });

export const consentementSaisi = z.literal(true, {
  error: 'Cochez la case pour dire que vous êtes d’accord.',
});

/** Les erreurs d'un formulaire : le premier message de chaque champ, dans l'ordre des champs. */
export type Erreurs = Record<string, string>;

const CHAMP_DE_TROP = 'Cet envoi contient un champ inconnu. Rechargez la page, puis recommencez.';

export function erreursDe(erreur: z.core.$ZodError): Erreurs {
  const erreurs: Erreurs = {};
  for (const { code, path, message } of erreur.issues) {
    const champ = path.join('.') || 'formulaire';
    // Le message de zod est en anglais, et redit les noms reçus.
    erreurs[champ] ??= code === 'unrecognized_keys' ? CHAMP_DE_TROP : message;
  }
  return erreurs;
}
