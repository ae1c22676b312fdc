import { clesDeLieu, estSousCode, lireSaisie, type Lieu } from './lieux.ts';

/**
 * Nombre de lettres à ajouter, ôter ou changer pour passer d'un texte à l'autre ; au-delà du maximum,
 * rend seulement un nombre plus grand que lui.
 */
export function ecart(un: string, autre: string, maximum: number): number {
  if (Math.abs(un.length - autre.length) > maximum) return maximum + 1;
  let ligne = Array.from({ length: autre.length + 1 }, (_, rang) => rang);
  for (const [rang, lettre] of [...un].entries()) {
    const suivante = [rang + 1];
    for (const [colonne, voisine] of [...autre].entries()) {
      const change = (ligne[colonne] ?? 0) + (lettre === voisine ? 0 : 1);
      const ajoute = (suivante[colonne] ?? 0) + 1;
      const ote = (ligne[colonne + 1] ?? 0) + 1;
      suivante.push(Math.min(change, ajoute, ote));
    }
    if (Math.min(...suivante) > maximum) return maximum + 1;
    ligne = suivante;
  }
  return ligne[autre.length] ?? 0;
}

/**
 * Lieux dont le nom ressemble au texte : une lettre d'écart, ou deux à partir de six lettres ; en dessous
 * de quatre, tout se ressemblerait. Les plus proches d'abord, puis dans l'ordre reçu.
 */
export function lieuxRessemblants(texte: string, lieux: readonly Lieu[], maximum = 5): Lieu[] {
  const { nom, code } = lireSaisie(texte);
  if (nom.length < 4 || !/[a-z]/.test(nom)) return [];
  const permis = nom.length < 6 ? 1 : 2;
  const parCode = new Map<string, { lieu: Lieu; ecart: number }>();
  for (const lieu of lieux) {
    if (code !== '' && !estSousCode(lieu, code)) continue;
    const proche = Math.min(...clesDeLieu(lieu).map((cle) => ecart(nom, cle, permis)));
    const connu = parCode.get(lieu[0]);
    if (proche <= permis && (!connu || proche < connu.ecart))
      parCode.set(lieu[0], { lieu, ecart: proche });
  }
  return [...parCode.values()]
    .sort((a, b) => a.ecart - b.ecart)
    .slice(0, maximum)
    .map(({ lieu }) => lieu);
}
