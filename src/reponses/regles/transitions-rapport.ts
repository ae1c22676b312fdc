import { jourOuvreDes } from '../../calendrier/regles/calendrier.ts';
import { ajouterJours } from '../../socle/dates.ts';
import { fixerLeRendezVous, sansReportDemande } from '../../rencontre/regles/transitions-dates.ts';
import { attendre, dansOuvre, sansCreneau, type Transition } from '../../suivi/regles/attentes.ts';
import { RENCONTRE } from '../../suivi/regles/etats.ts';

/* Ce que change une réponse de l'entreprise que quelqu'un d'autre rapporte, et ce qu'elle-même en dit. */

/**
 * Elle a répondu : on ne lui rappelle plus de le faire, et personne n'apprend qu'elle se tait. Un rendez-vous vaut un
 * créneau choisi, un report un report ; un refus va à qui tranche ; sans la bonne personne, un contact est à nommer. Un appel
 * annoncé qui passe sans nouvelle laisse le temps de proposer des créneaux (`nouveauxCreneaux`), comme une réponse qui n'a pas
 * abouti : personne n'attend un délai entier de plus. La date de l'accueil, au contrat, ne bouge pas.
 */
export const RAPPORTEE: Transition<'reponse-rapportee'> = {
  de: RENCONTRE,
  vers: (courant, e, regles) => {
    const { donnees, auteur } = e;
    const { delais, calendrier } = regles;
    // Rien ne lui arrive encore : c'est noté, et une adresse reste à trouver.
    if (courant.injoignable && (donnees.quoi === 'rappel' || donnees.quoi === 'report')) return {};
    const commun = {
      ...sansCreneau(courant),
      ...sansReportDemande(courant),
      rapportee: { quoi: donnees.quoi, par: auteur, rappelLe: null, confirmee: false },
    };
    if (donnees.quoi === 'rendez-vous')
      return {
        ...sansReportDemande(courant),
        ...fixerLeRendezVous(courant, e, donnees.creneau, regles),
        rapportee: commun.rapportee,
      };
    if (donnees.quoi === 'rappel') {
      const { rappelLe } = donnees;
      const suiteLe = ajouterJours(rappelLe, delais.nouveauxCreneaux);
      return {
        ...attendre(e, 'reporte', 'entreprise', jourOuvreDes(suiteLe, calendrier)),
        ...commun,
        rapportee: { ...commun.rapportee, rappelLe },
      };
    }
    if (donnees.quoi === 'report')
      return { ...attendre(e, 'reporte', 'entreprise', donnees.jusquAu), ...commun };
    const [etat, delai] =
      donnees.quoi === 'refus'
        ? (['refus-a-trancher', delais.refus] as const)
        : (['contact-a-nommer', delais.contact] as const);
    return { ...attendre(e, etat, courant.arbitre, dansOuvre(e, delai, regles)), ...commun };
  },
};

/** C'est bien cela : rien d'autre ne change, sinon l'invitation, qui ne dit plus d'où elle vient. */
export const RAPPORT_CONFIRME: Transition<'rapport-confirme'> = {
  de: [...RENCONTRE, 'refus-a-trancher'],
  vers: ({ rapportee, rendezVous, versions }, { donnees: { quoi } }) =>
    rapportee === null || rapportee.confirmee || rapportee.quoi !== quoi
      ? null
      : {
          rapportee: { ...rapportee, confirmee: true },
          ...(rendezVous && {
            rendezVous: { ...rendezVous, version: versions + 1 },
            versions: versions + 1,
          }),
        },
};
