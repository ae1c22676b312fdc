import { COULEURS } from './couleurs.ts';
import { fonte, type Pinceau } from './lettres.ts';

const GAUCHE = 100;
const DROITE = 1180;
const HAUTEUR = 66;

/**
 * La frise, en haut de l'image : une pastille par étape, et le chemin déjà fait.
 * @param position étape en cours, à partir de 1 ; entre deux étapes pendant le mouvement
 * @param attente part déjà passée de l'étape en cours, de 0 à 1
 */
export function dessinerFrise(
  pinceau: Pinceau,
  etapes: number,
  position: number,
  attente: number,
): void {
  const ecart = etapes > 1 ? (DROITE - GAUCHE) / (etapes - 1) : 0;
  const ou = (etape: number) => GAUCHE + (etape - 1) * ecart;
  pinceau.lineCap = 'round';
  pinceau.lineWidth = 8;
  for (const [fin, couleur] of [
    [DROITE, COULEURS.trait],
    [Math.min(DROITE, Math.round(ou(position + attente))), '#6a6af4'],
    [ou(position), COULEURS.bleu],
  ] as const) {
    pinceau.strokeStyle = couleur;
    pinceau.beginPath();
    pinceau.moveTo(GAUCHE, HAUTEUR);
    pinceau.lineTo(fin, HAUTEUR);
    pinceau.stroke();
  }
  for (let etape = 1; etape <= etapes; etape += 1) {
    const proche = Math.max(0, 1 - Math.abs(position - etape));
    pastille(pinceau, etape, { x: ou(etape), faite: position >= etape - 0.05, proche });
  }
}

function pastille(
  pinceau: Pinceau,
  etape: number,
  { x, faite, proche }: { x: number; faite: boolean; proche: number },
): void {
  const rayon = 24 + 12 * proche;
  pinceau.beginPath();
  pinceau.arc(x, HAUTEUR, rayon, 0, 2 * Math.PI);
  pinceau.fillStyle = faite ? COULEURS.bleu : COULEURS.blanc;
  pinceau.fill();
  pinceau.lineWidth = 4 + 2 * proche;
  pinceau.strokeStyle = proche > 0.5 ? COULEURS.rouge : faite ? COULEURS.bleu : '#6a6af4';
  pinceau.stroke();
  pinceau.fillStyle = faite ? COULEURS.blanc : COULEURS.bleu;
  pinceau.textAlign = 'center';
  pinceau.textBaseline = 'middle';
  fonte(pinceau, 28 + 10 * proche, true);
  pinceau.fillText(String(etape), x, HAUTEUR + 2);
}
