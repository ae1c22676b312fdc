import type { Redacteur } from './donnees.ts';
import type { DONNEES_DES_FINS } from './donnees-fins.ts';
import * as fins from './fins.tsx';

export const REDACTEURS_DES_FINS: { [G in keyof typeof DONNEES_DES_FINS]: Redacteur<G> } = {
  'dossier-clos': {
    objet: ({ reference, parcours }) => `Demande ${reference} close : ${parcours.intitule}`,
    Corps: fins.DossierClos,
  },
  'personne-export': {
    objet: () => 'Vos données dans le service',
    Corps: fins.PersonneExport,
    pieces: ({ fichier }) => [
      { nom: 'mes-donnees.json', type: 'application/json', contenu: fichier },
    ],
  },
  'personne-effacee': {
    objet: () => 'Vos données sont effacées',
    Corps: fins.PersonneEffacee,
  },
};
