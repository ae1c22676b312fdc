import { resumeSchema } from '../../../../src/suivi/regles/dossier.ts';
import type { Genre } from '../../../../src/suivi/regles/evenement.ts';
import { roleDuLien, type Auteur } from '../../../../src/suivi/regles/mots.ts';
import type { Changement } from './changement.ts';
import { nouvellePour, reunionChangee, type CourrielAEcrire } from './dire-le-changement.ts';
import { courrielsPerdus } from './courriels-perdus.ts';
import { perdues, personnesDe, type Personne } from './personnes.ts';
import { adieu, enAttendant, relaisDe } from './relais.ts';

/** Ce que l'on dit à tout le monde ; le reste ne va qu'à qui doit agir. */
const POUR_TOUS: readonly Genre[] = [
  'creneaux-proposes',
  'creneau-choisi',
  'creneaux-ecartes',
  'reunion-tenue',
  'reunion-manquee',
  'report',
  'report-demande',
  'debut-propose',
  'date-acceptee',
  'date-ecartee',
  'contact-change',
  'contact-revenu',
  'refus',
  'reponse-rapportee',
  'rapport-confirme',
  'refus-confirme',
  'convention-signee',
  'accueil-commence',
  'interruption',
  'reprise',
  'accueil-termine',
  'heures-corrigees',
  'bilan-fait',
  'retrait',
];

/** Ce qui ne se dit qu'à la tutrice, et aussitôt. */
const POUR_LA_TUTRICE: readonly Genre[] = ['jeune-absent', 'absence-retiree'];

/** Sans personne dans l'entreprise pour confirmer des heures, l'équipe est la seule à pouvoir dire non. */
const nAPersonne = ({ dossier, apres }: Changement) =>
  Boolean(apres.fin?.aConfirmerLe) &&
  !dossier.contacts.some(({ role }) => roleDuLien(role) === 'entreprise');

/** Ceux qui suivent l'affaire d'eux-mêmes ; l'équipe n'est dérangée que si elle doit agir, ou d'un retrait. */
const suitTout = (role: Auteur, changement: Changement) =>
  role !== 'equipe' ||
  changement.evenement.genre === 'retrait' ||
  (changement.evenement.genre === 'contact-revenu' && changement.avant.prochaine?.qui === role) ||
  (changement.evenement.genre === 'accueil-termine' && nAPersonne(changement));

function retraitPour({ dossier }: Changement, personne: Personne): CourrielAEcrire {
  const { nom, courriel, role } = personne;
  const donnees = {
    ...resumeSchema.parse(dossier),
    destinataireNom: nom,
    destinataireRole: role,
  };
  return { gabarit: 'interet-retire', destinataire: courriel, donnees };
}

function courrielPour(changement: Changement, personne: Personne): CourrielAEcrire | null {
  const { evenement, apres, lien, avant } = changement;
  const role = roleDuLien(personne.role);
  const reunion = reunionChangee(changement);
  const destinataire = personne.courriel;
  // La réunion va aussi dans l'agenda de qui l'a choisie ou annulée.
  if (reunion && (role === 'tutrice' || role === 'entreprise')) {
    const { debut, minutes, sequence, annule } = reunion;
    const invite = destinataire;
    const donnees = {
      ...nouvellePour(changement, personne),
      debut,
      minutes,
      sequence,
      annule,
      invite,
    };
    return { gabarit: 'suivi-rendez-vous', destinataire, donnees };
  }
  if (personne.role === lien) return null;
  // Un courriel qui n'était pas une réponse ne change rien pour l'entreprise : le lui dire serait répondre à un répondeur.
  const doitAgir =
    apres.prochaine?.qui === role &&
    apres.ancre !== avant.ancre &&
    evenement.genre !== 'reponse-ecartee';
  // Un rappel à une adresse où rien n'arrive ne rappelle rien à personne.
  const estRelance =
    evenement.genre === 'relance' &&
    role === 'entreprise' &&
    !apres.nonRemis.some((perdu) => perdu === personne.role);
  const suit =
    (POUR_TOUS.includes(evenement.genre) && suitTout(role, changement)) ||
    (POUR_LA_TUTRICE.includes(evenement.genre) && role === 'tutrice');
  if (!doitAgir && !estRelance && !suit) return null;
  if (evenement.genre === 'retrait' && role !== 'tutrice') return retraitPour(changement, personne);
  return { gabarit: 'suivi-nouvelle', destinataire, donnees: nouvellePour(changement, personne) };
}

/**
 * À qui l'on écrit après une action : à qui doit agir, et à ceux que la nouvelle regarde ; jamais à qui vient d'agir,
 * et jamais deux fois à la même adresse. Une demande retirée de la liste d'attente n'était connue de personne.
 */
export function courrielsDe(changement: Changement): CourrielAEcrire[] {
  const { dossier, evenement, avant, apres, relais, equipe } = changement;
  if (evenement.genre === 'contact-parti') return courrielsPerdus({ ...changement, evenement });
  const partis = perdues(dossier, apres.partis);
  const parAdresse = new Map<string, CourrielAEcrire>();
  const poser = (courriel: CourrielAEcrire | null) => {
    if (courriel && !parAdresse.has(courriel.destinataire.toLowerCase()))
      parAdresse.set(courriel.destinataire.toLowerCase(), courriel);
  };
  if (relais) {
    poser(relaisDe(changement, relais.contact, relais.lien));
    const ancien = dossier.contacts.find(({ role }) => role === relais.contact.role);
    if (ancien) poser(relais.cede ? enAttendant(changement, ancien) : adieu(changement, ancien));
  }
  // Qui avait été nommé, et ne l'est plus, n'est pas remplacé sans le savoir.
  if (evenement.genre === 'contact-revenu' && evenement.donnees.apres === 'relais') {
    const nomme = dossier.contacts.find(({ role }) => role === evenement.donnees.role);
    if (nomme) poser(adieu(changement, nomme));
  }
  const agissante = personnesDe(dossier, equipe).find(({ role }) => role === changement.lien);
  for (const personne of personnesDe(dossier, equipe)) {
    if (avant.jourJ === null && personne.role !== 'tutrice') continue;
    if (personne.role === relais?.contact.role) continue;
    if (partis.has(personne.courriel.toLowerCase())) continue;
    const courriel = courrielPour(changement, personne);
    const estAgissante = personne.courriel === agissante?.courriel;
    if (courriel?.gabarit === 'suivi-rendez-vous' || !estAgissante) poser(courriel);
  }
  return [...parAdresse.values()];
}
