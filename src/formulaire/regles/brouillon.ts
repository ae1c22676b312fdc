/** Sous quoi un brouillon est rangé dans le navigateur, avant le nom du formulaire. */
export const PREFIXE_DES_BROUILLONS = 'csf-brouillon-';

/** Un brouillon n'est repris que pendant sept jours, en millisecondes : l'appareil sert peut-être à d'autres. */
export const DUREE_D_UN_BROUILLON = 604_800_000;
