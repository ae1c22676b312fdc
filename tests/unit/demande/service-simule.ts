import type { Recu } from '../../../src/demande/scripts/recu.ts';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';

/** Ce que le service sait d'un parcours libre et entier. */
export const ETAT: Reponse = {
  statut: 'connu',
  intitule: 'Préparer une commande',
  commune: '35238',
  heures: 450,
  heuresRestantes: 450,
  disponibilite: 'disponible',
  reserveLe: null,
  enAttente: 0,
};

/** Un service de théâtre : ce qu'il répondra, et ce qu'il a reçu. */
export const service = {
  protege: true,
  etat: ETAT as Reponse | undefined,
  reponses: [] as Reponse[],
  recus: [] as Record<string, unknown>[],
  suites: [] as Recu[],
};

export const envoi = {
  estProtege: () => service.protege,
  Envoi: class {
    preparer() {
      return undefined;
    }
    envoyer(champs: Record<string, unknown>) {
      service.recus.push(champs);
      return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
    }
  },
};

export const appels = { demanderEtat: () => Promise.resolve(service.etat) };

export const suite = { allerALaSuite: (recu: Recu) => service.suites.push(recu) };
