import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';

/** Le service que les tableaux appellent : ce qu'il a reçu, ce qu'il répondra ; et ce que la page a enregistré. */
export const service = {
  recus: [] as unknown[],
  reponses: [] as Reponse[],
  fichiers: [] as string[],
};

/** Remplace `formulaire/appels/fonctions.ts`. */
export const fonctions = {
  envoyer: (_fonctions: string, route: string, champs: Record<string, unknown>) => {
    service.recus.push([route, champs]);
    return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
  },
};

/** Remplace `lieux/appels/communes.ts`. */
export const communes = { lireCommunes: () => Promise.resolve({ 92050: ['Nanterre', '92'] }) };

/** Remplace `ui/telecharger.ts`. */
export const fichiers = {
  telecharger: (contenu: string) => {
    service.fichiers.push(contenu);
  },
};
