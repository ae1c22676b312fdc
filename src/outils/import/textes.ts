import { anonymiser } from '../../anonymisation/regles/anonymisation.ts';
import type { Anonymisation } from '../../anonymisation/regles/publiable.ts';
import type { MotifDeSoupcon } from '../../anonymisation/regles/soupcons.ts';
import type { FormePreparee } from '../../anonymisation/regles/valeurs.ts';
import { formeDeCondition, formeDeTache } from '../../parcours/regles/mise-en-forme.ts';
import { normaliser } from '../../socle/texte.ts';
import { avertissement, blocage, type Remarque } from './remarques.ts';

/** Limites du schéma d'un parcours. */
const PHRASE_MAXIMALE = 400;
const PHRASES_MAXIMALES = 30;

const RETRAITS: Record<Anonymisation['retraits'][number]['motif'], string> = {
  courriel: 'une adresse électronique',
  telephone: 'un numéro de téléphone',
  'adresse-web': 'une adresse de site',
  adresse: 'une adresse précise',
  'identifiant-entreprise': "un numéro d'entreprise",
  'valeur-privee': 'une valeur privée de la ligne',
};

const SOUPCONS: Record<MotifDeSoupcon, string> = {
  civilite: 'une civilité suivie d’un nom',
  prenom: 'un prénom',
  'prenom-initiale': 'un prénom et une initiale',
  initiales: 'des initiales',
  age: 'un âge',
  jeune: 'la mention d’un jeune en particulier',
  'entreprise-citee': 'le nom d’une entreprise',
  'chiffres-en-lettres': 'un numéro en toutes lettres',
  alphabet: 'des lettres d’un autre alphabet',
};

export type TexteAnonyme = { phrases: string[]; remarques: Remarque[] };

/** Phrases publiables d'une cellule de texte libre, et ce que l'anonymisation en dit. */
export function anonymiserCellule(
  colonne: string,
  texte: string,
  prives: readonly FormePreparee[],
): TexteAnonyme {
  const { phrases, retraits, soupcons } = anonymiser(texte, prives);
  const remarques = retraits.map(({ motif, colonne: source }) =>
    avertissement(
      colonne,
      `phrase retirée : elle contient ${source === null ? RETRAITS[motif] : `la valeur de « ${source} »`}`,
      'Réécrire la phrase sans cette information.',
    ),
  );
  for (const motif of soupcons) {
    remarques.push(
      blocage(
        colonne,
        `texte à relire : il semble contenir ${SOUPCONS[motif]}`,
        'Réécrire le passage de façon à ne désigner personne, puis réimporter.',
      ),
    );
  }
  return { phrases, remarques };
}

/** Met les phrases en forme, sans doublon ni phrase trop longue pour être publiée. */
function mettreEnForme(
  colonne: string,
  phrases: readonly string[],
  forme: (phrase: string) => string,
): TexteAnonyme {
  const remarques: Remarque[] = [];
  const uniques = new Map<string, string>();
  for (const phrase of phrases) {
    const mise = forme(phrase);
    const cle = normaliser(mise);
    if (mise.length > PHRASE_MAXIMALE) {
      remarques.push(
        avertissement(
          colonne,
          'phrase retirée : elle est trop longue',
          'La couper en plusieurs phrases.',
        ),
      );
    } else if (cle !== '' && !uniques.has(cle)) uniques.set(cle, mise);
  }
  if (uniques.size > PHRASES_MAXIMALES) {
    remarques.push(
      avertissement(
        colonne,
        `seules les ${PHRASES_MAXIMALES} premières phrases sont gardées`,
        'Raccourcir la liste.',
      ),
    );
  }
  return { phrases: [...uniques.values()].slice(0, PHRASES_MAXIMALES), remarques };
}

/** Tâches : une majuscule, pas de point final. */
export function enTaches(colonne: string, phrases: readonly string[]): TexteAnonyme {
  return mettreEnForme(colonne, phrases, formeDeTache);
}

/** Conditions d'accueil : une majuscule et un point final. */
export function enConditions(colonne: string, phrases: readonly string[]): TexteAnonyme {
  return mettreEnForme(colonne, phrases, formeDeCondition);
}

const NEGATION = /\b(?:pas|sans|aucune?|non|ni|jamais|impossibles?|refuses?|exclue?s?)\b/;
const HORAIRES =
  /horaires?(?: \w+){0,3} (?:amenag|adapt|flexib|soupl|modul|variab)|(?:amenagement|adaptation|souplesse)(?: \w+){0,2} horaires?/;
const GRATIFICATION = /gratifi|indemnite de stage|stage (?:remunere|indemnise)/;

/** La négation ne vaut que dans sa proposition : « gratification prévue, pas de tenue » prévoit bien. */
function estAffirme(conditions: readonly string[], sujet: RegExp): boolean {
  return conditions
    .flatMap((condition) => condition.split(/[,;:()]| mais /))
    .map(normaliser)
    .some((proposition) => sujet.test(proposition) && !NEGATION.test(proposition));
}

/** Vrai si une condition annonce des horaires aménagés ; « horaires fixes », « pas d'horaires aménagés » : faux. */
export function annonceHorairesAmenages(conditions: readonly string[]): boolean {
  return estAffirme(conditions, HORAIRES);
}

/** Vrai si une condition annonce une gratification ; « sans gratification » : faux. */
export function annonceGratification(conditions: readonly string[]): boolean {
  return estAffirme(conditions, GRATIFICATION);
}
