import { finPrevue } from '../../frise/regles/projection.ts';
import { ajouterJours, ecartJours, enFrancais, jourAParis } from '../../socle/dates.ts';
import type { EtatDeSuivi } from './etats.ts';
import type { Auteur, RoleDeSuivi } from './mots.ts';
import type { ProchaineAction, Suivi } from './suivi.ts';

/* Sans zod : la page du suivi charge ce fichier dans le navigateur. */

const jours = (nombre: number) => `${nombre} jour${nombre > 1 ? 's' : ''}`;

/** Une date à dire : une limite, ou une fin que l'on prévoit (`vers`). */
export type Echeance = { jour: string; vers: boolean };

/**
 * La date qu'une attente montre à ce rôle, partout la même ; null s'il n'y en a pas.
 * - Avant une réunion, la limite est celle de qui doit dire si elle a eu lieu : les autres liraient deux dates pour elle.
 * - Pendant un accueil, ce n'est pas une limite, mais la fin prévue : le vendredi de la dernière semaine.
 */
export function echeanceDe(
  { quoi, qui, avantLe, retardJours }: ProchaineAction,
  role: RoleDeSuivi | Auteur,
): Echeance | null {
  if (avantLe === null) return null;
  if (quoi === 'reunion-prevue' && qui !== role && retardJours === 0) return null;
  if (quoi === 'accueil-en-cours') return { jour: ajouterJours(avantLe, -2), vers: true };
  return { jour: avantLe, vers: false };
}

/**
 * Avant quand agir, en toutes lettres, et le retard s'il y en a un ; undefined sans délai pour ce rôle.
 * @param aujourdHui AAAA-MM-JJ
 */
export function quand(
  prochaine: ProchaineAction,
  aujourdHui: string,
  role: RoleDeSuivi,
): string | undefined {
  const echeance = echeanceDe(prochaine, role);
  if (echeance === null) return undefined;
  const { retardJours } = prochaine;
  const date = enFrancais(echeance.jour, { jourDeSemaine: true });
  if (echeance.vers) return `Fin prévue vers le ${date}.`;
  if (retardJours > 0) return `En retard de ${jours(retardJours)} : c’était attendu le ${date}.`;
  const reste = ecartJours(aujourdHui, echeance.jour);
  if (reste === 0) return 'C’est aujourd’hui le dernier jour.';
  return `Au plus tard le ${date} (dans ${jours(reste)}).`;
}

/** « il y a 3 minutes », « à l'instant » : pour deux instants proches. */
export function ilYA(instant: string, maintenant: string): string {
  const minutes = Math.floor((Date.parse(maintenant) - Date.parse(instant)) / 60_000);
  if (minutes < 1) return 'à l’instant';
  if (minutes < 60) return `il y a ${minutes} minute${minutes > 1 ? 's' : ''}`;
  if (minutes < 24 * 60) {
    const heures = Math.floor(minutes / 60);
    return `il y a ${heures} heure${heures > 1 ? 's' : ''}`;
  }
  return `le ${enFrancais(jourAParis(new Date(instant)))}`;
}

/** Le lundi de la semaine d'un jour (AAAA-MM-JJ). */
export function lundiDe(jour: string): string {
  return ajouterJours(jour, -((new Date(jour).getUTCDay() + 6) % 7));
}

/** Les semaines commencées depuis le début de l'accueil, de la plus récente à la plus ancienne. */
export function semainesCommencees(accueilDepuis: string | null, aujourdHui: string): string[] {
  if (accueilDepuis === null) return [];
  const premier = lundiDe(accueilDepuis);
  const semaines: string[] = [];
  for (let lundi = lundiDe(aujourdHui); lundi >= premier; lundi = ajouterJours(lundi, -7))
    semaines.push(lundi);
  return semaines;
}

/** Une étape qui n'est pas encore là, et ce que l'on sait de sa date. */
export type EtapeAVenir = { quoi: string; quand: string | null };

/* Les états dans l'ordre où un accueil se déroule ; un refus ou un report attend encore une réponse. */
const DEROULEMENT: readonly EtatDeSuivi[] = [
  'proposee',
  'reponse-attendue',
  'creneau-a-choisir',
  'reunion-prevue',
  'convention-a-signer',
  'accueil-a-commencer',
  'accueil-en-cours',
  'bilan-a-faire',
];
const AVANCEMENT: Partial<Record<EtatDeSuivi, EtatDeSuivi>> = {
  'en-attente': 'proposee',
  'a-verifier': 'proposee',
  reporte: 'reponse-attendue',
  'reponse-recue': 'reponse-attendue',
  'contact-a-nommer': 'reponse-attendue',
  'refus-a-trancher': 'reponse-attendue',
  interrompu: 'accueil-en-cours',
};

/**
 * Ce qui vient après l'action attendue, dans l'ordre ; vide quand tout est fini.
 * @param heures heures prévues pour ce jeune
 */
export function etapesAVenir(suivi: Suivi, heures: number): EtapeAVenir[] {
  const { etat, jourJ, rendezVous, accueilDepuis, prochaine } = suivi;
  if (prochaine === null) return [];
  const rang = DEROULEMENT.indexOf(AVANCEMENT[etat] ?? etat);
  const avant = (jour: string | undefined) => (jour ? `Au plus tard le ${enFrancais(jour)}` : null);
  const prevue = echeanceDe(prochaine, prochaine.qui);
  // En cours, c'est la date du titre ; interrompu, celle que l'on prévoyait.
  const fin = prevue?.vers
    ? prevue.jour
    : accueilDepuis && ajouterJours(finPrevue(accueilDepuis, heures), -2);
  const etapes: [EtatDeSuivi, string, string | null][] = [
    ['reponse-attendue', 'Réponse de l’entreprise', avant(jourJ?.reponseLe)],
    [
      'reunion-prevue',
      'Réunion de présentation',
      rendezVous && `Le ${enFrancais(rendezVous.debut.slice(0, 10))}`,
    ],
    ['convention-a-signer', 'Convention de stage signée', null],
    ['accueil-a-commencer', 'Accueil du jeune', avant(jourJ?.accueilLe)],
    ['accueil-en-cours', 'Fin de l’accueil', fin && `Vers le ${enFrancais(fin)}`],
    ['bilan-a-faire', 'Bilan croisé, remis à l’acheteur', null],
  ];
  return etapes
    .filter(
      ([etape]) =>
        DEROULEMENT.indexOf(etape) > rang || (etape === etat && etape === 'accueil-en-cours'),
    )
    .map(([, quoi, quand]) => ({ quoi, quand }));
}
