import {
  RESPIRATION,
  TAILLE_DU_FILM,
  type Plan,
  type Scenario,
} from '../../../film/regles/film.ts';
import { COULEURS } from './couleurs.ts';
import { ecrireBloc, fonte, type Pinceau } from './lettres.ts';
import { adoucir, avancement, rebondir } from './mouvement.ts';

const { largeur, hauteur } = TAILLE_DU_FILM;

/** Le chemin de l'icône du site, d'un bord à l'autre, et son point rouge à l'arrivée. */
const CHEMIN = 'M-20 660H860a70 70 0 0 0 70-70V250a70 70 0 0 1 70-70h90';
const LONGUEUR = 1560;

function tracerChemin(pinceau: Pinceau, part: number): void {
  pinceau.save();
  pinceau.lineWidth = 18;
  pinceau.lineCap = 'round';
  pinceau.strokeStyle = '#3a3ab8';
  pinceau.setLineDash([LONGUEUR * part, LONGUEUR]);
  pinceau.stroke(new Path2D(CHEMIN));
  pinceau.restore();
  const rayon = 46 * rebondir(avancement(part, 0.85, 0.15));
  if (part < 0.85) return;
  pinceau.beginPath();
  pinceau.arc(1110, 180, Math.max(0, rayon), 0, 2 * Math.PI);
  pinceau.fillStyle = COULEURS.rouge;
  pinceau.fill();
  pinceau.lineWidth = 10;
  pinceau.strokeStyle = COULEURS.blanc;
  pinceau.stroke();
}

function fond(pinceau: Pinceau): void {
  pinceau.fillStyle = COULEURS.bleu;
  pinceau.fillRect(0, 0, largeur, hauteur);
  pinceau.textAlign = 'left';
  pinceau.textBaseline = 'middle';
}

const texteDe = (plan: Plan) => plan.legendes.map(({ texte }) => texte).join(' ');

/** La carte d'ouverture : le titre, puis ce qu'est la clause. */
export function dessinerOuverture(pinceau: Pinceau, plan: Plan, temps: number): void {
  fond(pinceau);
  tracerChemin(pinceau, adoucir(avancement(temps, 0, 2.4)));
  pinceau.fillStyle = COULEURS.blanc;
  fonte(pinceau, 88, true);
  ecrireBloc(pinceau, plan.titre, { x: 90, y: 212, largeur: 800, interligne: 98 });
  pinceau.globalAlpha = avancement(temps, RESPIRATION / 2, 0.4);
  fonte(pinceau, 40);
  ecrireBloc(pinceau, texteDe(plan), { x: 90, y: 484, largeur: 790, interligne: 52 });
  pinceau.globalAlpha = 1;
}

/** La carte de fin : à qui s'adresser, l'adresse de l'équipe, la version du film. */
export function dessinerCloture(
  pinceau: Pinceau,
  plan: Plan,
  temps: number,
  { courriel, version }: Scenario,
): void {
  fond(pinceau);
  const depuis = temps - plan.debut;
  pinceau.textAlign = 'center';
  pinceau.fillStyle = COULEURS.blanc;
  fonte(pinceau, 54, true);
  ecrireBloc(pinceau, texteDe(plan), { x: 640, y: 230, largeur: 1000, interligne: 68 });
  const arrivee = adoucir(avancement(depuis, RESPIRATION, 0.6));
  pinceau.beginPath();
  pinceau.roundRect(640 - 560 * arrivee, 352, 1120 * arrivee, 108, 54);
  pinceau.fill();
  pinceau.globalAlpha = avancement(depuis, RESPIRATION + 0.4, 0.3);
  pinceau.fillStyle = COULEURS.bleu;
  fonte(pinceau, 42, true);
  pinceau.fillText(courriel, 640, 408);
  pinceau.fillStyle = COULEURS.blanc;
  fonte(pinceau, 32);
  pinceau.fillText(`Version du ${version}`, 640, 560);
  pinceau.globalAlpha = 1;
}
