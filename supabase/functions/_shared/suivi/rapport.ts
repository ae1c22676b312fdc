import type { EvenementDe } from '../../../../src/suivi/regles/evenement.ts';
import { roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import { direSelon, direVotreReponse } from '../../../../src/reponses/regles/rapportee.ts';
import { phraseDesAbsences } from '../../../../src/absences/regles/absences-mots.ts';
import { recoit } from '../../../../src/suivi/regles/visibilite.ts';
import type { DonneesDe } from '../courriels/donnees.ts';
import type { Changement } from './changement.ts';
import type { Personne } from './personnes.ts';

/** Ce qu'un courriel dit en plus, ou autrement, de ce que quelqu'un vient de rapporter ou de signaler. */
type EnPlus = Partial<
  Pick<DonneesDe<'suivi-rendez-vous'>, 'nouvelle' | 'objet' | 'aussi' | 'action' | 'selon'> &
    Pick<DonneesDe<'suivi-nouvelle'>, 'appeler'>
>;

const CE_QUI_EST_JUSTE =
  'Est-ce bien cela ? Dites-le d’un geste. Sinon, ouvrez le suivi et dites ce qui est juste : d’autres créneaux, un délai, un refus.';

/** À l'entreprise, ce qu'on dit en son nom : elle confirme, ou corrige. */
function aConfirmer(
  { dossier, apres, moment }: Changement,
  { auteur, donnees }: EvenementDe<'reponse-rapportee'>,
): EnPlus {
  const nomme = recoit('entreprise', 'demandeur', moment);
  const tutrice = nomme ? dossier.demandeur.nom : 'Le tuteur ou la tutrice';
  const qui = auteur === 'equipe' ? 'L’équipe CSF' : tutrice;
  const perdue = donnees.quoi === 'mauvaise-personne';
  // Noté sans rien changer : nos courriels ne lui arrivent pas, et il n'y a rien à confirmer.
  if (apres.rapportee === null) return {};
  return {
    nouvelle: `${qui} nous dit que ${direVotreReponse(donnees)}`,
    objet: perdue ? 'Qui s’occupe de cet accueil ?' : 'Est-ce bien votre réponse ?',
    aussi: perdue
      ? 'Dites-nous qui prend le relais. C’est bien vous ? Proposez des créneaux.'
      : CE_QUI_EST_JUSTE,
    action: perdue ? 'changer-contact' : 'confirmer-rapport',
  };
}

/**
 * Qui appeler d'une absence : celle ou celui qui l'a signalée, sinon qui accueille, sinon le numéro de la rencontre. Rien si la
 * tutrice n'a pas à le savoir.
 */
function quiAppeler({ dossier, lien, moment }: Changement): EnPlus['appeler'] {
  const contacts = recoit('tutrice', 'entreprise', moment) ? dossier.contacts : [];
  const joignables = contacts.filter(
    ({ role, telephone }) => roleDuLien(role) === 'entreprise' && telephone !== null,
  );
  const choisi =
    joignables.find(({ role }) => role === lien) ??
    joignables.find(({ role }) => role === 'entreprise-2') ??
    joignables[0];
  if (choisi) return { nom: choisi.nom, telephone: choisi.telephone };
  const { lieu } = dossier;
  return lieu && recoit('tutrice', 'lieu', moment)
    ? { nom: lieu.demander, telephone: lieu.telephone }
    : undefined;
}

/** Ce qui s'ajoute à la nouvelle, pour cette personne. Un objet ne porte jamais de motif. */
export function enPlusPour(changement: Changement, personne: Personne): EnPlus {
  const { evenement, apres } = changement;
  const selon = direSelon(apres.rapportee);
  const marque = selon === '' ? {} : { selon };
  if (evenement.genre === 'reponse-rapportee')
    return roleDuLien(personne.role) === 'entreprise'
      ? { ...aConfirmer(changement, evenement), ...marque }
      : {
          objet: `L’entreprise a répondu ${evenement.donnees.canal === 'telephone' ? 'par téléphone' : 'par courriel'}`,
          ...marque,
        };
  if (evenement.genre === 'jeune-absent') {
    const [appeler, aussi] = [quiAppeler(changement), phraseDesAbsences(apres)];
    return {
      objet: 'Appelez l’entreprise aujourd’hui',
      ...(appeler && { appeler }),
      aussi: aussi ?? 'Appelez l’entreprise, et le jeune, pour savoir ce qu’il en est.',
    };
  }
  if (evenement.genre === 'absence-retiree')
    return { objet: 'C’était une erreur : rien à faire aujourd’hui' };
  return marque;
}
