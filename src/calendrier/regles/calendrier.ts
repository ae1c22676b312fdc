import { ajouterJours } from '../../socle/dates.ts';

/** Du premier au dernier jour sans classe, compris (AAAA-MM-JJ). */
export type Vacances = { debut: string; fin: string };

/** Jours fériés et vacances scolaires. Une date que ces données ne couvrent pas est un jour comme un autre. */
export type Calendrier = {
  /** Jours fériés de toute la France (AAAA-MM-JJ). */
  feries: readonly string[];
  vacances: {
    zones: Readonly<Record<string, readonly Vacances[]>>;
    /** Zone de chaque académie ; null quand elle fixe son propre calendrier. */
    academies: Readonly<Record<string, string | null>>;
  };
};

function estWeekEnd(jour: string): boolean {
  const rang = new Date(jour).getUTCDay();
  return rang === 0 || rang === 6;
}

/** Vrai du lundi au vendredi, hors jours fériés. */
export function estOuvre(jour: string, { feries }: Calendrier): boolean {
  return !estWeekEnd(jour) && !feries.includes(jour);
}

/** Le n-ième jour ouvré après `jour`, qui ne compte pas lui-même ; `jour` si `nombre` est 0. */
export function ajouterJoursOuvres(jour: string, nombre: number, calendrier: Calendrier): string {
  let resultat = jour;
  for (let restants = nombre; restants > 0;) {
    resultat = ajouterJours(resultat, 1);
    if (estOuvre(resultat, calendrier)) restants -= 1;
  }
  return resultat;
}

/** Ce jour-là s'il est ouvré, sinon le premier qui le suit : une date que le service fixe lui-même. */
export const jourOuvreDes = (jour: string, calendrier: Calendrier): string =>
  estOuvre(jour, calendrier) ? jour : ajouterJoursOuvres(jour, 1, calendrier);

/** Le dernier jour ouvré avant `jour`. */
export function jourOuvreAvant(jour: string, calendrier: Calendrier): string {
  let resultat = ajouterJours(jour, -1);
  while (!estOuvre(resultat, calendrier)) resultat = ajouterJours(resultat, -1);
  return resultat;
}

/** Vrai pendant les vacances scolaires de l'académie ; faux quand sa zone ou la date n'est pas connue. */
export function estEnVacances(jour: string, academie: string, { vacances }: Calendrier): boolean {
  const zone = vacances.academies[academie] ?? null;
  if (zone === null) return false;
  return (vacances.zones[zone] ?? []).some(({ debut, fin }) => debut <= jour && jour <= fin);
}

/**
 * Vrai si ce rôle peut recevoir un rappel ce jour : personne un week-end ou un jour férié, ni une tutrice ni une
 * coordination pendant les vacances scolaires de leur académie.
 */
export function peutEtreRelance(
  role: string,
  jour: string,
  academie: string,
  calendrier: Calendrier,
): boolean {
  if (!estOuvre(jour, calendrier)) return false;
  const estDeLEcole = role === 'tutrice' || role === 'coordination';
  return !estDeLEcole || !estEnVacances(jour, academie, calendrier);
}
