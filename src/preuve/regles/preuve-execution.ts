import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { fichierCsv, ligneDeCsv } from '../../socle/csv.ts';
import { ajouterJours, enFrancais, jourAParis } from '../../socle/dates.ts';
import { heuresDeclarees } from '../../heures/regles/heures-comptees.ts';
import type { EvenementDe, EvenementRecu, Genre } from '../../suivi/regles/evenement.ts';
import {
  NOMS_DE_QUI,
  roleDuLien,
  type Auteur,
  type ReponseRapportee,
} from '../../suivi/regles/mots.ts';
import { direDecompte, direHeures, direMoment } from '../../suivi/regles/phrases.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';
import type { SuiviRecu } from '../../suivi/regles/recu.ts';

/** Ce qui se remet à l'acheteur (content/documents.yaml). */
export const DOCUMENTS_A_REMETTRE = [
  'fiche-entreprise',
  'convention',
  'attestation-presence',
  'bilan-croise',
] as const;

/** Un document à remettre à l'acheteur (content/documents.yaml). */
export type DocumentARemettre = { titre: string; remplitPar: string };

/** Ce que le site sait et que le dossier cite : les documents à remettre, le nom de chaque domaine. */
export type ReperesDePreuve = {
  documents: DocumentARemettre[];
  domaines: Record<string, string>;
};

/** Ce qui prouve l'exécution de la clause : des dates, des heures et des documents, ni nom ni texte libre. */
export type Preuve = {
  titre: string;
  reference: string;
  /** Jour où le dossier est tiré (AAAA-MM-JJ). */
  etabliLe: string;
  faits: { terme: string; valeur: string }[];
  etapes: { le: string; quoi: string; qui: string }[];
  semaines: { lundi: string; heures: number }[];
  /** Somme des heures déclarées semaine par semaine. */
  total: number;
  /** D'où viennent les heures décomptées, quand ce n'est pas cette somme ; null sinon. */
  decompte: string | null;
  documents: DocumentARemettre[];
  avertissement: string;
};

const QUI: Record<Auteur, string> = { ...NOMS_DE_QUI, systeme: 'Service' };

/* Une ouverture de page ne prouve rien : elle n'y est pas. */
const ETAPES: Partial<Record<Genre, string>> = {
  'interet-confirme': 'Accueil demandé pour un jeune (jour J)',
  'entreprise-contactee': 'Demande envoyée à l’entreprise',
  'courriel-remis': 'Courriel arrivé à l’entreprise',
  'courriel-non-remis': 'Courriel non arrivé à l’entreprise',
  'reponse-confirmee': 'Réponse de l’entreprise reçue par courriel',
  'creneaux-proposes': 'Créneaux proposés pour la réunion de présentation',
  'creneau-choisi': 'Rendez-vous fixé',
  'creneaux-ecartes': 'Créneaux écartés, d’autres sont demandés',
  'reunion-tenue': 'Réunion de présentation tenue',
  'reunion-manquee': 'Réunion de présentation manquée',
  report: 'Report demandé',
  'report-demande': 'Report demandé après le délai',
  'debut-propose': 'Début d’accueil proposé par l’entreprise',
  'date-acceptee': 'Date acceptée par le tuteur ou la tutrice',
  'date-ecartee': 'Date écartée par le tuteur ou la tutrice',
  'contact-change': 'Contact remplacé',
  'rapport-confirme': 'Réponse rapportée, confirmée par l’entreprise',
  refus: 'Refus motivé, porté à l’acheteur',
  'refus-confirme': 'Refus confirmé',
  'convention-signee': 'Convention de stage signée',
  'accueil-commence': 'Accueil commencé',
  interruption: 'Accueil interrompu',
  reprise: 'Accueil repris',
  'accueil-termine': 'Accueil terminé',
  'heures-confirmees': 'Heures faites confirmées',
  'heures-corrigees': 'Heures faites corrigées',
  'bilan-fait': 'Bilan croisé fait',
  retrait: 'Demande retirée par le tuteur ou la tutrice',
  'dossier-muet': 'Demande close par le service, sans nouvelle depuis longtemps',
  'actualite-demandee': 'Question posée : demande toujours d’actualité ?',
  'toujours-d-actualite': 'Demande dite toujours d’actualité',
  'demande-endormie': 'Demande close par le service, sans réponse du tuteur ou de la tutrice',
  relance: 'Rappel envoyé',
  'acheteur-alerte': 'Acheteur alerté d’un délai dépassé',
};

/* Un fait noté après coup compte au jour où il a eu lieu. */
function jourDuFait({ donnees, le }: EvenementRecu): string {
  const dit = 'le' in donnees ? donnees.le : undefined;
  return dit ?? jourAParis(new Date(le));
}

/* L'équipe lit aussi le sort des courriels de la tutrice et de l'acheteur : ils ne disent rien de ce que l'entreprise a reçu. */
const estDUnAutreQueLEntreprise = ({ genre, donnees }: EvenementRecu): boolean =>
  (genre === 'courriel-remis' || genre === 'courriel-non-remis') &&
  roleDuLien(donnees.role) !== 'entreprise';
/* Le motif d'un refus et le rendez-vous ont leur étape ; ce que l'entreprise n'a pas écrit elle-même le dit. */
const RAPPORTEES: Record<ReponseRapportee, string> = {
  'rendez-vous': 'rendez-vous fixé',
  rappel: 'appel annoncé',
  report: 'délai demandé',
  'mauvaise-personne': 'pas la bonne personne',
  refus: 'refus motivé, porté à l’acheteur',
};

function intituleDeLaReponse({ donnees }: EvenementDe<'reponse-rapportee'>): string {
  const par = donnees.canal === 'telephone' ? 'par téléphone' : 'par courriel';
  const suite =
    donnees.quoi === 'rendez-vous'
      ? ` au ${direMoment(donnees.creneau.debut)}`
      : donnees.quoi === 'rappel'
        ? ` pour le ${enFrancais(donnees.rappelLe)}`
        : donnees.quoi === 'report'
          ? ` jusqu’au ${enFrancais(donnees.jusquAu)}`
          : '';
  return `Réponse de l’entreprise ${par}, telle que rapportée : ${RAPPORTEES[donnees.quoi]}${suite}`;
}

function intitule(evenement: EvenementRecu): string | undefined {
  if (estDUnAutreQueLEntreprise(evenement)) return undefined;
  const quoi = ETAPES[evenement.genre];
  if (evenement.genre === 'creneau-choisi') {
    const [jour = '', heure = ''] = evenement.donnees.debut.split('T');
    return `Rendez-vous fixé au ${enFrancais(jour)} à ${heure.replace(':', ' h ')}`;
  }
  if (evenement.genre === 'reponse-rapportee') return intituleDeLaReponse(evenement);
  if (evenement.genre === 'report')
    return `Report demandé jusqu’au ${enFrancais(evenement.donnees.jusquAu)}`;
  if (evenement.genre === 'accueil-termine') {
    const { heures, comptees = heures } = evenement.donnees;
    return `Accueil terminé : ${direHeures(comptees)} décomptées du parcours`;
  }
  if (evenement.genre === 'heures-confirmees')
    return `Heures faites confirmées : ${direHeures(evenement.donnees.heures)} en tout`;
  if (evenement.genre === 'heures-corrigees') {
    const { heures, auLieuDe } = evenement.donnees;
    return `Heures faites corrigées : ${direHeures(heures)} en tout, au lieu de ${direHeures(auLieuDe)}`;
  }
  return quoi;
}

/** Des heures dites à la fin, et une autre somme semaine par semaine : les deux sont vraies, et cela s'explique. */
function direLeDecompte(fin: Suivi['fin'], total: number): string | null {
  if (fin === null || fin.comptees === total) return null;
  return `Décompté du parcours : ${direDecompte(fin)}. Ces heures sont celles dites à la fin de l’accueil, ou corrigées ensuite ; ${
    total === 0
      ? 'aucune n’a été déclarée semaine par semaine.'
      : `${direHeures(total)} ont été déclarées semaine par semaine.`
  }`;
}

/**
 * Le dossier d'un parcours suivi, tel que l'acheteur le garde.
 * @param noms ce que le dossier ne porte qu'en code : la commune, le domaine
 * @param documents ce qui se remet à l'acheteur
 */
export function preuveDExecution(
  recu: Pick<SuiviRecu, 'dossier' | 'suivi' | 'maintenant'> & {
    evenements: readonly EvenementRecu[];
  },
  noms: { commune: string; domaine: string },
  documents: readonly DocumentARemettre[],
): Preuve {
  const { dossier, suivi, evenements, maintenant } = recu;
  const { parcours } = dossier;
  const etapes = evenements
    .flatMap((evenement) => {
      const quoi = intitule(evenement);
      return quoi === undefined
        ? []
        : [{ le: jourDuFait(evenement), quoi, qui: QUI[evenement.auteur] }];
    })
    .sort((a, b) => (a.le < b.le ? -1 : Number(a.le > b.le)));
  const semaines = Object.entries(suivi.semaines)
    .map(([lundi, heures]) => ({ lundi, heures }))
    .sort((a, b) => (a.lundi < b.lundi ? -1 : 1));
  const total = heuresDeclarees(suivi);
  const faits = [
    { terme: 'Parcours', valeur: parcours.intitule },
    { terme: 'Référence du parcours', valeur: parcours.id },
    { terme: 'Domaine', valeur: noms.domaine },
    { terme: 'Commune', valeur: noms.commune },
    { terme: 'Volume de la clause', valeur: libelleDuree(parcours.heures) },
    { terme: 'Prévu pour ce jeune', valeur: libelleDuree(dossier.heures) },
    ...(suivi.fin === null
      ? []
      : [{ terme: 'Décompté du parcours', valeur: direDecompte(suivi.fin) }]),
    ...(parcours.finLe === null
      ? []
      : [{ terme: 'Fin du marché', valeur: enFrancais(parcours.finLe) }]),
    ...(suivi.jourJ === null
      ? []
      : [
          { terme: 'Réponse attendue au plus tard le', valeur: enFrancais(suivi.jourJ.reponseLe) },
          { terme: 'Accueil attendu au plus tard le', valeur: enFrancais(suivi.jourJ.accueilLe) },
        ]),
  ];
  return {
    titre: `Exécution de la clause sociale de formation, dossier ${dossier.reference}`,
    reference: dossier.reference,
    etabliLe: jourAParis(new Date(maintenant)),
    faits,
    etapes,
    semaines,
    total,
    decompte: direLeDecompte(suivi.fin, total),
    documents: [...documents],
    avertissement:
      'Dates et heures tirées du journal du parcours, telles que déclarées par le tuteur ou la tutrice et par l’entreprise, et corrigées s’il le faut par l’équipe CSF. Elles accompagnent les documents signés, elles ne les remplacent pas.',
  };
}

/** « du lundi 4 au dimanche 10 janvier 2027 », en dates courtes : l'année se lit une fois. */
export function semaineDite(lundi: string): string {
  return `du ${enFrancais(lundi)} au ${enFrancais(ajouterJours(lundi, 6))}`;
}

/** Le même dossier en CSV : une ligne par fait, le genre de fait en première colonne. */
export function csvDeLaPreuve(preuve: Preuve): string {
  return fichierCsv([
    ligneDeCsv(['rubrique', 'date', 'libelle', 'valeur']),
    ligneDeCsv(['dossier', preuve.etabliLe, 'Dossier tiré le', preuve.reference]),
    ...preuve.faits.map(({ terme, valeur }) => ligneDeCsv(['parcours', null, terme, valeur])),
    ...preuve.etapes.map(({ le, quoi, qui }) => ligneDeCsv(['etape', le, quoi, qui])),
    ...preuve.semaines.map(({ lundi, heures }) =>
      ligneDeCsv(['heures', lundi, `Semaine ${semaineDite(lundi)}`, heures]),
    ),
    ligneDeCsv(['heures', null, 'Total déclaré semaine par semaine', preuve.total]),
    ...(preuve.decompte === null ? [] : [ligneDeCsv(['heures', null, preuve.decompte, null])]),
    ...preuve.documents.map(({ titre, remplitPar }) =>
      ligneDeCsv(['document', null, titre, remplitPar]),
    ),
  ]);
}
