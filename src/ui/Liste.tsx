import { useErreur } from './erreurs.ts';
import { Libelle } from './Libelle.tsx';
import { MessagesDuChamp } from './MessagesDuChamp.tsx';

interface Props {
  nom: string;
  libelle: string;
  aide?: string;
  /** Ce que dit chaque valeur, dans l'ordre. */
  options: Readonly<Record<string, string>>;
  /** Première ligne, qui ne vaut rien ; `null` : la première valeur vaut réponse. */
  invite?: string | null;
  /** Valeur proposée d'emblée : il n'y a alors pas de première ligne vide. */
  valeur?: string;
  facultatif?: boolean;
  /** Faux : rien n'oblige à choisir, et rien n'a besoin de le dire. */
  requis?: boolean;
  classe?: string;
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
  requis = !facultatif,
  classe,
  surChoix,
}: Props) {
  const erreur = useErreur(nom);
  const id = `c-${nom}`;
  const classes = ['fr-select-group', erreur !== undefined && 'fr-select-group--error', classe];
  return (
    <div className={classes.filter(Boolean).join(' ')} data-champ={nom}>
      <Libelle pour={id} libelle={libelle} aide={aide} facultatif={facultatif} />
      <select
        className="fr-select"
        id={id}
        name={nom}
        required={requis}
        defaultValue={proposee}
        aria-describedby={`${id}-messages`}
        aria-invalid={erreur !== undefined}
        onChange={({ currentTarget }) => surChoix?.(currentTarget.value)}
      >
        {invite !== null && proposee === undefined && <option value="">{invite}</option>}
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
