import { estAFaire, type ActionAFaire } from './actions-dites.ts';
import { MOTS_DES_ACTIONS } from './regles/actions-mots.ts';
import type { SuiviRecu } from './regles/recu.ts';

/** Boutons à l'écran d'emblée ; les autres actions se déplient. */
const MONTRES = 3;

interface Props {
  recu: SuiviRecu;
  ouvrir: (action: ActionAFaire, bouton: HTMLElement) => void;
}

/** Ce que la personne peut faire, le geste attendu d'abord. */
export function Boutons({ recu, ouvrir }: Props) {
  const { actions, principale } = recu.dit.boutons;
  const elements = actions.filter(estAFaire).map((action) => (
    <button
      key={action}
      type="button"
      className={action === principale ? 'fr-btn' : 'fr-btn fr-btn--secondary'}
      onClick={({ currentTarget }) => ouvrir(action, currentTarget)}
    >
      {MOTS_DES_ACTIONS[action].libelle}
    </button>
  ));
  if (elements.length === 0) return null;
  return (
    <>
      <div className="csf-boutons">{elements.slice(0, MONTRES)}</div>
      {elements.length > MONTRES && (
        <details className="csf-plus">
          <summary>Autres actions</summary>
          <div className="csf-boutons">{elements.slice(MONTRES)}</div>
        </details>
      )}
    </>
  );
}
