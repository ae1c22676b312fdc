import type { Marche } from '../../marche/regles/marche.ts';
import { LONGUEURS_DU_MARCHE } from '../../marche/regles/mots.ts';
import type { Cellules } from './colonnes.ts';

/** « Lot n° 3 : Asnières », « (lot n°1) », « lot 2 » : le lot suit l'objet, dans la même cellule. */
const LOT = /(?<!\p{L})lot\s?(?:n\s?[°o]\s?)?\d/iu;

const propre = (texte: string) => texte.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function couper(texte: string, max: number): string | null {
  if (texte === '') return null;
  return texte.length <= max ? texte : `${texte.slice(0, max - 1)}…`;
}

/** Sans ce qui annonçait le lot : « , », « . », « ( », « – ». */
function sansFin(texte: string): string {
  let fin = texte.length;
  while (fin > 0 && ' ,.;:(–-'.includes(texte.charAt(fin - 1))) fin -= 1;
  return texte.slice(0, fin);
}

/** L'objet d'un marché et son lot, quand la cellule le dit. */
function separerLeLot(cellule: string): { objet: string; lot: string } {
  const position = LOT.exec(cellule)?.index ?? -1;
  const objet = sansFin(cellule.slice(0, Math.max(position, 0)));
  if (objet === '') return { objet: cellule, lot: '' };
  const ouverte = cellule.slice(0, position).trimEnd().endsWith('(');
  const lot = cellule.slice(position);
  const dit = ouverte && lot.endsWith(')') ? lot.slice(0, -1) : lot;
  return { objet, lot: dit.charAt(0).toUpperCase() + dit.slice(1) };
}

/** De quel marché parle une ligne : il va dans la base, jamais sur le disque. Une cellule vide laisse sa ligne vide. */
export function lireMarche(cellules: Cellules): Marche {
  const { objet, lot } = separerLeLot(propre(cellules.objetDetaille) || propre(cellules.objet));
  return {
    entreprise: couper(propre(cellules.entreprise), LONGUEURS_DU_MARCHE.entreprise),
    acheteur: couper(propre(cellules.acheteur), LONGUEURS_DU_MARCHE.acheteur),
    objet: couper(objet, LONGUEURS_DU_MARCHE.objet),
    lot: couper(lot, LONGUEURS_DU_MARCHE.lot),
    site: couper(propre(cellules.adresse), LONGUEURS_DU_MARCHE.site),
  };
}
