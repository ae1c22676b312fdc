/* Sans zod : la page du suivi charge ces mots. */

/** Longueur de chaque ligne d'un marché, en signes ; la base a les mêmes. */
export const LONGUEURS_DU_MARCHE = {
  entreprise: 150,
  acheteur: 150,
  objet: 500,
  lot: 200,
  site: 300,
} as const;

type Ligne = keyof typeof LONGUEURS_DU_MARCHE;
type Connu = Readonly<Record<Ligne, string | null>>;

const NOMS: readonly (readonly [Ligne, string])[] = [
  ['objet', 'Marché'],
  ['lot', 'Lot'],
  ['entreprise', 'Entreprise'],
  ['acheteur', 'Acheteur'],
  ['site', 'Site'],
];

/** Ce que l'on sait d'un marché, une ligne par fait ; ce qui manque n'a pas de ligne. */
export const faitsDuMarche = (marche: Connu | null | undefined): [string, string][] =>
  NOMS.flatMap(([cle, nom]): [string, string][] => {
    const valeur = marche?.[cle] ?? '';
    return valeur === '' ? [] : [[nom, valeur]];
  });
