import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { DetailDuCalibrage } from './DetailDuCalibrage.tsx';
import { FormulaireDeCalibrage } from './FormulaireDeCalibrage.tsx';
import { useCalibrage } from './useCalibrage.ts';

/** Du montant d'un marché au volume de la clause, pendant que l'on répond. */
export function Calibrer() {
  const titre = useRef<HTMLHeadingElement>(null);
  const calibrage = useCalibrage();
  const { formulaire, resume, detail, demander, effacer } = calibrage;
  const voirLeResultat = () => {
    // Ce qui est à corriger doit être dit avant que le focus n'y aille.
    flushSync(demander);
    const faux = formulaire.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    (faux ?? titre.current)?.focus();
  };
  const recommencer = () => {
    effacer();
    formulaire.current?.querySelector<HTMLElement>('[name=montant]')?.focus();
  };
  return (
    <div className="csf-calibrer csf-avec-js">
      <FormulaireDeCalibrage
        calibrage={calibrage}
        surDemande={voirLeResultat}
        surEffacement={recommencer}
      />
      <section className="csf-resultat" aria-labelledby="resultat">
        <h2 ref={titre} id="resultat" tabIndex={-1}>
          Le résultat
        </h2>
        <p className="csf-resultat__resume" role="status">
          {resume}
        </p>
        <div id="detail">{detail && <DetailDuCalibrage detail={detail} />}</div>
      </section>
    </div>
  );
}
