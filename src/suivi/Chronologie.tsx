import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { enFrancais, heureDite, jourAParis } from '../socle/dates.ts';
import type { EvenementDit, SuiviRecu } from './regles/recu.ts';

/** Au-delà, l'histoire se replie : les derniers faits se lisent d'abord. */
const DERNIERS = 6;

function Fait({ evenement, ancien }: { evenement: EvenementDit; ancien: boolean }) {
  const { le, auteur, precision } = evenement;
  const instant = new Date(le);
  return (
    <li className={`csf-chronologie__fait csf-de-${auteur}${ancien ? ' csf-ancien' : ''}`}>
      <span className="csf-chronologie__date">
        <time dateTime={le}>{`${enFrancais(jourAParis(instant))}, ${heureDite(instant)}`}</time>
      </span>
      <span>{`${evenement.phrase}.`}</span>
      {precision !== null && <blockquote>{precision}</blockquote>}
    </li>
  );
}

/** Ce qui s'est passé, aujourd'hui, ce qui vient. */
export function Chronologie({ recu }: { recu: SuiviRecu }) {
  const { evenements, dit, maintenant } = recu;
  const [entiere, setEntiere] = useState(false);
  const liste = useRef<HTMLOListElement>(null);
  const anciens = evenements.length > DERNIERS + 2 ? evenements.length - DERNIERS : 0;
  return (
    <section aria-labelledby="chronologie">
      <h2 id="chronologie">Ce qui s’est passé, ce qui vient</h2>
      {anciens > 0 && !entiere && (
        <p className="csf-tout">
          <button
            type="button"
            className="csf-lien"
            onClick={() => {
              flushSync(() => setEntiere(true));
              liste.current?.focus();
            }}
          >
            {`Voir les ${anciens} faits plus anciens`}
          </button>
        </p>
      )}
      <ol
        ref={liste}
        className={`csf-nue csf-chronologie${entiere ? ' csf-chronologie--entiere' : ''}`}
        tabIndex={entiere ? -1 : undefined}
      >
        {evenements.map((evenement, rang) => (
          <Fait key={evenement.id} evenement={evenement} ancien={rang < anciens} />
        ))}
        <li className="csf-chronologie__present" aria-current="step">
          <span className="csf-chronologie__date">
            {`Aujourd’hui, ${enFrancais(jourAParis(new Date(maintenant)))}`}
          </span>
          <strong>{dit.tour}</strong>
        </li>
        {dit.aVenir.map(({ quoi, quand }) => (
          <li key={quoi} className="csf-chronologie__suite">
            <span className="csf-chronologie__date">{quand ?? 'Ensuite'}</span>
            <span>{quoi}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
