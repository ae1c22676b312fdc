/** Une semaine de stage, en heures (durée légale d'une semaine). */
export const HEURES_PAR_SEMAINE = 35;

/** Seuil du filtre de durée des tutrices : 300 h, soit deux mois. Jusqu'à ce seuil compris, c'est court. */
export const SEUIL_DUREE_HEURES = 300;

/** Présence au-delà de laquelle la gratification est de droit (44 jours de 7 h ; code de l'éducation, L124-6). */
export const SEUIL_GRATIFICATION_HEURES = 308;

/** Les quatre volumes qu'un acheteur peut choisir, et ce que chacun permet. */
export const VOLUMES = [
  { heures: 150, mois: 1, objet: 'découvrir le monde de l’entreprise' },
  { heures: 300, mois: 2, objet: 'élaborer un projet scolaire et professionnel' },
  { heures: 450, mois: 3, objet: 'confirmer ce projet' },
  { heures: 900, mois: 6, objet: 'les trois à la suite' },
] as const;

export type ClasseDuree = 'courte' | 'longue' | 'a-convenir';

/** Classe de durée pour le filtre des tutrices ; `null` (heures inconnues) donne « à convenir ». */
export function classeDuree(heures: number | null): ClasseDuree {
  if (heures === null) return 'a-convenir';
  return heures <= SEUIL_DUREE_HEURES ? 'courte' : 'longue';
}

/** Nombre de semaines ; une semaine commencée est décomptée. */
export function enSemaines(heures: number): number {
  return Math.ceil(heures / HEURES_PAR_SEMAINE);
}

/** Une durée se dit toujours en semaines et en heures. */
export function libelleDuree(heures: number | null): string {
  if (heures === null) return 'Durée à convenir';
  const semaines = enSemaines(heures);
  return `${semaines} semaine${semaines > 1 ? 's' : ''} (${heures} h)`;
}

/** Nombre de mois d'un volume du calibrage, ou undefined pour un volume ancien. */
export function enMois(heures: number): number | undefined {
  return VOLUMES.find((volume) => volume.heures === heures)?.mois;
}

export type Partage = { jeunes: number; heures: number };

/**
 * Partages possibles d'un volume entre plusieurs jeunes, accueillis l'un après l'autre :
 * des parts égales, chacune d'un volume du calibrage.
 */
export function partages(heures: number | null): Partage[] {
  if (heures === null) return [];
  return VOLUMES.filter((volume) => volume.heures < heures && heures % volume.heures === 0)
    .map((volume) => ({ jeunes: heures / volume.heures, heures: volume.heures }))
    .sort((a, b) => a.jeunes - b.jeunes);
}

export type Gratification = 'de-droit' | 'prevue' | 'non-prevue' | 'a-convenir';

/**
 * Règle de gratification pour un jeune qui ferait tout le volume :
 * de droit au-delà de 308 h, sinon seulement si la clause la prévoit.
 */
export function gratification(heures: number | null, prevue: boolean): Gratification {
  if (prevue) return 'prevue';
  if (heures === null) return 'a-convenir';
  return heures > SEUIL_GRATIFICATION_HEURES ? 'de-droit' : 'non-prevue';
}
