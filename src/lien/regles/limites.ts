/* Sans zod : le navigateur lit cette limite avant d'avoir le schéma. */

/** Ce que l'on peut taper d'une référence ou d'un code, espaces et tirets compris, en signes. */
export const CODE_TAPE_MAX = 20;
