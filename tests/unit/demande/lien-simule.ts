import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';

/** Le service que la page d'un lien appelle : ce qu'il a reçu, ce qu'il répondra. */
export const service = { recus: [] as unknown[], reponses: [] as Reponse[] };

/** Remplace `formulaire/appels/fonctions.ts`. */
export const fonctions = {
  envoyer: (_fonctions: string, route: string, champs: Record<string, unknown>) => {
    service.recus.push([route, champs]);
    return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
  },
};

/** Une demande telle que son lien la lit. */
export const uneDemande = (statut: string, champs: Record<string, unknown> = {}) => ({
  statut,
  reference: 'D-abc123',
  parcours: { id: 'bcdfghjk', intitule: 'Préparer une commande' },
  heures: 300,
  debutLe: '2027-01-14',
  activeLe: null,
  rang: null,
  ...champs,
});

/** Ce que la page montre, espaces ordinaires. */
export const texte = () => document.querySelector('main')?.textContent.replaceAll(/\s/g, ' ') ?? '';
