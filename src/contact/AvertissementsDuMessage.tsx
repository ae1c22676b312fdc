import { useEffect, useState } from 'react';

/* Le temps de finir une phrase : l'avertissement n'interrompt pas chaque mot. */
const REPIT_MS = 800;

/* Les listes de noms sont lourdes : elles n'arrivent qu'une fois la frappe posée. */
const avertir = async (message: string) =>
  (await import('../anonymisation/regles/vigilance.ts')).avertissementsDe(message);

interface Props {
  message: string;
}

/** Ce dont on avertit qui écrit, sans l'empêcher d'écrire. */
export function AvertissementsDuMessage({ message }: Props) {
  const [phrases, setPhrases] = useState<readonly string[]>([]);
  useEffect(() => {
    if (message === '') {
      setPhrases([]);
      return undefined;
    }
    let depasse = false;
    const attente = setTimeout(() => {
      // Hors réseau, rien n'avertit : le service relit de toute façon.
      void avertir(message).then(
        (dites) => {
          if (!depasse) setPhrases(dites);
        },
        () => undefined,
      );
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
