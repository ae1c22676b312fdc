import { RESPIRATION, TAILLE_DU_FILM, type Plan } from '../../../film/regles/film.ts';
import type { Acteur } from '../../../frise/regles/frise.ts';
import { dessinerActeurs } from './acteurs.ts';
import { COULEURS } from './couleurs.ts';
import { ecrireBloc, fonte, lignesEgales, type Pinceau } from './lettres.ts';
import { avancement } from './mouvement.ts';
import { tracerPictogramme } from './pictogrammes.ts';

const { largeur, hauteur } = TAILLE_DU_FILM;

/** Haut du bandeau des légendes. */
const BANDEAU = 512;
const COLONNE = 478;

function disque(pinceau: Pinceau, etape: string, depuis: number): void {
  const y = 316;
  pinceau.beginPath();
  pinceau.arc(256, y, 172, 0, 2 * Math.PI);
  pinceau.fillStyle = COULEURS.blanc;
  pinceau.fill();
  pinceau.lineWidth = 6;
  pinceau.strokeStyle = COULEURS.pale;
  pinceau.stroke();
  const part = avancement(depuis, RESPIRATION / 2, 1.6);
  tracerPictogramme(pinceau, etape, { x: 256, y, cote: 224, part });
}

/** Le délai dans sa pastille rouge. */
function pastilleDeDelai(pinceau: Pinceau, delai: string, y: number): void {
  fonte(pinceau, 32, true);
  const large = pinceau.measureText(delai).width + 48;
  pinceau.fillStyle = '#c9191e';
  pinceau.beginPath();
  pinceau.roundRect(COLONNE, y - 30, large, 60, 30);
  pinceau.fill();
  pinceau.fillStyle = COULEURS.blanc;
  pinceau.textBaseline = 'middle';
  pinceau.fillText(delai, COLONNE + 24, y + 2);
}

/** L'étape : son dessin, son titre, son délai, et qui agit. `temps` est celui du film, en secondes. */
export function dessinerEtape(
  pinceau: Pinceau,
  plan: Plan,
  temps: number,
  presents: ReadonlySet<Acteur>,
): void {
  if (!plan.etape) return;
  const { id, acteur, qui, delai } = plan.etape;
  const depuis = temps - plan.debut;
  disque(pinceau, id, depuis);
  pinceau.textAlign = 'left';
  pinceau.fillStyle = COULEURS.bleu;
  fonte(pinceau, 64, true);
  const titre = lignesEgales(pinceau, plan.titre, largeur - COLONNE - 50);
  const milieu = delai ? 188 : 218;
  ecrireBloc(pinceau, plan.titre, {
    x: COLONNE,
    y: milieu + (titre.length - 1) * 14,
    largeur: largeur - COLONNE - 50,
    interligne: 72,
  });
  if (delai) pastilleDeDelai(pinceau, delai, milieu + titre.length * 36 + 46);
  const part = avancement(depuis, RESPIRATION / 2, 0.7);
  const suite = dessinerActeurs(pinceau, presents, acteur, {
    x: COLONNE,
    y: 492,
    part,
    temps: depuis,
  });
  pinceau.fillStyle = COULEURS.texte;
  fonte(pinceau, 32);
  pinceau.textBaseline = 'middle';
  pinceau.fillText('Qui agit', suite + 24, 376);
  fonte(pinceau, 42, true);
  const nom = { x: suite + 24, largeur: largeur - suite - 90, interligne: 48 };
  ecrireBloc(pinceau, qui, {
    ...nom,
    y: 396 + lignesEgales(pinceau, qui, nom.largeur).length * 24,
  });
}

/** Le bandeau du bas, et la légende du moment. */
export function dessinerLegende(pinceau: Pinceau, plan: Plan, temps: number): void {
  pinceau.fillStyle = COULEURS.bleu;
  pinceau.fillRect(0, BANDEAU, largeur, hauteur - BANDEAU);
  const legende = plan.legendes.find(
    ({ debut, fin }) => temps >= debut - RESPIRATION / 2 && temps < fin,
  );
  if (!legende) return;
  const debut = legende === plan.legendes[0] ? legende.debut - RESPIRATION / 2 : legende.debut;
  pinceau.save();
  pinceau.globalAlpha = avancement(temps, debut, 0.3);
  pinceau.fillStyle = COULEURS.blanc;
  pinceau.textAlign = 'center';
  fonte(pinceau, 42);
  ecrireBloc(pinceau, legende.texte, {
    x: largeur / 2,
    y: (BANDEAU + hauteur) / 2 + 2,
    largeur: 1180,
    interligne: 56,
  });
  pinceau.restore();
}
