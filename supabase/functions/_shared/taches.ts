import type { Traitement } from './deps.ts';
import { json } from './http.ts';
import { empreinteDe } from './jetons.ts';

/** Réserve une fonction aux tâches planifiées, qui connaissent leur secret. */
export function reserveAuxTaches(tache: Traitement): Traitement {
  return async (requete, deps) => {
    const recu = requete.headers.get('Authorization') ?? '';
    const [attendue, presentee] = await Promise.all([
      empreinteDe(`Bearer ${deps.config.secretTaches}`),
      empreinteDe(recu),
    ]);
    // Comparer deux empreintes : la durée de la comparaison n'apprend rien sur le secret.
    if (attendue !== presentee) return json(401, { statut: 'interdit' });
    if (requete.method !== 'POST') return json(405, { statut: 'methode' });
    return tache(requete, deps);
  };
}
