import { attendre, clore, type Transition } from '../../suivi/regles/attentes.ts';
import { AVANT } from '../../suivi/regles/etats.ts';

/* Ce que change la vérification d'une personne : voir src/demande/regles/verification.ts. */

type Genres =
  | 'verification-demandee'
  | 'personne-connue'
  | 'personne-inconnue'
  | 'garde-finie'
  | 'verification-expiree';

export const VERIFICATION: { [G in Genres]: Transition<G> } = {
  'verification-demandee': {
    de: AVANT,
    vers: (_, e) => ({
      ...attendre(e, 'a-verifier', 'equipe', null),
      verification: e.donnees,
    }),
  },
  // Ce qui suit dit ce que la demande devient : elle part, prend rang, ou finit.
  'personne-connue': { de: ['a-verifier'], vers: () => ({}) },
  'personne-inconnue': { de: ['a-verifier'], vers: (_, e) => clore(e, 'retire') },
  'garde-finie': {
    de: ['a-verifier'],
    vers: ({ verification }) => ({
      verification: verification && { ...verification, gardeeJusquAu: null },
    }),
  },
  'verification-expiree': { de: ['a-verifier'], vers: (_, e) => clore(e, 'retire') },
};
