import { enFrancais } from '../../socle/dates.ts';
import { majuscule, minuscule } from '../../socle/texte.ts';
import type { EtatDeSuivi, Rapportee } from '../../suivi/regles/etats.ts';
import type { DonneesDe } from '../../suivi/regles/evenement.ts';
import { CANAUX, MOTIFS_DE_REFUS, type Auteur } from '../../suivi/regles/mots.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

/* Sans zod : la page, les courriels et les tableaux disent une réponse rapportée avec ces phrases. */

const SELON: Partial<Record<Auteur, string>> = {
  tutrice: 'selon le tuteur ou la tutrice',
  equipe: 'selon l’équipe CSF',
};

/** « selon le tuteur ou la tutrice » ; vide quand l'entreprise a dit que c'est bien cela. */
export const direSelon = (rapportee: Rapportee | null): string =>
  rapportee === null || rapportee.confirmee ? '' : (SELON[rapportee.par] ?? '');

/** « par téléphone ». */
export const direCanal = (canal: keyof typeof CANAUX): string => minuscule(CANAUX[canal]);

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
  if (donnees.quoi === 'report')
    return `elle demande un délai, jusqu’au ${enFrancais(donnees.jusquAu)}`;
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
  const selon = majuscule(SELON[auteur] ?? '');
  return `${selon}, l’entreprise a répondu ${direCanal(donnees.canal)} : ${ceQuElleDit(donnees, direMoment)}`;
};

/** Ce qu'elle a répondu, dit à l'entreprise : « vous avez répondu par téléphone : vous rappelez le 14 janvier 2027 ». */
export function direVotreReponse(donnees: DonneesDe<'reponse-rapportee'>): string {
  const par = direCanal(donnees.canal);
  // Le courriel dit d'abord le jour et l'heure.
  if (donnees.quoi === 'rendez-vous') return `vous avez fixé ce rendez-vous ${par}`;
  if (donnees.quoi === 'rappel')
    return `vous avez répondu ${par} : vous rappelez le ${enFrancais(donnees.rappelLe)}`;
  if (donnees.quoi === 'report')
    return `vous avez répondu ${par} : vous demandez un délai, jusqu’au ${enFrancais(donnees.jusquAu)}`;
  return donnees.quoi === 'refus'
    ? `vous avez répondu ${par} : vous refusez cet accueil`
    : 'notre contact dans l’entreprise n’est pas la bonne personne';
}

const CONFIRME = {
  'rendez-vous': 'le rendez-vous',
  rappel: 'qu’elle rappelle',
  report: 'le délai qu’elle demande',
  'mauvaise-personne': 'que le contact n’est pas le bon',
  refus: 'son refus',
} as const;

/** « confirme le rendez-vous ». */
export const direConfirmation = ({ quoi }: DonneesDe<'rapport-confirme'>): string =>
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

/** Ce qui arrive si l'appel annoncé ne vient pas : comme après un report, un retard. */
function sansAppel({ rapportee, prochaine }: Pick<Suivi, 'rapportee' | 'prochaine'>, role: string) {
  if (!rapportee?.rappelLe || !prochaine?.avantLe) return '';
  const qui = role === 'entreprise' ? 'vous avez' : 'l’entreprise a';
  return ` Sans appel, ${qui} jusqu’au ${enFrancais(prochaine.avantLe)} pour donner une suite. Après, c’est un retard.`;
}

/**
 * Ce que chacun lit sous le titre, d'une réponse que l'entreprise n'a pas donnée elle-même ; undefined quand le titre suffit.
 * @param role qui lit
 */
export function phraseDeLaRapportee(
  suivi: Pick<Suivi, 'rapportee' | 'prochaine' | 'injoignable'>,
  role: string,
): string | undefined {
  const { rapportee, injoignable } = suivi;
  if (rapportee === null) return undefined;
  const suite = sansAppel(suivi, role);
  const selon = direSelon(rapportee);
  if (selon === '') return suite === '' ? undefined : suite.trim();
  if (role === 'entreprise')
    return rapportee.quoi === 'mauvaise-personne'
      ? `C’est noté, ${selon}. Nommez la bonne personne. Si c’est vous, proposez des créneaux.`
      : `C’est noté en votre nom, ${selon}. Est-ce bien cela ? Confirmez-le. Sinon, dites ici ce qui est juste.${suite}`;
  const dit = role === rapportee.par ? 'C’est noté.' : `C’est noté, ${selon}.`;
  const confirme = injoignable
    ? 'Nos courriels n’arrivent pas à l’entreprise : elle ne peut pas le confirmer.'
    : 'L’entreprise a reçu un courriel pour le confirmer ou le corriger.';
  return `${dit} ${confirme}${suite}`;
}
