import { useEffect, useRef, type ReactNode } from 'react';
import { CourrielEquipe } from '../site/CourrielEquipe.tsx';
import type { LienTenu } from '../lien/useLien.ts';
import { Compte } from './Compte.tsx';
import { direLaLecture, direLeCompte } from './regles/mots.ts';
import type { TableauOuvert } from './useTableau.ts';

interface Props {
  titre: string;
  lien: LienTenu;
  ouvert: TableauOuvert;
  children: ReactNode;
}

/** Un tableau ouvert : ce qu'il compte, quand il a été lu, de quoi le relire ; puis ce qu'il montre. */
export function Ouvert({ titre, lien: { agi, reponse, relire }, ouvert, children }: Props) {
  const tete = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (agi) tete.current?.focus();
  }, [agi, reponse]);
  return (
    <>
      <h2 ref={tete} tabIndex={-1}>
        {titre}
      </h2>
      <Compte compte={direLeCompte(ouvert.retenues)} />
      <div className="csf-bord__lu">
        <p className="csf-note">Lu le {direLaLecture(ouvert.tableau.maintenant)}</p>
        <button
          type="button"
          className="fr-btn fr-btn--secondary fr-btn--sm"
          onClick={() => void relire()}
        >
          Actualiser
        </button>
      </div>
      {children}
      <div className="csf-question">
        <h2>Une question ?</h2>
        <p>Écrivez à l’équipe de la clause sociale de formation :</p>
        <p>
          <CourrielEquipe />
        </p>
      </div>
    </>
  );
}
