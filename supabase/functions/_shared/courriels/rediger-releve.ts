import type { Redacteur } from './donnees.ts';
import type { DONNEES_DE_LA_RELEVE } from './donnees-releve.ts';
import * as releve from './releve.tsx';

export const REDACTEURS_DE_LA_RELEVE: {
  [G in keyof typeof DONNEES_DE_LA_RELEVE]: Redacteur<G>;
} = {
  'releve-equipe': {
    objet: () => 'À vérifier : reprise des dossiers d’un acheteur parti',
    Corps: releve.ReleveEquipe,
  },
  'releve-recue': {
    objet: () => 'Votre demande de reprise est reçue',
    Corps: releve.ReleveRecue,
  },
  'releve-acceptee': {
    objet: ({ parcours }) => `Vous suivez maintenant ${parcours} parcours`,
    Corps: releve.ReleveAcceptee,
  },
  'releve-refusee': {
    objet: () => 'Votre demande de reprise n’est pas acceptée',
    Corps: releve.ReleveRefusee,
  },
  'releve-passee': {
    objet: () => 'Vos parcours sont suivis par un collègue',
    Corps: releve.RelevePassee,
  },
};
