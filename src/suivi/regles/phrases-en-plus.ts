import { ajouterJours, enFrancais } from '../../socle/dates.ts';
import type { Evenement, Genre } from './evenement.ts';
import { A_QUI_ALLAIT } from './phrases.ts';
import type { Suivi } from './suivi.ts';

/* Sans zod. Ce qu'une page ou un courriel dit en plus de l'état : un délai, un recours, une adresse muette. */

/**
 * Les heures que l'entreprise peut encore confirmer, jusqu'à la veille du jour où elles se comptent d'elles-mêmes, et ce qui
 * arrive sinon ; undefined s'il n'y en a pas.
 */
export const phraseDesHeures = ({ fin }: Pick<Suivi, 'fin'>): string | undefined =>
  fin?.aConfirmerLe
    ? `L’entreprise confirme les heures faites au plus tard le ${enFrancais(ajouterJours(fin.aConfirmerLe, -1))} ; sans réponse, elles sont comptées.`
    : undefined;

const HEURES_DITES: readonly Genre[] = ['accueil-termine', 'heures-confirmees', 'heures-corrigees'];

/** À qui dire que des heures sont fausses. */
export const RECOURS_SUR_LES_HEURES =
  'Ces heures sont fausses ? Écrivez à l’équipe CSF, avec la référence du dossier : elle peut les corriger.';

/** Le recours, quand on vient d'apprendre des heures ; undefined pour toute autre nouvelle. */
export const recoursSurLesHeures = ({ genre }: Pick<Evenement, 'genre'>): string | undefined =>
  HEURES_DITES.includes(genre) ? RECOURS_SUR_LES_HEURES : undefined;

/** La question posée à la tutrice qui ne fait plus rien. */
export const PHRASE_D_ACTUALITE = 'C’est à vous : dites si votre demande est toujours d’actualité';

/** Ce qui arrive, ce jour-là (AAAA-MM-JJ), si la tutrice ne dit pas que sa demande est toujours d'actualité. */
export const phraseDuSommeil = (closeLe: string): string =>
  `Sans réponse de votre part, la demande est close le ${enFrancais(closeLe, { jourDeSemaine: true })} : votre place va à un autre jeune.`;

/** À qui nos courriels n'arrivent pas, en une phrase ; undefined s'ils arrivent à tous. */
export function phraseDesNonRemis({ nonRemis }: Pick<Suivi, 'nonRemis'>): string | undefined {
  if (nonRemis.length === 0) return undefined;
  const qui = nonRemis.map((role) => A_QUI_ALLAIT[role]);
  return `Nos courriels n’arrivent pas ${new Intl.ListFormat('fr').format(qui)}.`;
}
