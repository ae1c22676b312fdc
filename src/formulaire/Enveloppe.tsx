/** Ce qui part avec les champs : une case que personne ne voit, que seul un robot remplit, et la clé de l'envoi. */
export function Enveloppe() {
  return (
    <>
      <div className="csf-leurre" aria-hidden="true">
        <label htmlFor="c-leurre">Laissez cette case vide</label>
        <input id="c-leurre" name="leurre" type="text" tabIndex={-1} autoComplete="off" />
      </div>
      {/* Sans valeur de départ : un champ caché n'en garde qu'une, et React la remettrait. */}
      <input type="hidden" name="cle" />
    </>
  );
}
