import {
  RESPIRATION,
  TAILLE_DU_FILM,
  type Plan,
  type Scenario,
} from '../../../film/regles/film.ts';
import { dessinerCloture, dessinerOuverture } from './cartes.ts';
import { COULEURS } from './couleurs.ts';
import { dessinerEtape, dessinerLegende } from './etape.ts';
import { dessinerFrise } from './frise.ts';
import type { Pinceau } from './lettres.ts';
import { adoucir, avancement } from './mouvement.ts';

const { largeur, hauteur } = TAILLE_DU_FILM;

function dessinerCarte(pinceau: Pinceau, scenario: Scenario, plan: Plan, temps: number): void {
  if (plan === scenario.plans[0]) dessinerOuverture(pinceau, plan, temps);
  else dessinerCloture(pinceau, plan, temps, scenario);
}

/** Les étapes glissent de droite à gauche ; la frise et le bandeau restent en place. */
function dessinerPlanDEtape(
  pinceau: Pinceau,
  { plans }: Scenario,
  { plan, avant, part, temps }: { plan: Plan; avant?: Plan; part: number; temps: number },
): void {
  pinceau.fillStyle = COULEURS.fond;
  pinceau.fillRect(0, 0, largeur, hauteur);
  const etapes = plans.flatMap(({ etape }) => etape ?? []);
  const presents = new Set(etapes.map(({ acteur }) => acteur));
  const precedente = avant?.etape ? avant : undefined;
  // Des pixels entiers : l'encodeur reconnaît alors ce qui n'a fait que bouger.
  const glisse = Math.round(largeur * part);
  if (precedente && part < 1) {
    pinceau.save();
    pinceau.translate(-glisse, 0);
    dessinerEtape(pinceau, precedente, temps, presents);
    pinceau.restore();
  }
  pinceau.save();
  if (precedente) pinceau.translate(largeur - glisse, 0);
  dessinerEtape(pinceau, plan, temps, presents);
  pinceau.restore();
  const numero = plan.etape?.numero ?? 0;
  const position = precedente ? numero - 1 + part : numero;
  const arrivee = plan.debut + RESPIRATION;
  const attente = avancement(temps, arrivee, plan.fin - arrivee);
  dessinerFrise(pinceau, etapes.length, position, attente);
  dessinerLegende(pinceau, plan, temps);
}

/** Dessine l'image du film à cet instant, en secondes depuis son début. */
export function dessiner(pinceau: Pinceau, scenario: Scenario, temps: number): void {
  const rang = scenario.plans.findLastIndex(({ debut }) => debut <= temps);
  const plan = scenario.plans[rang];
  if (!plan) throw new Error(`Le film n'a pas d'image à ${temps} s.`);
  const avant = scenario.plans[rang - 1];
  const part = adoucir(avancement(temps, plan.debut, RESPIRATION));
  if (plan.etape) dessinerPlanDEtape(pinceau, scenario, { plan, avant, part, temps });
  if (!plan.etape && avant) {
    dessinerPlanDEtape(pinceau, scenario, { plan: avant, part: 1, temps });
    pinceau.translate(0, Math.round(hauteur * (1 - part)));
    dessinerCarte(pinceau, scenario, plan, temps);
    pinceau.resetTransform();
  } else if (!plan.etape) {
    dessinerCarte(pinceau, scenario, plan, temps);
  } else if (avant && !avant.etape && part < 1) {
    // La carte d'ouverture se lève sur la première étape.
    pinceau.translate(0, -Math.round(hauteur * part));
    dessinerCarte(pinceau, scenario, avant, temps);
    pinceau.resetTransform();
  }
}
