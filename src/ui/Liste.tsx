import { useErreur } from './erreurs.ts';
import { Libelle } from './Libelle.tsx';
import { MessagesDuChamp } from './MessagesDuChamp.tsx';

interface Props {
  nom: string;
  libelle: string;
  aide?: string;
  /** Ce que dit chaque valeur, dans l'ordre. */
  options: Readonly<Record<string, string>>;
  /** Première ligne, qui ne vaut rien ; elle n'est là que si aucune valeur n'est proposée. */
  invite?: string;
  /** Valeur proposée d'emblée. */
  valeur?: string;
  facultatif?: boolean;
  surChoix?: (valeur: string) => void;
}

/** Une liste où l'on choisit une seule valeur. */
export function Liste({
  nom,
  libelle,
  aide,
  options,
  invite = 'Choisir',
  valeur: proposee,
  facultatif = false,
  surChoix,
}: Props) {
  const erreur = useErreur(nom);
  const id = `c-${nom}`;
  const classes = ['fr-select-group', erreur !== undefined && 'fr-select-group--error'];
  return (
    <div className={classes.filter(Boolean).join(' ')} data-champ={nom}>
      <Libelle pour={id} libelle={libelle} aide={aide} facultatif={facultatif} />
      <select
        className="fr-select"
        id={id}
        name={nom}
        required={!facultatif}
        defaultValue={proposee}
        aria-describedby={`${id}-messages`}
        aria-invalid={erreur !== undefined}
        onChange={({ currentTarget }) => surChoix?.(currentTarget.value)}
      >
        {proposee === undefined && <option value="">{invite}</option>}
        {Object.entries(options).map(([valeur, texte]) => (
          <option key={valeur} value={valeur}>
            {texte}
          </option>
        ))}
      </select>
      <MessagesDuChamp id={`${id}-messages`} erreur={erreur} />
    </div>
  );
}
