import { useState } from 'react';
import { fichierCsv } from '../socle/csv.ts';
import { copierTexte } from '../ui/presse-papiers.ts';
import { telecharger } from '../ui/telecharger.ts';
import { lignesDuTableau, tableauACopier } from './regles/mots.ts';
import type { TableauOuvert } from './useTableau.ts';

interface Props {
  ouvert: TableauOuvert;
  fermer: () => void;
}

const SECONDAIRE = 'fr-btn fr-btn--secondary fr-btn--sm';
const COPIE = 'Tableau copié : collez-le dans un tableur.';
const IMPOSSIBLE = 'Copie impossible ici. Téléchargez plutôt le fichier CSV.';

/** Ce que l'on fait d'un tableau ouvert : l'emporter tel qu'il est filtré, le fermer. */
export function Outils({ ouvert: { retenues, noms }, fermer }: Props) {
  const [dit, setDit] = useState('');
  const enregistrer = () => {
    telecharger(fichierCsv(lignesDuTableau(retenues, noms)), {
      nom: 'dossiers.csv',
      type: 'text/csv;charset=utf-8',
    });
  };
  const copier = async () => {
    setDit('');
    const copie = await copierTexte(tableauACopier(retenues, noms));
    setDit(copie ? COPIE : IMPOSSIBLE);
  };
  return (
    <div className="csf-actions">
      {retenues.length > 0 && (
        <>
          <button type="button" className={SECONDAIRE} onClick={enregistrer}>
            Télécharger en CSV
          </button>
          <button type="button" className={SECONDAIRE} onClick={() => void copier()}>
            Copier le tableau
          </button>
        </>
      )}
      <button type="button" className={SECONDAIRE} onClick={() => print()}>
        Imprimer
      </button>
      <button type="button" className="fr-btn fr-btn--tertiary fr-btn--sm" onClick={fermer}>
        Fermer ce tableau
      </button>
      <p className="csf-message" role="status">
        {dit}
      </p>
    </div>
  );
}
