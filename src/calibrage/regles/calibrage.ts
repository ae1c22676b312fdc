/** Une semaine de stage, en heures (durée légale d'une semaine). */
export const HEURES_PAR_SEMAINE = 35;

/** Les heures d'une semaine se comptent à la demi-heure près : une semaine d'école en compte 17,5. */
export const PAS_DES_HEURES = 0.5;

/** Seuil du filtre de durée des tutrices : 300 h, soit deux mois. Jusqu'à ce seuil compris, c'est court. */
export const SEUIL_DUREE_HEURES = 300;

/** Présence au-delà de laquelle la gratification est de droit (44 jours de 7 h ; code de l'éducation, L124-6). */
export const SEUIL_GRATIFICATION_HEURES = 308;

/** Taux horaire de la gratification, en euros, et l'année où il vaut (code de l'éducation, L124-6). */
export const TAUX_GRATIFICATION = { eurosParHeure: 4.5, annee: 2026 } as const;

/** Durée ferme au-dessous de laquelle un marché ne porte pas de CSF, en mois. */
export const DUREE_FERME_MINIMALE_MOIS = 12;

/** Marché à bons de commande : délai minimal entre la déclaration du parcours et la fin du marché, en mois. */
export const DECLARATION_AVANT_FIN_MOIS = 6;

/**
 * Les quatre volumes qu'un acheteur peut choisir, ce que chacun permet, et le montant ferme d'un marché
 * (en euros hors taxes) à partir duquel il est le volume indicatif. Source : calibrage de l'équipe CSF.
 */
export const VOLUMES = [
  { heures: 150, mois: 1, montantMin: 0, objet: 'découvrir le monde de l’entreprise' },
  {
    heures: 300,
    mois: 2,
    montantMin: 100_000,
    objet: 'élaborer un projet scolaire et professionnel',
  },
  { heures: 450, mois: 3, montantMin: 200_000, objet: 'confirmer ce projet' },
  { heures: 900, mois: 6, montantMin: 400_000, objet: 'les trois à la suite' },
] as const;

export type Volume = (typeof VOLUMES)[number];

/**
 * Volume indicatif d'un marché.
 * @param montant montant ferme, en euros hors taxes
 * @throws RangeError si le montant n'est pas un nombre fini et positif
 */
export function volumeIndicatif(montant: number): Volume {
  if (!Number.isFinite(montant) || montant <= 0)
    throw new RangeError(`Un montant est un nombre d’euros positif, pas ${montant}.`);
  return VOLUMES.findLast((volume) => volume.montantMin <= montant) ?? VOLUMES[0];
}

/** Volumes permis pour un montant ferme : l'indicatif et les plus courts, jamais un plus long. */
export function volumesPermis(montant: number): Volume[] {
  const { heures } = volumeIndicatif(montant);
  return VOLUMES.filter((volume) => volume.heures <= heures);
}

/** Plus grand montant entier de la tranche d'un volume, en euros ; null pour le dernier volume, sans plafond. */
export function montantMax(volume: Volume): number | null {
  const suivant = VOLUMES.find(({ montantMin }) => montantMin > volume.montantMin);
  return suivant ? suivant.montantMin - 1 : null;
}

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

/** Partages d'un volume, un seul jeune compris, où chaque jeune dépasse le seuil légal de gratification. */
export function partsGratifiees(heures: number): Partage[] {
  return [{ jeunes: 1, heures }, ...partages(heures)].filter(
    (part) => part.heures > SEUIL_GRATIFICATION_HEURES,
  );
}

/** Plus grand nombre de lots accepté : au-delà, c'est une faute de frappe. */
export const LOTS_MAXIMUM = 200;

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

/** Gratification d'un stagiaire présent tout ce temps, en euros au taux connu, quand elle est due. */
export function coutGratification(heures: number): number {
  return heures * TAUX_GRATIFICATION.eurosParHeure;
}
