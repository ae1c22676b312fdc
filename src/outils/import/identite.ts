import { createHmac } from 'node:crypto';
import { SIGNES } from '../../socle/signes.ts';
import { normaliser } from '../../socle/texte.ts';
import type { Cellules } from './colonnes.ts';
import { lireDate } from '../../socle/date-lue.ts';
import { lireAdresse } from './lieu.ts';

/** Clé de démonstration : la vraie est dans l'environnement de qui publie, jamais dans le dépôt. */
export const CLE_DE_DEMONSTRATION = 'cle-de-demonstration-a-remplacer';

const LONGUEUR = 8;

/**
 * Ce qui fait l'identité d'une ligne, d'un export à l'autre : ce que l'équipe ne corrige pas après coup.
 * L'ordre compte, le séparateur ne peut être dans une valeur normalisée.
 */
export function identite(cellules: Cellules): string {
  const creation = lireDate(cellules.creeLe, { suite: true }).date ?? normaliser(cellules.creeLe);
  const { codePostal } = lireAdresse(cellules.adresse);
  return [
    creation,
    normaliser(cellules.entreprise),
    normaliser(cellules.acheteur),
    normaliser(cellules.objet),
    normaliser(cellules.objetDetaille),
    codePostal ?? normaliser(cellules.adresse),
  ].join('|');
}

/**
 * Identifiant public d'une identité : HMAC-SHA256 réduit à huit signes. Sans la clé, personne ne peut
 * vérifier qu'une entreprise supposée donne cet identifiant.
 * @param rang 0 pour l'identité elle-même ; au-delà, pour d'autres parcours de même identité
 */
export function identifiant(
  cle: string,
  identiteDeLigne: string,
  domaine: string,
  rang: number,
): string {
  const source =
    rang === 0 ? identiteDeLigne : [identiteDeLigne, domaine, rang === 1 ? '' : rang].join('|');
  const empreinte = createHmac('sha256', cle).update(source, 'utf8').digest();
  let reste = empreinte.readBigUInt64BE(0);
  let signes = '';
  for (let place = 0; place < LONGUEUR; place += 1) {
    signes += SIGNES[Number(reste % BigInt(SIGNES.length))] ?? '';
    reste /= BigInt(SIGNES.length);
  }
  return signes;
}
