import type { DossierDeParcours } from './dossier.ts';
import { ErreurImport } from './erreur.ts';

/**
 * Part des parcours ouverts qu'un import ferme sans rien demander. D'un export à l'autre, quelques marchés finissent :
 * un sur dix est déjà beaucoup. Une vue filtrée ou un fichier coupé en font disparaître bien davantage, et chaque
 * fermeture clôt une liste d'attente.
 */
const PART_FERMEE_SANS_ACCORD = 0.1;

/** Identifiants nommés à l'écran ; le compte rendu les a tous. */
const NOMMES = 200;

/** Les parcours ouverts que l'export n'a plus, dans l'ordre de leurs identifiants. */
export function absentsDe(connait: (id: string) => boolean, dossier: DossierDeParcours): string[] {
  return [...dossier.identifiants].filter((id) => !connait(id) && dossier.estOuvert(id)).sort();
}

/** Vrai si fermer tant de parcours demande un accord. Ne relit les autres que jusqu'à en trouver assez. */
export function demandeUnAccord(nombre: number, dossier: DossierDeParcours): boolean {
  if (nombre === 0) return false;
  let ouverts = 0;
  for (const id of dossier.identifiants) {
    if (dossier.estOuvert(id)) ouverts += 1;
    if (ouverts * PART_FERMEE_SANS_ACCORD >= nombre) return false;
  }
  return true;
}

/**
 * @param accord nombre de fermetures que la personne a tapé, s'il y en a un
 * @throws {ErreurImport} sans l'accord qu'il faut, ou avec un accord donné pour un autre nombre
 */
export function exigerLAccord(
  fermes: readonly string[],
  accord: number | undefined,
  dossier: DossierDeParcours,
): void {
  if (accord === fermes.length) return;
  if (accord === undefined && !demandeUnAccord(fermes.length, dossier)) return;
  const raison =
    accord === undefined ? '' : `L'accord donné (--fermer ${accord}) ne vaut pas ici. `;
  throw new ErreurImport(`${raison}${constat(fermes, dossier)}\nRien n'a été écrit.`);
}

function constat(fermes: readonly string[], dossier: DossierDeParcours): string {
  const nombre = fermes.length;
  if (nombre === 0) return 'Cet import ne fermerait aucun parcours : relancez-le sans --fermer.';
  const ouverts = [...dossier.identifiants].filter((id) => dossier.estOuvert(id)).length;
  const suite =
    nombre > NOMMES ? `, et ${nombre - NOMMES} autres (le compte rendu les a tous)` : '';
  return [
    `Cet import fermerait ${nombre} des ${ouverts} parcours publiés, et leurs listes d'attente :`,
    `${fermes.slice(0, NOMMES).join(', ')}${suite}.`,
    `L'export est-il entier, sans filtre ? Si ces parcours sont bien finis, relancez avec --fermer ${nombre}.`,
  ].join('\n');
}
