import { useState } from 'react';
import { ETIQUETTE_MAX, garderEtiquette, lireEtiquette } from './scripts/etiquettes.ts';

/** L'étiquette que la tutrice donne à un dossier, gardée sur cet appareil seulement : sans nom et hors de tout formulaire, le champ ne part nulle part. */
export function Etiquette({ reference }: { reference: string }) {
  const [texte, setTexte] = useState(() => lireEtiquette(reference));
  const [gardee, setGardee] = useState(true);
  const id = `etiquette-${reference}`;
  return (
    <div className="fr-input-group">
      <label className="fr-label" htmlFor={id}>
        Votre étiquette <span className="fr-sr-only">pour le dossier {reference}</span>
      </label>
      <input
        id={id}
        className="fr-input"
        type="text"
        maxLength={ETIQUETTE_MAX}
        autoComplete="on"
        value={texte}
        onChange={({ currentTarget }) => {
          setTexte(currentTarget.value);
          setGardee(garderEtiquette(reference, currentTarget.value));
        }}
      />
      {!gardee && <small>Ce navigateur ne garde rien : l’étiquette sera perdue.</small>}
    </div>
  );
}
