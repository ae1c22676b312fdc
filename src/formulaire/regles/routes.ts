import { TACHES } from '../../sante/regles/taches.ts';

/**
 * Les fonctions du service, une par salle, et les routes de chacune : « suivi/agir » se trouve à
 * `<adresse des fonctions>/suivi/agir`. Les fonctions se branchent sur cette liste, et le site n'appelle qu'elle.
 * `defi` est dans chaque fonction qui reçoit un formulaire : celle qui le donne est déjà réveillée quand l'envoi arrive.
 */
export const ROUTES = {
  demande: [
    'defi',
    'exprimer-interet',
    'lire-lien',
    'confirmer-interet',
    'accepter-proposition',
    'retirer-interet',
    'verifier-personne',
    'etat-parcours',
  ],
  suivi: [
    'defi',
    'lire-lien',
    'agir',
    'agir-tableau',
    'retrouver-suivi',
    'ouvrir-par-code',
    'demander-releve',
    'decider-releve',
    'remise',
  ],
  declaration: [
    'defi',
    'declarer-parcours',
    'lire-lien',
    'confirmer-contacts',
    'valider-declaration',
  ],
  contact: ['defi', 'contacter'],
  /* « sante » est la seule que tout le monde peut lire : les autres demandent le secret des tâches. */
  taches: [...TACHES, 'sante'],
} as const;

export type Fonction = keyof typeof ROUTES;
export type RouteDe<F extends Fonction> = (typeof ROUTES)[F][number];

/** Une route telle que le site l'appelle. */
export type Route = { [F in Fonction]: `${F}/${RouteDe<F>}` }[Fonction];

export const TOUTES_LES_ROUTES = Object.entries(ROUTES).flatMap(([fonction, routes]) =>
  routes.map((route) => `${fonction}/${route}` as Route),
);
