import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Preuve as PreuveDExecution } from './regles/preuve-execution.ts';
import type { SuiviRecu } from '../suivi/regles/recu.ts';

/* La feuille, les règles de la preuve et les lieux n'arrivent que pour qui tire le dossier. */
const lExport = () => import('./scripts/export.ts');
const laFeuille = () => import('./Preuve.tsx');

/** De quoi montrer que la clause est exécutée : une feuille pour le papier, ou un tableau. */
export function Export({ recu }: { recu: SuiviRecu }) {
  const [dit, setDit] = useState('');
  const [feuille, setFeuille] = useState<ReactNode>();
  const tirer = async (faire: (preuve: PreuveDExecution) => Promise<void>) => {
    setDit('Préparation du dossier…');
    try {
      const { preuveDe } = await lExport();
      await faire(await preuveDe(recu));
    } catch {
      setDit('Le dossier n’a pas pu être préparé. Réessayez.');
    }
  };
  const enCsv = async (preuve: PreuveDExecution) => {
    const { enregistrer } = await lExport();
    enregistrer(preuve);
    setDit('Fichier CSV prêt.');
  };
  const surPapier = async (preuve: PreuveDExecution) => {
    const [{ imprimer }, { Preuve }] = await Promise.all([lExport(), laFeuille()]);
    // Le papier ne porte que cette feuille : elle est dans la page avant que l'impression ne commence.
    flushSync(() => {
      setFeuille(<Preuve preuve={preuve} />);
      setDit('');
    });
    imprimer(preuve, () => setFeuille(undefined));
  };
  return (
    <>
      <section className="csf-export" aria-labelledby="export">
        <h2 id="export">Garder le dossier</h2>
        <p>
          Les dates de chaque étape et les heures, semaine par semaine : de quoi montrer que la
          clause est exécutée. Aucun nom n’y figure.
        </p>
        <p className="csf-boutons">
          <button
            type="button"
            className="fr-btn fr-btn--secondary"
            onClick={() => void tirer(surPapier)}
          >
            Imprimer ou enregistrer en PDF
          </button>
          <button
            type="button"
            className="fr-btn fr-btn--secondary"
            onClick={() => void tirer(enCsv)}
          >
            Télécharger en CSV
          </button>
        </p>
        <p className="csf-message" role="status">
          {dit}
        </p>
      </section>
      {feuille}
    </>
  );
}
