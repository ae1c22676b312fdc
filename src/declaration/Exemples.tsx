import { useEffect, useState } from 'react';
import { lireJson } from '../site/appels.ts';

interface Props {
  /** Le domaine choisi, ou ''. */
  domaine: string;
  /** Les lignes de la case des tâches. */
  ecrites: readonly string[];
  /** Écrit la ligne dans la case des tâches, ou l'en retire. */
  surChoix: (exemple: string, coche: boolean) => void;
}

/** Des exemples de tâches du domaine choisi : une case cochée est une ligne de la grande case, et rien d'autre. */
export function Exemples({ domaine, ecrites, surChoix }: Props) {
  const [exemples, setExemples] = useState<readonly string[]>([]);
  useEffect(() => {
    let depasse = false;
    const montrer = (lus: readonly string[]) => {
      if (!depasse) setExemples(lus);
    };
    if (domaine === '') montrer([]);
    else
      lireJson<Record<string, string[]>>('/acheteur/declarer/exemples.json').then(
        (parDomaine) => {
          montrer(parDomaine[domaine] ?? []);
        },
        // Sans les exemples, on tape soi-même ses tâches.
        () => {
          montrer([]);
        },
      );
    return () => {
      depasse = true;
    };
  }, [domaine]);
  if (exemples.length === 0) return null;
  return (
    <fieldset className="csf-exemples">
      <legend>Des exemples</legend>
      <div>
        {exemples.map((exemple, rang) => (
          <div key={exemple} className="fr-checkbox-group fr-checkbox-group--sm">
            <input
              type="checkbox"
              id={`exemple-${rang}`}
              checked={ecrites.includes(exemple)}
              onChange={({ currentTarget }) => {
                surChoix(exemple, currentTarget.checked);
              }}
            />
            <label className="fr-label" htmlFor={`exemple-${rang}`}>
              {exemple}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
