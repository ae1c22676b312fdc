let decalage = 0;

export const maintenant = () => new Date(Date.now() + decalage);

/** Avance l'heure des fonctions, en millisecondes. Seul le service embarqué l'appelle, pour les tests. */
export function avancer(millisecondes: number): void {
  decalage = millisecondes;
}
