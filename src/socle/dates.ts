const MILLISECONDES_PAR_JOUR = 86_400_000;

/** Jour 1 de la numérotation : le 1er janvier 2000. Le numéro 0 veut dire « date inconnue ». */
const VEILLE_DU_PREMIER_JOUR = Date.UTC(1999, 11, 31);

/* Construire un format coûte cent fois plus que l'appliquer. */
const FORMAT_DU_JOUR = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });
const FORMAT_DE_L_HEURE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Date du jour à Paris (AAAA-MM-JJ) ; l'horloge est un paramètre pour que les règles restent pures. */
export function jourAParis(instant: Date): string {
  return FORMAT_DU_JOUR.format(instant);
}

/** Date et heure à Paris, sans fuseau (« 2027-01-14T10:30 ») : deux moments s'y comparent comme des textes. */
export function heureAParis(instant: Date): string {
  return FORMAT_DE_L_HEURE.format(instant).replace(' ', 'T');
}

/** Ajoute des jours calendaires à une date AAAA-MM-JJ. */
export function ajouterJours(jour: string, jours: number): string {
  return new Date(Date.parse(jour) + jours * MILLISECONDES_PAR_JOUR).toISOString().slice(0, 10);
}

/** Nombre de jours calendaires de `debut` à `fin` (dates AAAA-MM-JJ), négatif si `fin` est avant. */
export function ecartJours(debut: string, fin: string): number {
  return Math.round((Date.parse(fin) - Date.parse(debut)) / MILLISECONDES_PAR_JOUR);
}

/** La plus tardive de deux dates, ou de deux moments, écrits de la même façon. */
export function plusTard(a: string, b: string): string {
  return a > b ? a : b;
}

/** Numéro de jour d'une date AAAA-MM-JJ (1 = 1er janvier 2000) ; 0 si la date est inconnue ou antérieure. */
export function numeroDeJour(jour: string | null): number {
  if (jour === null) return 0;
  return Math.max(
    0,
    Math.round((Date.parse(jour) - VEILLE_DU_PREMIER_JOUR) / MILLISECONDES_PAR_JOUR),
  );
}

/** Date AAAA-MM-JJ d'un numéro de jour, ou null pour 0. */
export function dateDuNumero(numero: number): string | null {
  if (numero === 0) return null;
  return new Date(VEILLE_DU_PREMIER_JOUR + numero * MILLISECONDES_PAR_JOUR)
    .toISOString()
    .slice(0, 10);
}

const FORMAT_COURT = format({});
const FORMAT_AVEC_JOUR = format({ weekday: 'long' });

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...options,
  });
}

/** « 15 février 2028 », « 1er mars 2027 ». */
export function enFrancais(jour: string, options: { jourDeSemaine?: boolean } = {}): string {
  const texte = (options.jourDeSemaine ? FORMAT_AVEC_JOUR : FORMAT_COURT).format(new Date(jour));
  return texte.replace(/(^| )1 (?=\p{L})/u, '$11er ');
}

const HEURE_DITE = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: 'numeric',
  minute: '2-digit',
});

/** L'heure d'un instant à Paris, telle qu'on la dit : « 9 h 05 ». */
export function heureDite(instant: Date): string {
  return HEURE_DITE.format(instant).replace(':', ' h ');
}

/** « aujourd'hui », « hier », « il y a 5 jours ». */
export function direIlYA(jours: number): string {
  if (jours <= 0) return 'aujourd’hui';
  return jours === 1 ? 'hier' : `il y a ${jours} jours`;
}

/** L'instant d'une heure de Paris sans fuseau (« 2027-01-14T10:30 »), heure d'été comprise. */
export function instantDeParis(heure: string): Date {
  const supposee = new Date(`${heure}:00Z`);
  const lue = new Date(`${heureAParis(supposee)}:00Z`);
  return new Date(supposee.getTime() - (lue.getTime() - supposee.getTime()));
}
