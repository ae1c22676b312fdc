import { normaliser } from './texte.ts';

/** Une date lue (AAAA-MM-JJ), ou la raison pour laquelle elle ne l'est pas. */
export type DateLue =
  | { date: string; probleme: null }
  | { date: null; probleme: 'absente' | 'illisible' | 'impossible' };

const MOIS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

const ANNEE_MINIMALE = 2000;
const ANNEE_MAXIMALE = 2100;

/** Au-delà, ce n'est plus une date : « mercredi 14 septembre 2027 à 10 h 30 » compte quarante signes. */
const SIGNES_MAX = 60;

/** Ce qui suit une date dans un export : l'heure, une remarque. */
const SUITE = String.raw`(?:[T ].*)?$`;
const ISO = String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})`;
const FRANCAISE = String.raw`^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})`;
const EN_LETTRES = String.raw`^(?:[a-z]+ )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})`;

/**
 * Lit `2026-10-13`, `13/10/2026`, `3/4/2026`, `13.10.26`, `13 octobre 2026`. Le jour vient toujours avant le mois. Une
 * année de deux chiffres est de ce siècle ; `0026-10-13`, qu'un champ de date donne pour « 26 », aussi. Une date du
 * 31 février, d'avant 2000 ou d'après 2100 est impossible.
 * @param options.suite laisse passer ce qui suit la date (« 13/10/2026 10:30 »), comme un export en a
 */
export function lireDate(texte: string, { suite = false } = {}): DateLue {
  const brut = texte.trim().replace(/\s+/g, ' ');
  if (brut === '') return { date: null, probleme: 'absente' };
  if (brut.length > SIGNES_MAX && !suite) return { date: null, probleme: 'illisible' };
  const lire = (forme: string, lu: string) => new RegExp(forme + (suite ? SUITE : '$')).exec(lu);
  const iso = lire(ISO, brut);
  if (iso) return assembler(iso[1], iso[2], iso[3]);
  const francaise = lire(FRANCAISE, brut);
  if (francaise) return assembler(francaise[3], francaise[2], francaise[1]);
  const lettres = lire(EN_LETTRES, normaliser(brut));
  const mois = MOIS.indexOf(lettres?.[2] ?? '') + 1;
  if (lettres && mois > 0) return assembler(lettres[3], String(mois), lettres[1]);
  return { date: null, probleme: 'illisible' };
}

function assembler(a: string | undefined, m: string | undefined, j: string | undefined): DateLue {
  const [ecrite, mois, jour] = [Number(a), Number(m), Number(j)];
  const annee = ecrite < 100 ? ecrite + ANNEE_MINIMALE : ecrite;
  // Le jour zéro d'un mois est le dernier du mois d'avant.
  const dernierJour = new Date(Date.UTC(annee, mois, 0)).getUTCDate();
  const existe = mois >= 1 && mois <= 12 && jour >= 1 && jour <= dernierJour;
  if (!existe || annee < ANNEE_MINIMALE || annee > ANNEE_MAXIMALE) {
    return { date: null, probleme: 'impossible' };
  }
  const deux = (nombre: number) => String(nombre).padStart(2, '0');
  return { date: `${annee}-${deux(mois)}-${deux(jour)}`, probleme: null };
}
