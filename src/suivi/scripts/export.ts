import {
  csvDeLaPreuve,
  preuveDExecution,
  type ReperesDePreuve,
} from '../regles/preuve-execution.ts';
import type { SuiviRecu } from '../regles/recu.ts';
import { typographier } from '../../socle/typographie.ts';
import { lireJson } from '../../catalogue/appels.ts';
import { lieuDuCode } from '../../lieux/appels/territoires.ts';
import { creer } from '../../ui/dom.ts';

const ECHEC = 'Le fichier n’a pas pu être préparé. Réessayez, ou imprimez cette page.';

async function fichier(recu: SuiviRecu, format: string): Promise<Blob> {
  const { documents, domaines } = await lireJson<ReperesDePreuve>('/suivi/preuve.json');
  const { commune, domaine } = recu.dossier.parcours;
  // Une commune illisible n'empêche pas de tirer le dossier : son code suffit à la retrouver.
  const lieu = await lieuDuCode(commune).catch(() => null);
  const preuve = preuveDExecution(
    recu,
    {
      commune: lieu ? `${lieu.commune} (${lieu.departement.code})` : `code ${commune}`,
      domaine: domaines[domaine] ?? domaine,
    },
    documents,
  );
  if (format === 'csv')
    return new Blob([csvDeLaPreuve(preuve)], { type: 'text/csv;charset=utf-8' });
  const { ecrireDossier } = await import('./dossier-pdf.ts');
  const octets = await ecrireDossier(preuve);
  return new Blob([octets as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
}

/** Prépare le dossier d'exécution dans le navigateur, et l'enregistre ; rien ne repart au service. */
export async function telecharger(recu: SuiviRecu, format: string, etat: Element): Promise<void> {
  etat.textContent = 'Préparation du fichier…';
  try {
    const adresse = URL.createObjectURL(await fichier(recu, format));
    const nom = `execution-${recu.dossier.reference}.${format}`;
    creer('a', { href: adresse, download: nom }).click();
    setTimeout(() => URL.revokeObjectURL(adresse), 60_000);
    etat.textContent = typographier(`Fichier ${format.toUpperCase()} prêt.`);
  } catch {
    etat.textContent = typographier(ECHEC);
  }
}
