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
