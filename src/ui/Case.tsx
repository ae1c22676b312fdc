import { useErreur } from './erreurs.ts';
import { Libelle } from './Libelle.tsx';
import { MessagesDuChamp } from './MessagesDuChamp.tsx';

interface Props {
  nom: string;
  libelle: string;
  aide?: string;
  /** Ce que vaut la case cochée. */
  valeur?: string;
  /** Case qu'il faut cocher pour envoyer. */
  requise?: boolean;
}

/** Une case à cocher. */
export function Case({ nom, libelle, aide, valeur, requise = false }: Props) {
  const erreur = useErreur(nom);
  const id = `c-${nom}`;
  const classes = ['fr-checkbox-group', erreur !== undefined && 'fr-checkbox-group--error'];
  return (
    <div className={classes.filter(Boolean).join(' ')} data-champ={nom}>
      <input
        type="checkbox"
        id={id}
        name={nom}
        value={valeur}
        required={requise}
        aria-describedby={`${id}-messages`}
        aria-invalid={erreur !== undefined}
      />
      <Libelle pour={id} libelle={libelle} aide={aide} />
      <MessagesDuChamp id={`${id}-messages`} erreur={erreur} />
    </div>
  );
}
