import { plusTard } from '../../socle/dates.ts';
import { attendre, dans, dansOuvre, redemander, type Regles, type Transition } from './attentes.ts';
import { ACTIFS, type Courant, type EtatDeSuivi } from './etats.ts';
import type { Evenement, EvenementDe } from './evenement.ts';
import { roleDuLien, type RoleEcrit } from './mots.ts';

/* Ce que change un courriel qui arrive, ou qui n'arrive pas. */

/** Où seule l'entreprise peut répondre : sans personne à qui écrire, elle ne peut pas être en retard. */
const REPONSE: readonly EtatDeSuivi[] = ['reponse-attendue', 'reporte'];

/** Où l'acheteur doit agir : s'il ne reçoit rien non plus, c'est à l'équipe. */
const A_L_ARBITRE: readonly EtatDeSuivi[] = ['contact-a-nommer', 'refus-a-trancher'];

const sans = (roles: readonly RoleEcrit[], role: RoleEcrit) =>
  roles.filter((autre) => autre !== role);

/** On peut de nouveau écrire à l'entreprise : son délai repart entier, de ce jour. */
const reprendre = (courant: Courant, evenement: Evenement, { delais }: Regles) =>
  courant.etat === 'contact-a-nommer' ? redemander(courant, evenement, delais.reponse) : {};

/** Cette personne est joignable : un courriel lui est arrivé, ou elle a ouvert la page. */
export function joindre(
  courant: Courant,
  evenement: EvenementDe<'courriel-remis'> | EvenementDe<'ouvert'>,
  regles: Regles,
): Partial<Courant> {
  const { role } = evenement.donnees;
  const nonRemis = sans(courant.nonRemis, role);
  // Qui a dit que ce n'est plus lui relit sa page, ou reçoit un courriel déjà parti : il n'est pas revenu pour autant.
  const parti = courant.partis.some((autre) => autre === role);
  if (roleDuLien(role) !== 'entreprise' || parti) return { nonRemis };
  const joignable = { atteinte: true, injoignable: false };
  // Joindre quelqu'un qui n'est pas la bonne personne n'avance à rien : c'est un autre contact que l'on attend.
  const repris =
    courant.rapportee?.quoi === 'mauvaise-personne' ? {} : reprendre(courant, evenement, regles);
  return { ...repris, nonRemis, ...joignable };
}

/**
 * Une personne en remplace une autre : on ne sait rien encore de son adresse. Quand aucun courriel n'arrivait dans
 * l'entreprise, celle-ci a le délai entier pour répondre ; si elle n'en avait jamais reçu, la date de l'accueil se compte
 * aussi de ce jour. On ne lui reproche pas ce qu'elle n'a pas pu lire, et la tutrice ne perd pas plus de temps que cela.
 */
export function contactNomme(
  courant: Courant,
  evenement: EvenementDe<'contact-change'>,
  regles: Regles,
): Partial<Courant> {
  const { role } = evenement.donnees;
  const neuf = { nonRemis: sans(courant.nonRemis, role), remis: sans(courant.remis, role) };
  if (roleDuLien(role) !== 'entreprise')
    return courant.etat === 'contact-a-nommer' ? { ...neuf, qui: 'acheteur' } : neuf;
  const partis = courant.partis.filter((parti) => parti !== role);
  const joignable = { ...neuf, partis, avantDepart: null, injoignable: false };
  if (courant.etat !== 'contact-a-nommer') return joignable;
  const { atteinte, jourJ } = courant;
  const { reponse, accueil } = regles.delais;
  return {
    ...reprendre(courant, evenement, regles),
    ...joignable,
    jourJ:
      atteinte || jourJ === null
        ? jourJ
        : {
            ...jourJ,
            reponseLe: dans(evenement, reponse),
            accueilLe: plusTard(jourJ.accueilLe, dans(evenement, accueil)),
          },
  };
}

export const NON_REMIS: Transition<'courriel-non-remis'> = {
  de: [...ACTIFS, 'bilan-a-faire'],
  vers: (courant, e) => {
    const { role, entreprises, acheteurs } = e.donnees;
    const arbitre = acheteurs > 0 ? 'acheteur' : 'equipe';
    const nonRemis = [...sans(courant.nonRemis, role), role];
    if (roleDuLien(role) === 'entreprise')
      return { nonRemis, arbitre, injoignable: entreprises === 0 };
    return { nonRemis, arbitre, ...(A_L_ARBITRE.includes(courant.etat) ? { qui: arbitre } : {}) };
  },
};

/**
 * Une réponse attendue d'une entreprise où aucun courriel n'arrive devient un contact à nommer : c'est à l'acheteur d'agir,
 * à l'équipe s'il n'y en a pas.
 */
export function sansPersonneAJoindre(
  courant: Courant,
  evenement: Evenement,
  regles: Regles,
): Courant {
  if (!courant.injoignable || !REPONSE.includes(courant.etat)) return courant;
  const avantLe = dansOuvre(evenement, regles.delais.contact, regles);
  const { etat, qui, ancre, depuis, rapportee } = courant;
  return {
    ...courant,
    ...attendre(evenement, 'contact-a-nommer', courant.arbitre, avantLe),
    avantDepart:
      evenement.genre === 'contact-parti'
        ? { etat, qui, avantLe: courant.avantLe, ancre, depuis, rapportee }
        : null,
  };
}
