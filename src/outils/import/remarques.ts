/** Ce que l'import a à dire d'une ligne. Les textes ne citent jamais une valeur de l'export. */
export type Remarque = {
  /** Titre de la colonne en cause, ou chaîne vide pour la ligne entière. */
  colonne: string;
  /** `bloquante` : la ligne n'est pas publiée. */
  bloquante: boolean;
  motif: string;
  correction: string;
};

export function avertissement(colonne: string, motif: string, correction: string): Remarque {
  return { colonne, bloquante: false, motif, correction };
}

export function blocage(colonne: string, motif: string, correction: string): Remarque {
  return { colonne, bloquante: true, motif, correction };
}

export function ligneDeforme(forme: 'trop-longue' | 'trop-courte'): Remarque {
  return blocage(
    '',
    forme === 'trop-longue'
      ? 'la ligne a plus de cellules que l’en-tête de colonnes'
      : 'la ligne est trop courte : des colonnes requises manquent',
    'Vérifier les guillemets autour des textes qui contiennent le séparateur.',
  );
}

export const ligneCourte = () =>
  avertissement(
    '',
    'ligne plus courte que l’en-tête, la fin est considérée vide',
    'Vérifier la fin de la ligne.',
  );

export const doublon = () =>
  avertissement(
    '',
    'même parcours qu’une ligne précédente, publié une seule fois',
    'Supprimer la ligne en double.',
  );

export const memeIdentite = () =>
  avertissement(
    '',
    'même marché qu’une ligne précédente avec un autre contenu, publié à part',
    'Vérifier qu’il s’agit bien de deux parcours.',
  );

export const ancienneVersion = (id: string) =>
  avertissement(
    '',
    `le parcours ${id} reste publié dans sa version précédente`,
    'Corriger la ligne, puis réimporter.',
  );

export const absentDeLExport = (id: string) =>
  avertissement(
    '',
    `le parcours ${id} n’est plus dans l’export, il est marqué terminé`,
    'Le remettre dans l’export s’il a toujours cours.',
  );

export const seraitFerme = (id: string) =>
  avertissement(
    '',
    `le parcours ${id} n’est plus dans l’export, il serait marqué terminé`,
    'Le remettre dans l’export s’il a toujours cours.',
  );

export const fichierCoupe = () =>
  avertissement(
    '',
    'la dernière ligne, et elle seule, est plus courte que l’en-tête : le fichier est peut-être coupé, aucun parcours n’est fermé',
    'Refaire l’export en entier.',
  );

export const fichierIllisible = (id: string) =>
  avertissement(
    '',
    `le fichier ${id}.yaml n’est pas un parcours, il est laissé tel quel`,
    'Corriger ou supprimer ce fichier.',
  );
