import type { Option } from '../ui/Radios.tsx';
import { ROLES_DE_MESSAGE, SUJETS_DE_MESSAGE, type RoleDeMessage } from './regles/sujets.ts';

const AIDES: Partial<Record<RoleDeMessage, string>> = {
  tuteur:
    'En MLDS (mission de lutte contre le décrochage scolaire), en lycée ou dans une structure partenaire.',
  acheteur: 'Vous passez le marché public, ou vous suivez son exécution.',
};

/** Qui écrit. */
export const optionsDesRoles: Option[] = Object.entries(ROLES_DE_MESSAGE).map(
  ([valeur, libelle]) => ({ valeur, libelle, aide: AIDES[valeur as RoleDeMessage] }),
);

/** De quoi l'on écrit ; chaque sujet dit à qui il s'adresse. */
export const optionsDesSujets: Option[] = Object.entries(SUJETS_DE_MESSAGE).map(
  ([valeur, { libelle, aide, roles }]) => ({
    valeur,
    libelle,
    aide,
    donnees: { 'data-roles': roles.join(' ') },
  }),
);
