import { normaliser } from '../../socle/texte.ts';

/** Une date lue (AAAA-MM-JJ), ou la raison pour laquelle elle ne l'est pas. */
export type DateLue =
  | { date: string; probleme: null }
  | { date: null; probleme: 'absente' | 'illisible' | 'impossible' };

const MOIS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

const ANNEE_MINIMALE = 2000;
const ANNEE_MAXIMALE = 2100;

/**
 * Lit `2026-10-13`, `13/10/2026`, `3/4/2026`, `13.10.26`, `13 octobre 2026`, avec ou sans heure après.
 * Le jour vient toujours avant le mois. Une date du 31 février, d'avant 2000 ou d'après 2100 est impossible.
 */
export function lireDate(texte: string): DateLue {
  const brut = texte.trim().replace(/\s+/g, ' ');
  if (brut === '') return { date: null, probleme: 'absente' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(brut);
  if (iso) return assembler(iso[1], iso[2], iso[3]);
  const francaise = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})(?: .*)?$/.exec(brut);
  if (francaise) return assembler(francaise[3], francaise[2], francaise[1]);
  const lettres = /^(?:[a-z]+ )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})(?: .*)?$/.exec(normaliser(brut));
  const mois = MOIS.indexOf(lettres?.[2] ?? '') + 1;
  if (lettres && mois > 0) return assembler(lettres[3], String(mois), lettres[1]);
  return { date: null, probleme: 'illisible' };
}

function assembler(a: string | undefined, m: string | undefined, j: string | undefined): DateLue {
  const [annee, mois, jour] = [Number(a) + (a?.length === 2 ? 2000 : 0), Number(m), Number(j)];
  // Le jour zéro d'un mois est le dernier du mois d'avant.
  const dernierJour = new Date(Date.UTC(annee, mois, 0)).getUTCDate();
  const existe = mois >= 1 && mois <= 12 && jour >= 1 && jour <= dernierJour;
  if (!existe || annee < ANNEE_MINIMALE || annee > ANNEE_MAXIMALE) {
    return { date: null, probleme: 'impossible' };
  }
  const deux = (nombre: number) => String(nombre).padStart(2, '0');
  return { date: `${annee}-${deux(mois)}-${deux(jour)}`, probleme: null };
}
