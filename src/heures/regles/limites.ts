import { HEURES_PAR_SEMAINE } from '../../calibrage/regles/calibrage.ts';
import { enFrancais } from '../../socle/dates.ts';
import type { Courant, FaitDate } from '../../suivi/regles/etats.ts';
import { semainesCommencees } from '../../suivi/regles/page.ts';
import { direHeures } from '../../suivi/regles/phrases.ts';

/* Sans zod : la page du suivi charge ces règles dans le navigateur. */

/** L'accueil se propose au plus tant de jours à l'avance. */
export const DEBUT_AU_PLUS_JOURS = 365;

type Dates = Pick<Courant, 'dernierFait' | 'jourJ'>;
type Accueil = Pick<Courant, 'accueilDepuis' | 'heures'>;

/** Chaque fait daté, tel que le suivant le cite. */
const NOMS_DES_FAITS: Record<FaitDate, string> = {
  'reunion-tenue': 'la réunion de présentation',
  'convention-signee': 'la signature de la convention',
  'accueil-commence': 'le début de l’accueil',
  interruption: 'l’interruption de l’accueil',
  reprise: 'la reprise de l’accueil',
  'accueil-termine': 'la fin de l’accueil',
};

/**
 * Le premier jour où le fait suivant a pu avoir lieu : celui du fait d'avant, le jour J s'il n'y en a pas. Un ancien
 * journal a pu noter un fait à venir : il n'empêche pas de noter celui d'aujourd'hui.
 * @param jour aujourd'hui (AAAA-MM-JJ)
 */
export function premierJourPossible({ dernierFait, jourJ }: Dates, jour: string): string {
  const depuis = dernierFait?.le ?? jourJ?.le ?? jour;
  return depuis < jour ? depuis : jour;
}

/** Ce qui ne va pas avec le jour d'un fait, en une phrase, ou undefined. */
export function erreurDeFait(le: string, dates: Dates, jour: string): string | undefined {
  if (le > jour) return 'Cette date n’est pas encore arrivée.';
  if (le >= premierJourPossible(dates, jour)) return undefined;
  const { dernierFait } = dates;
  if (dernierFait === null) return 'Cette date est trop ancienne.';
  return `Cette date vient avant ${NOMS_DES_FAITS[dernierFait.quoi]}, le ${enFrancais(dernierFait.le)}.`;
}

/* La semaine du premier jour compte toujours. */
const semainesDe = ({ accueilDepuis }: Accueil, le: string) =>
  Math.max(1, semainesCommencees(accueilDepuis, le).length);

/**
 * Les heures qu'un accueil terminé ce jour-là a pu compter : ni plus que la demande n'en prévoit, ni plus que les
 * semaines commencées n'en permettent.
 */
export function heuresAuPlus(accueil: Accueil, le: string): number {
  return Math.min(accueil.heures, HEURES_PAR_SEMAINE * semainesDe(accueil, le));
}

/** Ce qui ne va pas avec les heures d'un accueil entier, en une phrase, ou undefined. */
export function erreurDHeures(heures: number, accueil: Accueil, le: string): string | undefined {
  const max = heuresAuPlus(accueil, le);
  if (heures <= max) return undefined;
  if (max === accueil.heures)
    return `${direHeures(max)} au plus : c’est ce que la demande prévoit.`;
  const semaines = semainesDe(accueil, le);
  const commencees =
    semaines > 1
      ? `${semaines} semaines de ${HEURES_PAR_SEMAINE} h ont commencé`
      : `une semaine de ${HEURES_PAR_SEMAINE} h a commencé`;
  return `${direHeures(max)} au plus : ${commencees}.`;
}

/**
 * Ce qui ne va pas avec les heures d'une semaine, en une phrase, ou undefined : toutes ensemble ne dépassent pas la
 * demande. Une correction vers le bas passe toujours.
 */
export function erreurDeSemaine(
  { lundi, heures }: { lundi: string; heures: number },
  { semaines, heures: prevues }: Pick<Courant, 'semaines' | 'heures'>,
): string | undefined {
  const autres = Object.entries(semaines)
    .filter(([autre]) => autre !== lundi)
    .reduce((somme, [, faites]) => somme + faites, 0);
  if (autres + heures <= prevues || heures <= (semaines[lundi] ?? 0)) return undefined;
  return `La demande prévoit ${direHeures(prevues)}, et ${direHeures(autres)} sont déclarées dans les autres semaines.`;
}

/** Le lundi de la dernière semaine où des heures ont été faites, ou undefined. */
export const dernierLundiFait = ({ semaines }: Pick<Courant, 'semaines'>): string | undefined =>
  Object.keys(semaines)
    .filter((lundi) => (semaines[lundi] ?? 0) > 0)
    .sort()
    .at(-1);
