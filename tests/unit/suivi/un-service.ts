import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';

type Envoi = Record<string, unknown>;

/** Le service, tel que les pièces du suivi l'appellent : ce qu'il a lu, ce qu'il a reçu, ce qu'il répondra. */
export const service = {
  lu: undefined as object | undefined,
  recus: [] as Envoi[],
  reponses: [] as object[],
};

export function envoyer(_fonctions: string, route: string, champs: Envoi): Promise<Reponse> {
  if (route === 'suivi/lire-lien') return Promise.resolve(service.lu as Reponse);
  service.recus.push(champs);
  return Promise.resolve((service.reponses.shift() ?? { statut: 'indisponible' }) as Reponse);
}
