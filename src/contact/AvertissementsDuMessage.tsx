import { useEffect, useState } from 'react';

/* Le temps de finir une phrase : l'avertissement n'interrompt pas chaque mot. */
const REPIT_MS = 800;

/** Ce dont on avertit qui écrit, sans l'empêcher d'écrire. */
export function AvertissementsDuMessage({ message }: { message: string }) {
  const [phrases, setPhrases] = useState<readonly string[]>([]);
  useEffect(() => {
    if (message === '') {
      setPhrases([]);
      return undefined;
    }
    let depasse = false;
    const attente = setTimeout(() => {
      void import('./regles/relecture.ts').then(({ avertissementsDuMessage }) => {
        if (!depasse) setPhrases(avertissementsDuMessage(message));
      });
    }, REPIT_MS);
    return () => {
      depasse = true;
      clearTimeout(attente);
    };
  }, [message]);
  return (
    <div className="csf-vigilance" role="status">
      {phrases.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
    </div>
  );
}
