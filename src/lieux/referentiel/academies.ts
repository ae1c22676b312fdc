import { normaliser } from '../../socle/texte.ts';

/**
 * Académies et départements qui les composent.
 * Source : code de l'éducation, articles R222-2 et suivants ; les vice-rectorats du Pacifique y tiennent
 * lieu d'académie, Saint-Pierre-et-Miquelon dépend de l'académie de Normandie, Saint-Barthélemy et
 * Saint-Martin de celle de la Guadeloupe. Aucun paquet npm tenu à jour ne les donne : la liste est écrite ici.
 */
export type Academie = { slug: string; nom: string; departements: string[] };

const TABLE: readonly (readonly [slug: string, nom: string, departements: string])[] = [
  ['aix-marseille', 'Aix-Marseille', '04 05 13 84'],
  ['amiens', 'Amiens', '02 60 80'],
  ['besancon', 'Besançon', '25 39 70 90'],
  ['bordeaux', 'Bordeaux', '24 33 40 47 64'],
  ['clermont-ferrand', 'Clermont-Ferrand', '03 15 43 63'],
  ['corse', 'Corse', '2A 2B'],
  ['creteil', 'Créteil', '77 93 94'],
  ['dijon', 'Dijon', '21 58 71 89'],
  ['grenoble', 'Grenoble', '07 26 38 73 74'],
  ['guadeloupe', 'Guadeloupe', '971 977 978'],
  ['guyane', 'Guyane', '973'],
  ['la-reunion', 'La Réunion', '974'],
  ['lille', 'Lille', '59 62'],
  ['limoges', 'Limoges', '19 23 87'],
  ['lyon', 'Lyon', '01 42 69'],
  ['martinique', 'Martinique', '972'],
  ['mayotte', 'Mayotte', '976'],
  ['montpellier', 'Montpellier', '11 30 34 48 66'],
  ['nancy-metz', 'Nancy-Metz', '54 55 57 88'],
  ['nantes', 'Nantes', '44 49 53 72 85'],
  ['nice', 'Nice', '06 83'],
  ['normandie', 'Normandie', '14 27 50 61 76 975'],
  ['nouvelle-caledonie', 'Nouvelle-Calédonie (vice-rectorat)', '988'],
  ['orleans-tours', 'Orléans-Tours', '18 28 36 37 41 45'],
  ['paris', 'Paris', '75'],
  ['poitiers', 'Poitiers', '16 17 79 86'],
  ['polynesie-francaise', 'Polynésie française (vice-rectorat)', '987'],
  ['reims', 'Reims', '08 10 51 52'],
  ['rennes', 'Rennes', '22 29 35 56'],
  ['strasbourg', 'Strasbourg', '67 68'],
  ['toulouse', 'Toulouse', '09 12 31 32 46 65 81 82'],
  ['versailles', 'Versailles', '78 91 92 95'],
  ['wallis-et-futuna', 'Wallis-et-Futuna (vice-rectorat)', '986'],
];

/** Noms d'avant 2020, et formes courantes, que les exports contiennent encore. */
const ANCIENS_NOMS: Readonly<Record<string, string>> = {
  caen: 'normandie',
  rouen: 'normandie',
  reunion: 'la-reunion',
  'la guadeloupe': 'guadeloupe',
  'la guyane': 'guyane',
  'la martinique': 'martinique',
  'wallis et futuna': 'wallis-et-futuna',
  polynesie: 'polynesie-francaise',
};

const ACADEMIES: readonly Academie[] = TABLE.map(([slug, nom, departements]) => ({
  slug,
  nom,
  departements: departements.split(' '),
}));

const PAR_DEPARTEMENT = new Map(
  ACADEMIES.flatMap((academie) => academie.departements.map((code) => [code, academie] as const)),
);

const PAR_NOM = new Map([
  ...ACADEMIES.map((academie) => [academie.slug.replaceAll('-', ' '), academie.slug] as const),
  ...Object.entries(ANCIENS_NOMS),
]);

/** Les académies et vice-rectorats, par ordre alphabétique. */
export function academies(): readonly Academie[] {
  return ACADEMIES;
}

/** Académie d'un département (`93`, `2A`, `974`), ou undefined pour un code inconnu. */
export function academieDuDepartement(code: string): Academie | undefined {
  return PAR_DEPARTEMENT.get(code);
}

/** Identifiant de l'académie nommée (« Créteil », « Académie de Caen »), ou null. */
export function lireAcademie(texte: string): string | null {
  const nom = normaliser(texte)
    .replace(/^(academie|rectorat|vice rectorat)( de la| de l| de| d| des)? /, '')
    .replace(/ vice rectorat$/, '');
  return PAR_NOM.get(nom) ?? null;
}
