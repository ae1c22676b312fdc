import { ajouterJours } from '../../socle/dates.ts';
import { attendre, dans, sansCreneau, type Transition } from './attentes.ts';
import { RENCONTRE } from './etats.ts';

/* Ce que change une réponse de l'entreprise que quelqu'un d'autre rapporte, et ce qu'elle-même en dit. */

/**
 * Elle a répondu : on ne lui rappelle plus de le faire, et personne n'apprend qu'elle se tait. Un rendez-vous vaut un
 * créneau choisi ; un refus va à qui tranche ; sans la bonne personne, un contact est à nommer. Un rappel annoncé qui passe
 * sans nouvelle rouvre, ce jour-là, un délai de réponse entier ; la date de l'accueil, au contrat, ne bouge pas.
 */
export const RAPPORTEE: Transition<'reponse-rapportee'> = {
  de: RENCONTRE,
  vers: (courant, e, { delais }) => {
    const { donnees, auteur } = e;
    const { quoi } = donnees;
    const rapportee = { quoi, par: auteur, rappelLe: null, confirmee: false };
    if (donnees.quoi === 'rendez-vous') {
      const { debut, minutes } = donnees.creneau;
      const version = courant.versions + 1;
      const avantLe = ajouterJours(debut.slice(0, 10), delais.compteRendu);
      return {
        ...attendre(e, 'reunion-prevue', 'tutrice', avantLe),
        rendezVous: { debut, minutes, version },
        versions: version,
        creneaux: [],
        rapportee,
      };
    }
    const sansRencontre = sansCreneau(courant);
    if (donnees.quoi === 'rappel') {
      const { rappelLe } = donnees;
      return {
        ...attendre(e, 'reporte', 'entreprise', ajouterJours(rappelLe, delais.reponse)),
        ...sansRencontre,
        rapportee: { ...rapportee, rappelLe },
      };
    }
    const [etat, delai] =
      donnees.quoi === 'refus'
        ? (['refus-a-trancher', delais.refus] as const)
        : (['contact-a-nommer', delais.contact] as const);
    return {
      ...attendre(e, etat, courant.arbitre, dans(e, delai)),
      ...sansRencontre,
      rapportee,
    };
  },
};

/** Un report ne s'enchaîne pas au premier ; il corrige un rappel que quelqu'un d'autre a noté. */
export const REPORT: Transition<'report'> = {
  de: ['reponse-attendue', 'reporte', 'creneau-a-choisir', 'reunion-prevue'],
  vers: (courant, e) =>
    courant.etat === 'reporte' && courant.rapportee === null
      ? null
      : { ...attendre(e, 'reporte', 'entreprise', e.donnees.jusquAu), ...sansCreneau(courant) },
};

/** C'est bien cela : rien d'autre ne change, sinon l'invitation, qui ne dit plus d'où elle vient. */
export const CONFIRMEE: Transition<'reponse-confirmee'> = {
  de: [...RENCONTRE, 'refus-a-trancher'],
  vers: ({ rapportee, rendezVous, versions }, { donnees: { quoi } }) =>
    rapportee === null || rapportee.confirmee || rapportee.quoi !== quoi
      ? null
      : {
          rapportee: { ...rapportee, confirmee: true },
          ...(rendezVous && { rendezVous: { ...rendezVous, version: versions + 1 } }),
          versions: rendezVous ? versions + 1 : versions,
        },
};
