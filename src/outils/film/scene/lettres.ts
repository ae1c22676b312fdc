export type Pinceau = OffscreenCanvasRenderingContext2D;

/** Règle la fonte : Marianne, celle du site. */
export function fonte(pinceau: Pinceau, taille: number, grasse = false): void {
  pinceau.font = `${grasse ? 700 : 400} ${taille}px Marianne`;
}

/** Coupe un texte en lignes qui tiennent dans une largeur (pixels), à la fonte en cours. */
function lignes(pinceau: Pinceau, texte: string, largeur: number): string[] {
  const faites: string[] = [];
  let ligne = '';
  // Une espace insécable ne coupe pas : seule l'espace simple sépare.
  for (const mot of texte.split(' ')) {
    const essai = ligne ? `${ligne} ${mot}` : mot;
    if (ligne && pinceau.measureText(essai).width > largeur) {
      faites.push(ligne);
      ligne = mot;
    } else ligne = essai;
  }
  return [...faites, ligne];
}

/** Coupe un texte en aussi peu de lignes que possible, de longueurs voisines : aucun mot ne reste seul. */
export function lignesEgales(pinceau: Pinceau, texte: string, largeur: number): string[] {
  let coupees = lignes(pinceau, texte, largeur);
  for (let etroite = largeur - 10; etroite > largeur / 2; etroite -= 10) {
    const essai = lignes(pinceau, texte, etroite);
    if (essai.length > coupees.length) break;
    coupees = essai;
  }
  return coupees;
}

type Bloc = { x: number; y: number; largeur: number; interligne: number };

/** Écrit un texte sur plusieurs lignes, centrées en hauteur sur `y` ; l'alignement est celui du pinceau. */
export function ecrireBloc(pinceau: Pinceau, texte: string, bloc: Bloc): void {
  const { x, y, largeur, interligne } = bloc;
  const coupees = lignesEgales(pinceau, texte, largeur);
  pinceau.textBaseline = 'middle';
  coupees.forEach((ligne, rang) => {
    pinceau.fillText(ligne, x, y + (rang - (coupees.length - 1) / 2) * interligne);
  });
}
