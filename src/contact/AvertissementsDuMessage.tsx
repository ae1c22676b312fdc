import { useEffect, useState } from 'react';

/* Le temps de finir une phrase : l'avertissement n'interrompt pas chaque mot. */
const REPIT_MS = 800;

interface Props {
  message: string;
  /** Ce qui relit le message, une fois la frappe posée : c'est lourd, et n'arrive qu'alors. */
  avertir: (message: string) => Promise<readonly string[]>;
}

/** Ce dont on avertit qui écrit, sans l'empêcher d'écrire. */
export function AvertissementsDuMessage({ message, avertir }: Props) {
  const [phrases, setPhrases] = useState<readonly string[]>([]);
  useEffect(() => {
    if (message === '') {
      setPhrases([]);
      return undefined;
    }
    let depasse = false;
    const attente = setTimeout(() => {
      void avertir(message).then((dites) => {
        if (!depasse) setPhrases(dites);
      });
    }, REPIT_MS);
    return () => {
      depasse = true;
      clearTimeout(attente);
    };
  }, [message, avertir]);
  return (
    <div className="csf-vigilance" role="status">
      {phrases.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
    </div>
  );
}
