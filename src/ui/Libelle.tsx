interface Props {
  pour: string;
  libelle: string;
  aide?: string | undefined;
  /** Champ que l'on peut laisser vide : son libellé le dit. */
  facultatif?: boolean | undefined;
}

/** L'étiquette d'un champ, et son aide. */
export function Libelle({ pour, libelle, aide, facultatif = false }: Props) {
  return (
    <label className="fr-label" htmlFor={pour}>
      {facultatif ? `${libelle} (facultatif)` : libelle}
      {aide !== undefined && <span className="fr-hint-text">{aide}</span>}
    </label>
  );
}
