/* Sans zod : le navigateur lit ces limites avant d'avoir un schéma. */

/** Un identifiant public : huit signes sans voyelle, pour ne jamais former un mot. */
export const IDENTIFIANT = /^[b-df-hj-np-tv-z2-9]{8}$/;
export const IDENTIFIANT_SIGNES = 8;

/** Plus grand volume d'un parcours, en heures. */
export const HEURES_MAX = 2000;
