import type { Machine } from './useFormulaire.ts';

interface Props {
  machine: Pick<Machine, 'enCours'>;
  libelle: string;
  /** Absent : le bouton soumet son formulaire. */
  surAppui?: () => void;
}

/** Le bouton qui envoie. Pendant l'envoi il reste atteignable au clavier, et le dit. */
export function BoutonEnvoyer({ machine: { enCours }, libelle, surAppui }: Props) {
  return (
    <button
      type={surAppui ? 'button' : 'submit'}
      className="fr-btn"
      aria-disabled={enCours || undefined}
      onClick={surAppui}
    >
      {enCours ? 'Envoi en cours…' : libelle}
    </button>
  );
}
