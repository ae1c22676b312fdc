import { useRef, type Ref } from 'react';
import { communeDuCode } from '../lieux/appels/territoires.ts';
import ChampLieu, { type PriseSurLeLieu } from '../lieux/ChampLieu.tsx';
import { codeDeLaValeur } from '../lieux/regles/lieux.ts';
import { phraseDuLieu } from '../lieux/regles/territoire.ts';
import { useLieuDuCode } from '../lieux/useLieuDuCode.ts';
import { useErreur } from '../ui/erreurs.ts';
import { MessagesDuChamp } from '../ui/MessagesDuChamp.tsx';

interface Props {
  /** Le code INSEE retenu, ou ''. */
  code: string;
  /** Ce que le champ de lieu sait faire, pour qui relit le formulaire. */
  prise: Ref<PriseSurLeLieu>;
}

const LIEU = 'lieu';

/**
 * La commune : choisie par son nom, elle part par son code. Sans JavaScript on écrit ce code ; un seul des deux se voit.
 */
export function ChampCommune({ code, prise }: Props) {
  const erreur = useErreur('commune');
  const lieu = useLieuDuCode(code);
  const ecrit = useRef<HTMLInputElement>(null);
  const garder = (valeur: string) => {
    const choisi = codeDeLaValeur(valeur);
    if (!ecrit.current || ecrit.current.value === choisi) return;
    ecrit.current.value = choisi;
    ecrit.current.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <>
      <div className="csf-avec-js">
        <ChampLieu
          id={LIEU}
          nom="commune"
          valeur={code}
          resoudre={communeDuCode}
          onChoisir={garder}
          requis
          ref={prise}
          {...(erreur === undefined ? {} : { erreur })}
        />
      </div>
      <div className="fr-input-group csf-code-insee">
        <label className="fr-label" htmlFor="c-commune">
          Code INSEE de la commune
          <span className="fr-hint-text">
            Cinq signes, par exemple 93066 pour Saint-Denis. Ce n’est pas le code postal.
          </span>
        </label>
        <input
          ref={ecrit}
          className="fr-input"
          id="c-commune"
          name="commune"
          type="text"
          maxLength={5}
          aria-describedby="c-commune-messages"
          aria-invalid={erreur !== undefined}
          data-saisi-par={LIEU}
        />
        <MessagesDuChamp id="c-commune-messages" erreur={erreur} />
      </div>
      <p className="csf-note csf-territoire" role="status">
        {lieu && phraseDuLieu(lieu)}
      </p>
    </>
  );
}
