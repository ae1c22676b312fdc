import { useEffect } from 'react';

/**
 * Tient des réponses dans l'adresse de la page : elle se partage, se recharge, et « précédent » y revient.
 * @param relire appelée à l'arrivée, puis à chaque retour dans l'historique
 * @returns ce qui écrit les réponses du moment dans l'adresse
 */
export function useAdresse(
  relire: (parametres: URLSearchParams, arrivee: boolean) => void,
): (parametres: URLSearchParams) => void {
  useEffect(() => {
    const revenir = () => relire(new URLSearchParams(location.search), false);
    relire(new URLSearchParams(location.search), true);
    addEventListener('popstate', revenir);
    return () => removeEventListener('popstate', revenir);
    // À l'arrivée seulement : ensuite, c'est l'historique qui prévient.
  }, []);
  return (parametres) => {
    const ecrits = parametres.toString();
    if (ecrits !== location.search.slice(1))
      history.pushState(null, '', ecrits ? `?${ecrits}` : location.pathname);
  };
}
