import { lieuDuCode } from '../../lieux/appels/territoires.ts';
import { lireJson } from '../../site/appels.ts';
import { enFrancais } from '../../socle/dates.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer } from '../../ui/dom.ts';
import {
  csvDeLaPreuve,
  preuveDExecution,
  type Preuve,
  type ReperesDePreuve,
} from '../regles/preuve-execution.ts';
import type { SuiviRecu } from '../../suivi/regles/recu.ts';

/** Prépare le dossier d'exécution dans le navigateur ; rien ne repart au service. */
export async function preuveDe(recu: SuiviRecu): Promise<Preuve> {
  const { documents, domaines } = await lireJson<ReperesDePreuve>('/suivi/preuve.json');
  const { commune, domaine } = recu.dossier.parcours;
  // Une commune illisible n'empêche pas de tirer le dossier : son code suffit à la retrouver.
  const lieu = await lieuDuCode(commune).catch(() => null);
  return preuveDExecution(
    recu,
    {
      commune: lieu ? `${lieu.commune} (${lieu.departement.code})` : `code ${commune}`,
      domaine: domaines[domaine] ?? domaine,
    },
    documents,
  );
}

/**
 * Imprime la feuille qui est dans la page : le fichier en porte le titre, et le bas de chaque page (suivi-papier.css),
 * dont la règle ne lit que la racine du document.
 * @param apres appelée quand l'impression est finie
 */
export function imprimer({ titre, reference, etabliLe }: Preuve, apres: () => void): void {
  const pied = typographier(`Dossier ${reference}, établi le ${enFrancais(etabliLe)}`);
  document.documentElement.style.setProperty('--csf-pied', JSON.stringify(pied));
  const titreDeLaPage = document.title;
  document.title = typographier(titre);
  const ranger = () => {
    document.title = titreDeLaPage;
    apres();
  };
  addEventListener('afterprint', ranger, { once: true });
  print();
}

export function enregistrer(preuve: Preuve): void {
  const fichier = new Blob([csvDeLaPreuve(preuve)], { type: 'text/csv;charset=utf-8' });
  const adresse = URL.createObjectURL(fichier);
  creer('a', { href: adresse, download: `execution-${preuve.reference}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(adresse), 60_000);
}
