import { useErreur } from './erreurs.ts';
import { Libelle } from './Libelle.tsx';
import { MessagesDuChamp } from './MessagesDuChamp.tsx';

interface Props {
  /** Nom du champ dans le schéma ; « groupe.champ » pour un champ d'un groupe. */
  nom: string;
  libelle: string;
  aide?: string;
  type?: 'text' | 'email' | 'tel' | 'date' | 'time';
  /** Nombre de lignes d'une grande case ; absent : une seule ligne. */
  lignes?: number;
  /** Champ que l'on peut laisser vide : son libellé le dit. */
  facultatif?: boolean;
  /** Faux : le champ ne sert que pour certaines réponses, le navigateur ne doit pas l'exiger seul. */
  requis?: boolean;
  /** Jamais « off » : le navigateur ne rendrait plus, au retour en arrière, ce qui était tapé sans JavaScript. */
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text';
  maxlength?: number;
  min?: string | number;
  max?: string | number;
  /** Écart entre deux valeurs que le navigateur propose. */
  pas?: number;
  valeur?: string;
  classe?: string;
  surSaisie?: (valeur: string) => void;
}

/** Un champ où l'on tape, sur une ligne ou plusieurs. Sa valeur reste dans la page : React ne la remplace jamais. */
export function Champ({
  nom,
  libelle,
  aide,
  type = 'text',
  lignes,
  facultatif = false,
  requis = !facultatif,
  autocomplete,
  inputmode,
  maxlength,
  min,
  max,
  pas,
  valeur,
  classe,
  surSaisie,
}: Props) {
  const erreur = useErreur(nom);
  const id = `c-${nom}`;
  const commun = {
    id,
    name: nom,
    className: 'fr-input',
    autoComplete: autocomplete,
    inputMode: inputmode,
    maxLength: maxlength,
    required: requis,
    defaultValue: valeur,
    'aria-describedby': `${id}-messages`,
    // Sans quoi un champ obligatoire s'annonce faux avant que rien n'y soit tapé.
    'aria-invalid': erreur !== undefined,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      surSaisie?.(currentTarget.value),
  };
  const classes = ['fr-input-group', erreur !== undefined && 'fr-input-group--error', classe];
  return (
    <div className={classes.filter(Boolean).join(' ')} data-champ={nom}>
      <Libelle pour={id} libelle={libelle} aide={aide} facultatif={facultatif} />
      {lignes === undefined ? (
        <input type={type} min={min} max={max} step={pas} {...commun} />
      ) : (
        <textarea rows={lignes} {...commun} />
      )}
      <MessagesDuChamp id={`${id}-messages`} erreur={erreur} />
    </div>
  );
}
