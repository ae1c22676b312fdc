/**
 * Ce qui part avec les champs : la clé de l'envoi, et une case que personne ne voit. Un robot la remplit, et parfois un
 * gestionnaire de mots de passe, malgré ce que chacun lit pour s'en abstenir : le service sait les distinguer.
 */
export function Enveloppe() {
  return (
    <>
      <div className="csf-leurre" aria-hidden="true">
        <label htmlFor="c-leurre">Laissez cette case vide</label>
        <input
          id="c-leurre"
          name="leurre"
          type="text"
          tabIndex={-1}
          autoComplete="off"
          data-1p-ignore=""
          data-bwignore=""
          data-lpignore="true"
          data-form-type="other"
        />
      </div>
      {/* Sans valeur de départ : un champ caché n'en garde qu'une, et React la remettrait. */}
      <input type="hidden" name="cle" />
    </>
  );
}
