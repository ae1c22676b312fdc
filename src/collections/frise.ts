import { getEntry } from 'astro:content';
import { SEUIL_GRATIFICATION_HEURES } from '../core/calibrage.ts';
import type { Calendrier } from '../core/calendrier.ts';
import { calendrierDe } from '../core/calendrier-scolaire.ts';
import { delai, delaisDits, type Frise } from '../core/frise.ts';
import { delaisDeSuivi } from '../core/suivi-delais.ts';
import type { DelaisDeSuivi } from '../core/suivi.ts';
import { joursFeries } from '../referentiel/feries.ts';

/** La frise du site, seule source des étapes et des délais. */
export async function laFrise(): Promise<Frise> {
  const entree = await getEntry('frise', 'frise');
  if (!entree) throw new Error('content/frise.yaml est introuvable.');
  return entree.data;
}

/** Les deux délais de la mise en relation, en jours calendaires. */
export async function lesDelais() {
  const frise = await laFrise();
  return { reponse: delai(frise, 'mise-en-relation'), accueil: delai(frise, 'accueil') };
}

/**
 * Ce que les textes YAML peuvent citer entre accolades : chaque délai de la frise en toutes lettres,
 * « justificatifs », et « gratification » (présence au-delà de laquelle elle est de droit).
 */
export async function lesDelaisDits(): Promise<Record<string, string>> {
  return {
    ...delaisDits(await laFrise()),
    gratification: `${SEUIL_GRATIFICATION_HEURES} heures (${SEUIL_GRATIFICATION_HEURES / 7} jours de 7 h)`,
  };
}

/** Tous les délais du suivi d'une demande, en jours. */
export async function lesDelaisDeSuivi(): Promise<DelaisDeSuivi> {
  return delaisDeSuivi(await laFrise());
}

/** Jours fériés et vacances scolaires, tels que le suivi les compte. */
export async function leCalendrier(): Promise<Calendrier> {
  const entree = await getEntry('calendrier', 'calendrier');
  if (!entree) throw new Error('content/calendrier.yaml est introuvable.');
  return calendrierDe(entree.data, joursFeries());
}
