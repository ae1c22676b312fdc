import { jourAParis } from '../../../../src/socle/dates.ts';

/** Un téléphone coupe l'objet d'un courriel après une soixantaine de signes. */
export const OBJET_MAX = 60;

/** Moins que cela d'un nom de parcours ne le fait plus reconnaître. */
const NOM_MIN = 10;

const JOUR_COURT = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
});

/** « jeudi 3 », d'un jour (AAAA-MM-JJ) : le mois est celui qui vient. */
const jourCourt = (jour: string): string => JOUR_COURT.format(new Date(jour));

/** « jeudi 3 à 10 h », d'un moment à l'heure de Paris. */
export function momentCourt(debut: string): string {
  const [jour = '', heure = ''] = debut.split('T');
  const [heures = '', minutes = '00'] = heure.split(':');
  return `${jourCourt(jour)} à ${Number(heures)} h${minutes === '00' ? '' : ` ${minutes}`}`;
}

/** Un texte sans l'espace ni la ponctuation de sa fin. */
function sansFin(texte: string): string {
  let fin = texte.length;
  while (fin > 0 && ' ,;:'.includes(texte.charAt(fin - 1))) fin -= 1;
  return texte.slice(0, fin);
}

/** Le début d'un texte, coupé entre deux mots. */
function couper(texte: string, place: number): string {
  if (texte.length <= place) return texte;
  const debut = texte.slice(0, place - 1);
  return `${sansFin(debut.slice(0, Math.max(debut.lastIndexOf(' '), 0)) || debut)}…`;
}

type Objet = {
  /** Ce qu'il y a à faire, ou ce qui vient d'arriver : jamais un motif, ni le nom ou la suite de quelqu'un. */
  quoi: string;
  /** Le dernier jour pour le faire (AAAA-MM-JJ). */
  auPlusTard?: string | null;
  /** De quel parcours il s'agit. */
  parcours: { intitule: string };
  maintenant: Date;
};

/** L'objet d'un courriel du suivi : le geste, le jour, et ce qui tient du nom du parcours. */
export function composerObjet({ quoi, auPlusTard = null, parcours, maintenant }: Objet): string {
  const passe = auPlusTard !== null && auPlusTard < jourAParis(maintenant);
  const jour = auPlusTard === null ? '' : `, au plus tard ${jourCourt(auPlusTard)}`;
  const entre = quoi.endsWith('?') ? ' ' : ' : ';
  const aPlace = (tete: string) => OBJET_MAX - tete.length - entre.length >= NOM_MIN;
  // Une question, ou un long geste, n'a pas de jour : le nom du parcours compte davantage.
  const datee = `${quoi}${passe ? ' : délai dépassé' : jour}`;
  const tete = entre === ' : ' && aPlace(datee) ? datee : couper(quoi, OBJET_MAX);
  const place = OBJET_MAX - tete.length - entre.length;
  return aPlace(tete) ? `${tete}${entre}${couper(parcours.intitule, place)}` : tete;
}
