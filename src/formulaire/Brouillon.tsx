import type { BrouillonDit } from './useBrouillon.ts';

interface Props {
  brouillon: BrouillonDit;
  /** Ce que dit le bouton qui efface. */
  libelle?: string;
}

/** Ce qui reste sur l'appareil, et comment l'effacer : loin des boutons d'envoi, et sans rien perdre d'un seul geste. */
export function Brouillon({ brouillon, libelle = 'Effacer mon brouillon' }: Props) {
  const { phrase, aEffacer, aAnnuler, partage, effacer, annuler, changerPartage } = brouillon;
  return (
    <div className="csf-brouillon csf-avec-js">
      <p className="csf-note" role="status">
        {phrase}
      </p>
      {/* Un seul bouton : le focus y reste, et le geste suivant défait le précédent. */}
      {(aEffacer || aAnnuler) && (
        <button type="button" className="csf-lien" onClick={aAnnuler ? annuler : effacer}>
          {aAnnuler ? 'Annuler l’effacement' : libelle}
        </button>
      )}
      <div className="fr-checkbox-group fr-checkbox-group--sm">
        <input
          type="checkbox"
          id="appareil-partage"
          checked={partage}
          onChange={({ currentTarget }) => changerPartage(currentTarget.checked)}
        />
        <label className="fr-label" htmlFor="appareil-partage">
          Ordinateur partagé : ne rien garder ici
        </label>
      </div>
    </div>
  );
}
