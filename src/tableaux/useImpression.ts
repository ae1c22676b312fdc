import { useEffect } from 'react';
import { flushSync } from 'react-dom';

/** Montre tout avant l'impression : sur le papier, il n'y a pas de bouton pour la suite. */
export function useImpression(toutMontrer: () => void): void {
  useEffect(() => {
    // Le navigateur n'attend pas que React ait le temps.
    const avant = () => flushSync(toutMontrer);
    addEventListener('beforeprint', avant);
    return () => removeEventListener('beforeprint', avant);
  });
}
