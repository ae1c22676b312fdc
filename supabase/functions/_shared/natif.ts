import { consigner, type Traitement } from './deps.ts';
import { renvoyer } from './http.ts';

/**
 * Un formulaire posté sans JavaScript reçoit une page du site plutôt que du JSON ; le statut est dans le fragment.
 * @param envoyee page qui dit que c'est reçu
 * @param incomplete page qui dit de revenir en arrière et de corriger
 */
export function avecPages(
  recevoir: Traitement,
  { envoyee, incomplete }: { envoyee: string; incomplete: string },
): Traitement {
  return async (requete, deps) => {
    const natif = requete.headers
      .get('Content-Type')
      ?.toLowerCase()
      .startsWith('application/x-www-form-urlencoded');
    if (!natif || requete.method !== 'POST') return recevoir(requete, deps);
    const { site } = deps.config;
    try {
      const reponse = await recevoir(requete, deps);
      if (reponse.ok) return renvoyer(site, envoyee);
      const { statut } = (await reponse.json()) as { statut: string };
      return renvoyer(site, incomplete, statut);
    } catch (erreur) {
      consigner('fonction-en-erreur', erreur);
      return renvoyer(site, incomplete, 'indisponible');
    }
  };
}
