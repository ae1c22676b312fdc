import { useRef, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useImpression } from './useImpression.ts';

interface Props {
  /** Ce qui distingue cette liste des autres de la page. */
  nom: string;
  titre: string;
  aide: string;
  /** Ce que dit la liste quand elle est vide. */
  aucun: string;
  /** Ses éléments (`li`), chacun avec un lien, un bouton, ou de quoi recevoir le focus. */
  elements: readonly ReactElement[];
}

/** Éléments d'une liste courte montrés d'emblée. */
const D_EMBLEE = 10;

/** Une liste courte : son nombre, ses premiers éléments, puis tous ; sur le papier, tous. */
export function Liste({ nom, titre, aide, aucun, elements }: Props) {
  const liste = useRef<HTMLUListElement>(null);
  const [entiere, setEntiere] = useState(false);
  useImpression(() => setEntiere(true));
  const toutMontrer = () => {
    flushSync(() => setEntiere(true));
    liste.current?.children
      .item(D_EMBLEE)
      ?.querySelector<HTMLElement>('a, button, [tabindex]')
      ?.focus();
  };
  return (
    <section aria-labelledby={`liste-${nom}`}>
      <h3 id={`liste-${nom}`}>
        {titre} ({elements.length})
      </h3>
      <p className="csf-note">{aide}</p>
      {elements.length === 0 ? (
        <p>{aucun}</p>
      ) : (
        <ul ref={liste} className="csf-nue csf-bord__liste">
          {entiere ? elements : elements.slice(0, D_EMBLEE)}
        </ul>
      )}
      {!entiere && elements.length > D_EMBLEE && (
        <button type="button" className="csf-lien" onClick={toutMontrer}>
          Montrer les {elements.length} <span className="fr-sr-only">de la liste « {titre} »</span>
        </button>
      )}
    </section>
  );
}
