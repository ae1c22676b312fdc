import { useEffect, useState } from 'react';
import type { Vigilance } from '../anonymisation/regles/vigilance.ts';

/** Le temps de finir une phrase avant de la relire, en millisecondes. */
const REPIT = 600;

const RIEN: Vigilance = { bloque: [], avertit: [] };

/**
 * Ce qui gêne dans le message, relu pendant qu'il s'écrit, et aussitôt à la relecture : elle ne montre pas ce qui vient
 * d'être corrigé.
 */
export function useVigilance(message: string, enRelecture: boolean): Vigilance {
  const [relu, setRelu] = useState({ message: '', vigilance: RIEN });
  useEffect(() => {
    if (message === '') return undefined;
    let depasse = false;
    const attente = setTimeout(
      () => {
        // Hors réseau, rien n'avertit : le service relit de toute façon.
        void import('../anonymisation/regles/vigilance.ts').then(
          ({ relireMessage }) => {
            if (!depasse) setRelu({ message, vigilance: relireMessage(message) });
          },
          () => undefined,
        );
      },
      enRelecture ? 0 : REPIT,
    );
    return () => {
      depasse = true;
      clearTimeout(attente);
    };
  }, [message, enRelecture]);
  return message === '' || (enRelecture && relu.message !== message) ? RIEN : relu.vigilance;
}
