interface Props {
  /** Identifiant que le champ cite dans aria-describedby. */
  id: string;
  erreur: string | undefined;
}

/** Sous un champ, ce qu'il y a à corriger. */
export function MessagesDuChamp({ id, erreur }: Props) {
  return (
    <div className="fr-messages-group" id={id}>
      {erreur !== undefined && <p className="fr-message fr-message--error">{erreur}</p>}
    </div>
  );
}
