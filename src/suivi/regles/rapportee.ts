import { enFrancais } from '../../socle/dates.ts';
import type { EtatDeSuivi, Rapportee } from './etats.ts';
import type { DonneesDe } from './evenement.ts';
import { MOTIFS_DE_REFUS, type Auteur } from './mots.ts';

/* Sans zod : la page, les courriels et les tableaux disent une réponse rapportée avec ces phrases. */

const minuscule = (texte: string) => texte.charAt(0).toLowerCase() + texte.slice(1);

const SELON: Partial<Record<Auteur, string>> = {
  tutrice: 'selon le tuteur ou la tutrice',
  equipe: 'selon l’équipe CSF',
};

/** « selon le tuteur ou la tutrice » ; vide quand l'entreprise a dit que c'est bien cela. */
export const direSelon = (rapportee: Rapportee | null): string =>
  rapportee === null || rapportee.confirmee ? '' : (SELON[rapportee.par] ?? '');

const PAR = { telephone: 'par téléphone', courriel: 'par courriel' };

/**
 * Ce que l'entreprise a répondu, après « a répondu par téléphone : ».
 * @param direMoment dit un moment à l'heure de Paris
 */
function ceQuElleDit(
  donnees: DonneesDe<'reponse-rapportee'>,
  direMoment: (debut: string) => string,
): string {
  if (donnees.quoi === 'rendez-vous') return `rendez-vous le ${direMoment(donnees.creneau.debut)}`;
  if (donnees.quoi === 'rappel') return `elle rappelle le ${enFrancais(donnees.rappelLe)}`;
  if (donnees.quoi === 'mauvaise-personne') return 'ce n’est pas la bonne personne';
  const motif = MOTIFS_DE_REFUS[donnees.motif];
  return motif === 'Autre raison' ? 'elle refuse' : `elle refuse (${minuscule(motif)})`;
}

/** « Selon le tuteur ou la tutrice, l'entreprise a répondu par téléphone : elle rappelle le 14 janvier 2027 ». */
export const direLaReponse = (
  auteur: Auteur,
  donnees: DonneesDe<'reponse-rapportee'>,
  direMoment: (debut: string) => string,
): string => {
  const selon = SELON[auteur] ?? '';
  return `S${selon.slice(1)}, l’entreprise a répondu ${PAR[donnees.canal]} : ${ceQuElleDit(donnees, direMoment)}`;
};

/** Ce qu'elle a répondu, dit à l'entreprise : « vous avez répondu par téléphone : vous rappelez le 14 janvier 2027 ». */
export function direVotreReponse(donnees: DonneesDe<'reponse-rapportee'>): string {
  const par = PAR[donnees.canal];
  // Le courriel dit d'abord le jour et l'heure.
  if (donnees.quoi === 'rendez-vous') return `vous avez fixé ce rendez-vous ${par}`;
  if (donnees.quoi === 'rappel')
    return `vous avez répondu ${par} : vous rappelez le ${enFrancais(donnees.rappelLe)}`;
  return donnees.quoi === 'refus'
    ? `vous avez répondu ${par} : vous refusez cet accueil`
    : 'notre contact dans l’entreprise n’est pas la bonne personne';
}

const CONFIRME = {
  'rendez-vous': 'le rendez-vous',
  rappel: 'qu’elle rappelle',
  'mauvaise-personne': 'que le contact n’est pas le bon',
  refus: 'son refus',
} as const;

/** « confirme le rendez-vous ». */
export const direConfirmation = ({ quoi }: DonneesDe<'reponse-confirmee'>): string =>
  `a confirmé ${CONFIRME[quoi]}`;

/** Ce que l'état demande, quand c'est une réponse rapportée qui y a mené ; undefined : ses mots à lui suffisent. */
export function ditDeLaRapportee(
  etat: EtatDeSuivi,
  rapportee: Rapportee | null,
): { aVous: string; attend: string } | undefined {
  if (rapportee === null) return undefined;
  const selon = direSelon(rapportee);
  const suite = selon === '' ? '' : `, ${selon}`;
  if (etat === 'reporte' && rapportee.rappelLe !== null) {
    const le = enFrancais(rapportee.rappelLe);
    return {
      aVous: `rappelez comme annoncé, le ${le}, ou proposez des créneaux`,
      attend: `elle a annoncé un appel le ${le}${suite}`,
    };
  }
  if (etat === 'contact-a-nommer')
    return {
      aVous: `nommez un autre contact dans l’entreprise, celui-ci n’est pas le bon${suite}`,
      attend: `un autre contact est à nommer dans l’entreprise, celui-ci n’est pas le bon${suite}`,
    };
  if (etat === 'refus-a-trancher')
    return {
      aVous: `l’entreprise refuse${suite}, décidez de la suite`,
      attend: `l’entreprise refuse${suite}, la suite est à décider`,
    };
  return undefined;
}

/** Ce que chacun lit sous le titre, tant que l'entreprise ne l'a pas dit elle-même ; undefined sinon. */
export function phraseDeLaRapportee(rapportee: Rapportee | null, role: string): string | undefined {
  const selon = direSelon(rapportee);
  if (rapportee === null || selon === '') return undefined;
  if (role !== 'entreprise')
    return `C’est noté ${selon}. L’entreprise a reçu un courriel pour le confirmer ou le corriger.`;
  return rapportee.quoi === 'mauvaise-personne'
    ? `C’est noté ${selon}. Nommez la bonne personne. Si c’est vous, proposez des créneaux.`
    : `C’est noté en votre nom, ${selon}. Est-ce bien cela ? Confirmez-le. Sinon, dites ici ce qui est juste.`;
}
