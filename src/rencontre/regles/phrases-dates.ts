import { enFrancais } from '../../socle/dates.ts';
import { minuscule } from '../../socle/texte.ts';
import type { EvenementDe } from '../../suivi/regles/evenement.ts';
import { MOTIFS_DE_REPORT } from '../../suivi/regles/mots.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

/* Sans zod : ce que disent une date proposée, acceptée ou écartée, et la raison d'un geste. */

/** « Autre raison » n'apprend rien : la précision le dit, quand il y en a une. */
export const raison = (motif: string) => (motif === 'Autre raison' ? '' : ` : ${minuscule(motif)}`);

/** La date qui attend l'accord de la tutrice, et ce qui vaut en attendant ; undefined s'il n'y en a pas. */
export function phraseDeLaDate({ aAccepter }: Pick<Suivi, 'aAccepter'>): string | undefined {
  if (aAccepter === null) return undefined;
  const le = enFrancais(aAccepter.date);
  return aAccepter.quoi === 'debut'
    ? `L’entreprise propose l’accueil à partir du ${le} : le tuteur ou la tutrice accepte, ou non. D’ici là, les dates ne changent pas.`
    : `L’entreprise demande un report jusqu’au ${le}, après le délai : le tuteur ou la tutrice accepte, ou non.`;
}

type DesDates = 'report' | 'report-demande' | 'debut-propose' | 'date-acceptee' | 'date-ecartee';

export const PHRASES_DES_DATES: {
  [G in DesDates]: (evenement: EvenementDe<G>, qui: string) => string;
} = {
  report: ({ donnees: { jusquAu, motif } }, qui) =>
    `${qui} a demandé un report jusqu’au ${enFrancais(jusquAu)}${raison(MOTIFS_DE_REPORT[motif])}`,
  'report-demande': ({ donnees: { jusquAu, motif } }, qui) =>
    `${qui} demande un report jusqu’au ${enFrancais(jusquAu)}, à accepter${raison(MOTIFS_DE_REPORT[motif])}`,
  'debut-propose': ({ donnees: { aPartirDu } }, qui) =>
    `${qui} propose un accueil à partir du ${enFrancais(aPartirDu)}`,
  'date-acceptee': ({ donnees: { quoi, date } }, qui) =>
    quoi === 'debut'
      ? `${qui} a accepté l’accueil à partir du ${enFrancais(date)}`
      : `${qui} a accepté le report jusqu’au ${enFrancais(date)}`,
  'date-ecartee': ({ donnees: { quoi, date } }, qui) =>
    quoi === 'debut'
      ? `${qui} n’a pas accepté l’accueil à partir du ${enFrancais(date)}`
      : `${qui} n’a pas accepté le report jusqu’au ${enFrancais(date)}`,
};
