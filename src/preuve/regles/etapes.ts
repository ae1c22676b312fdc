import { direCanal } from '../../reponses/regles/rapportee.ts';
import { enFrancais } from '../../socle/dates.ts';
import type { Evenement, EvenementDe, EvenementRecu, Genre } from '../../suivi/regles/evenement.ts';
import { roleDuLien, type ReponseRapportee } from '../../suivi/regles/mots.ts';
import { direHeures } from '../../suivi/regles/phrases.ts';

/* Le motif d'un refus et le rendez-vous ont leur étape ; ce que l'entreprise n'a pas écrit elle-même le dit. */
const RAPPORTEES: Record<ReponseRapportee, string> = {
  'rendez-vous': 'rendez-vous fixé',
  rappel: 'appel annoncé',
  report: 'délai demandé',
  'mauvaise-personne': 'pas la bonne personne',
  refus: 'refus motivé, porté à l’acheteur',
};

function auMoment(debut: string): string {
  const [jour = '', heure = ''] = debut.split('T');
  return `au ${enFrancais(jour)} à ${heure.replace(':', ' h ')}`;
}

const jusquAu = (jour: string) => `jusqu’au ${enFrancais(jour)}`;

function laReponse({ donnees }: EvenementDe<'reponse-rapportee'>): string {
  const dite = `Réponse de l’entreprise ${direCanal(donnees.canal)}, telle que rapportée : ${RAPPORTEES[donnees.quoi]}`;
  if (donnees.quoi === 'rendez-vous') return `${dite} ${auMoment(donnees.creneau.debut)}`;
  if (donnees.quoi === 'rappel') return `${dite} pour le ${enFrancais(donnees.rappelLe)}`;
  return donnees.quoi === 'report' ? `${dite} ${jusquAu(donnees.jusquAu)}` : dite;
}

function laFin({ donnees: { heures, comptees = heures } }: EvenementDe<'accueil-termine'>) {
  return `Accueil terminé : ${direHeures(comptees)} décomptées du parcours`;
}

/* Une ouverture de page ne prouve rien, et une absence d'un jour ne regarde pas l'acheteur : elles n'y sont pas. */
const ETAPES: { [G in Genre]?: string | ((evenement: EvenementDe<G>) => string) } = {
  'interet-confirme': 'Accueil demandé pour un jeune (jour J)',
  'entreprise-contactee': 'Demande envoyée à l’entreprise',
  'courriel-remis': 'Courriel arrivé à l’entreprise',
  'courriel-non-remis': 'Courriel non arrivé à l’entreprise',
  'reponse-confirmee': 'Réponse de l’entreprise reçue par courriel',
  'creneaux-proposes': 'Créneaux proposés pour la réunion de présentation',
  'creneau-choisi': ({ donnees }) => `Rendez-vous fixé ${auMoment(donnees.debut)}`,
  'creneaux-ecartes': 'Créneaux écartés, d’autres sont demandés',
  'reunion-tenue': 'Réunion de présentation tenue',
  'reunion-manquee': 'Réunion de présentation manquée',
  report: ({ donnees }) => `Report demandé ${jusquAu(donnees.jusquAu)}`,
  'report-demande': 'Report demandé après le délai',
  'debut-propose': 'Début d’accueil proposé par l’entreprise',
  'date-acceptee': 'Date acceptée par le tuteur ou la tutrice',
  'date-ecartee': 'Date écartée par le tuteur ou la tutrice',
  'contact-change': 'Contact remplacé',
  'contact-parti': 'Contact dit parti, sans remplaçant connu',
  'contact-revenu': 'Contact revenu',
  'reponse-rapportee': laReponse,
  'rapport-confirme': 'Réponse rapportée, confirmée par l’entreprise',
  refus: 'Refus motivé, porté à l’acheteur',
  'refus-confirme': 'Refus confirmé',
  'convention-signee': 'Convention de stage signée',
  'accueil-commence': 'Accueil commencé',
  interruption: 'Accueil interrompu',
  reprise: 'Accueil repris',
  'accueil-termine': laFin,
  'heures-confirmees': ({ donnees: { heures } }) =>
    `Heures faites confirmées : ${direHeures(heures)} en tout`,
  'heures-corrigees': ({ donnees: { heures, auLieuDe } }) =>
    `Heures faites corrigées : ${direHeures(heures)} en tout, au lieu de ${direHeures(auLieuDe)}`,
  'bilan-fait': 'Bilan croisé fait',
  retrait: 'Demande retirée par le tuteur ou la tutrice',
  'dossier-muet': 'Demande close par le service, sans nouvelle depuis longtemps',
  'actualite-demandee': 'Question posée : demande toujours d’actualité ?',
  'toujours-d-actualite': 'Demande dite toujours d’actualité',
  'demande-endormie': 'Demande close par le service, sans réponse du tuteur ou de la tutrice',
  relance: 'Rappel envoyé',
  'acheteur-alerte': 'Acheteur alerté d’un délai dépassé',
};

/* L'équipe lit aussi le sort des courriels de la tutrice et de l'acheteur : ils ne disent rien de ce que l'entreprise a reçu. */
const estDUnAutreQueLEntreprise = ({ genre, donnees }: EvenementRecu): boolean =>
  (genre === 'courriel-remis' || genre === 'courriel-non-remis') &&
  roleDuLien(donnees.role) !== 'entreprise';

/** L'étape que prouve cet événement, en une phrase sans nom ni texte libre ; undefined s'il n'en prouve aucune. */
export function etapeDe(evenement: EvenementRecu): string | undefined {
  if (estDUnAutreQueLEntreprise(evenement)) return undefined;
  // Le genre choisit son étape ; TypeScript ne suit pas ce lien à travers la table.
  const dire = ETAPES[evenement.genre] as string | ((evenement: Evenement) => string) | undefined;
  return typeof dire === 'function' ? dire(evenement) : dire;
}
