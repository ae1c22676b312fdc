/** Le nom sous lequel un courriel porte notre identifiant chez le fournisseur. */
export const ETIQUETTE = 'courriel';
