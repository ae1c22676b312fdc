import { useErreur } from './erreurs.ts';
import { Libelle } from './Libelle.tsx';
import { MessagesDuChamp } from './MessagesDuChamp.tsx';
import { useAnime } from './useAnime.ts';

/** Une réponse possible ; `donnees` : attributs « data- » que le style lit. */
export type Option = {
  valeur: string;
  libelle: string;
  aide?: string | undefined;
  /** Vrai : se lit, mais ne se choisit plus. */
  inactive?: boolean | undefined;
  donnees?: Readonly<Record<`data-${string}`, string>>;
};

interface Props {
  nom: string;
  legende: string;
  aide?: string;
  options: readonly Option[];
  requis?: boolean;
  classe?: string;
  surChoix?: (valeur: string) => void;
}

/** Des réponses dont on choisit une seule. La première porte l'identifiant du champ : le résumé des erreurs y mène. */
export function Radios({ nom, legende, aide, options, requis = true, classe, surChoix }: Props) {
  const erreur = useErreur(nom);
  // Sans JavaScript le navigateur exige une réponse ; avec, il annoncerait chaque bouton faux avant le moindre choix.
  const anime = useAnime();
  const id = `c-${nom}`;
  const classes = ['fr-fieldset', erreur !== undefined && 'fr-fieldset--error', classe];
  return (
    <fieldset
      className={classes.filter(Boolean).join(' ')}
      data-champ={nom}
      role="radiogroup"
      aria-required={requis}
      aria-invalid={erreur !== undefined}
      aria-labelledby={`${id}-legende ${id}-messages`}
    >
      <legend className="fr-fieldset__legend fr-fieldset__legend--regular" id={`${id}-legende`}>
        {legende}
        {aide !== undefined && <span className="fr-hint-text">{aide}</span>}
      </legend>
      {options.map(({ valeur, libelle, aide: aideDeLOption, inactive, donnees }, rang) => {
        const idDeLOption = rang === 0 ? id : `${id}-${valeur}`;
        return (
          <div key={valeur} className="fr-fieldset__element" {...donnees}>
            <div className="fr-radio-group">
              <input
                type="radio"
                id={idDeLOption}
                name={nom}
                value={valeur}
                required={requis && !anime}
                disabled={inactive}
                onChange={() => surChoix?.(valeur)}
              />
              <Libelle pour={idDeLOption} libelle={libelle} aide={aideDeLOption} />
            </div>
          </div>
        );
      })}
      <MessagesDuChamp id={`${id}-messages`} erreur={erreur} />
    </fieldset>
  );
}
