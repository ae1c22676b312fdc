import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Ligne } from './Ligne.tsx';
import type { LigneDeTableau } from './regles/tableau.ts';
import { useImpression } from './useImpression.ts';
import type { TableauOuvert } from './useTableau.ts';

interface Props {
  ouvert: TableauOuvert;
  legende: string;
  /** Ce que dit la place du tableau quand il n'a aucune ligne. */
  vide: string;
  /** Ce que la page ajoute à chaque dossier. */
  enPlus?: (ligne: LigneDeTableau) => ReactNode;
}

const COLONNES = [
  'Parcours',
  'Qui doit agir',
  'Au plus tard le',
  'Dernière action',
  'Mise en relation',
];

/** Lignes montrées d'abord, puis à chaque « suite » : un tableau national se charge sans attendre. */
const PAR_PAGE = 100;

/** Les dossiers, par centaines ; sur le papier, tous. */
export function Dossiers({ ouvert: { tableau, noms, retenues }, legende, vide, enPlus }: Props) {
  const corps = useRef<HTMLTableSectionElement>(null);
  const [vues, setVues] = useState({ retenues, jusque: PAR_PAGE });
  // D'autres dossiers : on revient aux premiers.
  const jusque = vues.retenues === retenues ? vues.jusque : PAR_PAGE;
  const restent = retenues.length - jusque;
  useImpression(() => setVues({ retenues, jusque: retenues.length }));
  const continuer = () => {
    flushSync(() => setVues({ retenues, jusque: jusque + PAR_PAGE }));
    // Le focus va à la première ligne nouvelle : le bouton s'est éloigné.
    corps.current?.rows[jusque]?.querySelector<HTMLElement>('a, [tabindex]')?.focus();
  };
  if (retenues.length === 0) return <p className="csf-encart">{vide}</p>;
  return (
    <>
      <table className="csf-bord__table">
        <caption className="fr-sr-only">{legende}</caption>
        <thead>
          <tr>
            {COLONNES.map((colonne) => (
              <th key={colonne} scope="col">
                {colonne}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={corps}>
          {retenues.slice(0, jusque).map((ligne) => (
            <Ligne key={ligne.reference} ligne={ligne} noms={noms} lecteur={tableau}>
              {enPlus?.(ligne)}
            </Ligne>
          ))}
        </tbody>
      </table>
      {restent > 0 && (
        <p className="csf-actions">
          <button type="button" className="fr-btn fr-btn--secondary" onClick={continuer}>
            Montrer la suite ({restent})
          </button>
        </p>
      )}
    </>
  );
}
