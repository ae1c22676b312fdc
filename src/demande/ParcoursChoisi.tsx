import { useContext, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { libelleDuree } from '../calibrage/regles/calibrage.ts';
import { raisonDuRefus } from '../formulaire/regles/refus.ts';
import { phraseDuMoment } from '../parcours/regles/fiche.ts';
import { ErreursDesChamps } from '../ui/erreurs.ts';
import type { ParcoursTenu } from './useParcours.ts';

/** Le parcours demandé, nommé dès que le service le connaît, et ce qu'il faut savoir de son état du moment. */
export function ParcoursChoisi({ parcours }: { parcours: ParcoursTenu }) {
  const { demande, choisirUnAutre } = parcours;
  const etat = demande?.etat;
  const phrase = etat && phraseDuMoment(etat);
  const choisir = () => {
    // Une case cachée ne prend pas le focus.
    flushSync(choisirUnAutre);
    document.getElementById('c-parcoursId')?.focus();
  };
  return (
    <>
      {demande && !demande.inconnu && (
        <div className="csf-encart csf-parcours-choisi">
          <p>
            <a href={`/parcours/${encodeURIComponent(demande.reference)}/`}>
              {etat ? etat.intitule : `Parcours ${demande.reference}`}
            </a>
            {etat && ` ${libelleDuree(etat.heures)}. Référence ${demande.reference}.`}
          </p>
          <button type="button" className="csf-lien" onClick={choisir}>
            Choisir un autre parcours
          </button>
        </div>
      )}
      <div role="status">
        {phrase && <p className="csf-encart csf-parcours-choisi">{phrase}</p>}
      </div>
    </>
  );
}

/** La case de la référence : cachée tant que le parcours est nommé, elle dit si le service ne la connaît pas. */
export function CaseDeLaReference({
  parcours: { demande, aTaper },
  children,
}: {
  parcours: ParcoursTenu;
  children: ReactNode;
}) {
  const erreurs = useContext(ErreursDesChamps);
  const inconnu = demande?.inconnu && { parcoursId: raisonDuRefus({ statut: 'inconnu' }) };
  return (
    <ErreursDesChamps value={{ ...inconnu, ...erreurs }}>
      <div hidden={!aTaper}>{children}</div>
    </ErreursDesChamps>
  );
}
