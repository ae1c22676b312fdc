import type { Disponibilite } from './disponibilite.ts';

/** Ce que dit la page d'un parcours qui n'est pas, ou n'est plus, disponible. */
export const ETATS_DE_FICHE: Record<Disponibilite, string | null> = {
  disponible: null,
  'en-preparation':
    'Ce parcours est en préparation : il n’est pas encore disponible. Vous pouvez déjà dire votre intérêt.',
  reserve:
    'Ce parcours est réservé pour un jeune. Un seul jeune est proposé à la fois ; il peut se libérer, ou accueillir un autre jeune ensuite.',
  pourvu: 'Ce parcours n’est plus disponible : il est pourvu.',
  termine: 'Ce parcours n’est plus disponible : il est terminé.',
};
