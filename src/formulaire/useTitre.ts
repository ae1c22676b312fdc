import { useLayoutEffect, useRef } from 'react';

/**
 * Tient le titre du document à jour de ce que la page montre : « Erreur – Étape 1 sur 3 – Dire votre intérêt ». C'est la
 * première chose qu'un lecteur d'écran relit, et ce qui distingue deux onglets.
 */
export function useTitre(...debuts: (string | false | undefined)[]): void {
  const base = useRef<string>(undefined);
  const debut = debuts.filter(Boolean).join(' – ');
  // Avec la page qu'il annonce, pas après elle : ni un lecteur d'écran, ni un onglet, ne montre l'ancien.
  useLayoutEffect(() => {
    base.current ??= document.title;
    document.title = debut === '' ? base.current : `${debut} – ${base.current}`;
  }, [debut]);
}
