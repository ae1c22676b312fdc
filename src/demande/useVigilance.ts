import { useEffect, useState } from 'react';
import type { Vigilance } from '../anonymisation/regles/vigilance.ts';

/** Le temps de finir une phrase avant de la relire, en millisecondes. */
const REPIT = 600;

const RIEN: Vigilance = { bloque: [], avertit: [] };

/** Ce qui gêne dans le message, relu pendant qu'il s'écrit. */
export function useVigilance(message: string): Vigilance {
  const [vigilance, setVigilance] = useState(RIEN);
  useEffect(() => {
    if (message === '') {
      setVigilance(RIEN);
      return undefined;
    }
    let depasse = false;
    const attente = setTimeout(() => {
      void import('./regles/relecture.ts').then(({ relireMessage }) => {
        if (!depasse) setVigilance(relireMessage(message));
      });
    }, REPIT);
    return () => {
      depasse = true;
      clearTimeout(attente);
    };
  }, [message]);
  return vigilance;
}
