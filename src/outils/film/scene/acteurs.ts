import { ACTEURS, type Acteur } from '../../../frise/regles/frise.ts';
import { COULEURS, COULEURS_DES_ACTEURS } from './couleurs.ts';
import type { Pinceau } from './lettres.ts';
import { avancement, rebondir } from './mouvement.ts';

/** L'emblème de chaque acteur, blanc sur sa silhouette : la couleur n'est pas seule à le dire. */
const EMBLEMES: Record<Acteur, string> = {
  acheteur: 'M-11-13H7l5 5v21h-23zM-5-4H6M-5 4H6',
  entreprise: 'M-12 13v-24h14v24M2 13V-3h11v16M-16 13h32M-7-4h4M-7 4h4',
  tutrice: 'M0-6c-5-4-11-4-16-2v17c5-2 11-2 16 2 5-4 11-4 16-2V-8c-5-2-11-2-16 2zM0-6v17',
  equipe: 'M-13-9h26v18h-26zM-13-8L0 2l13-10',
};

type Place = { x: number; y: number; echelle: number };

function silhouette(pinceau: Pinceau, acteur: Acteur, couleur: string, place: Place): void {
  pinceau.save();
  pinceau.translate(place.x, place.y);
  pinceau.scale(place.echelle, place.echelle);
  pinceau.fillStyle = couleur;
  pinceau.beginPath();
  pinceau.arc(0, -82, 22, 0, 2 * Math.PI);
  pinceau.fill();
  pinceau.fill(new Path2D('M-42 0v-10a42 42 0 0 1 84 0v10z'));
  pinceau.translate(0, -22);
  pinceau.strokeStyle = COULEURS.blanc;
  pinceau.lineWidth = 3;
  pinceau.lineCap = 'round';
  pinceau.lineJoin = 'round';
  pinceau.stroke(new Path2D(EMBLEMES[acteur]));
  pinceau.restore();
}

/** Deux petits sauts à l'arrivée, puis plus rien : l'image est immobile pendant qu'on lit. */
function saut(temps: number): number {
  const part = avancement(temps, 1.3, 1.2);
  return 14 * (1 - part) * Math.abs(Math.sin(part * 2 * Math.PI));
}

/**
 * Les acteurs de la frise, côte à côte : celui qui agit grandit et prend sa couleur.
 * @param presents acteurs qui ont au moins une étape
 * @returns la place, à droite des silhouettes, où écrire son nom
 */
export function dessinerActeurs(
  pinceau: Pinceau,
  presents: ReadonlySet<Acteur>,
  actif: Acteur,
  { x, y, part, temps }: { x: number; y: number; part: number; temps: number },
): number {
  let place = x;
  for (const acteur of ACTEURS.filter((candidat) => presents.has(candidat))) {
    const agit = acteur === actif;
    const grand = agit ? 0.5 * rebondir(part) : 0;
    const pas = agit ? Math.round(saut(temps)) : 0;
    const demi = agit ? 66 : 44;
    silhouette(pinceau, acteur, agit ? COULEURS_DES_ACTEURS[acteur] : '#b5b5d8', {
      x: place + demi,
      y: y - pas,
      echelle: 0.95 + grand,
    });
    place += 2 * demi + 4;
  }
  return place;
}
