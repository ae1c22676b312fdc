/** Ce qu'une grande case peut compter de lignes : à part du schéma, qui n'arrive dans la page que lorsque l'on écrit. */
export const TACHES_MAX = 12;
export const CONDITIONS_MAX = 10;
