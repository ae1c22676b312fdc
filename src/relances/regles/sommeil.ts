import { peutEtreRelance, type Calendrier } from '../../calendrier/regles/calendrier.ts';
import { auteurDuGeste } from '../../reponses/regles/auteur.ts';
import { ajouterJours, jourAParis, plusTard } from '../../socle/dates.ts';
import type { DelaisDeSuivi } from '../../suivi/regles/delais.ts';
import { DORMANTS, type Courant } from '../../suivi/regles/etats.ts';
import type { DonneesDe, Evenement } from '../../suivi/regles/evenement.ts';

/**
 * Une demande qui s'endort finit : elle garde un parcours, ou une place dans une file, que d'autres attendent.
 *
 * Avant l'accueil, quand la tutrice n'a rien fait depuis `actualite.apres` jours, le service lui demande si c'est
 * toujours d'actualité. Sans un geste d'elle `actualite.reponse` jours plus tard, il clôt la demande.
 * - Un geste est tout événement qu'elle écrit, ce qu'elle rapporte de l'entreprise compris, ou sa réponse à un courriel du
 *   service ; qu'elle attende l'entreprise ou non n'y change rien, ni ce que font les autres.
 * - Les jours se comptent depuis le plus tardif de son dernier geste, du rendez-vous fixé, de la fin d'un report, d'un appel
 *   annoncé et du début d'accueil convenu : à ces dates, personne n'attend rien d'elle. Fixer l'un ou l'autre vaut donc réponse.
 * - Rien ne lui est demandé avant le jour où le jeune peut commencer.
 * - La question ne part, et la demande ne se clôt, qu'un jour où l'on peut lui écrire : ni un week-end, ni un jour férié,
 *   ni pendant les vacances de son académie.
 */

/** Le jour que l'entreprise a donné, quand quelqu'un d'autre le rapporte. */
function jourRapporte(donnees: DonneesDe<'reponse-rapportee'>): string | undefined {
  if (donnees.quoi === 'rendez-vous') return donnees.creneau.debut.slice(0, 10);
  if (donnees.quoi === 'rappel') return donnees.rappelLe;
  return donnees.quoi === 'report' ? donnees.jusquAu : undefined;
}

/** Le jour dont deux personnes sont convenues, et jusqu'où l'on n'attend rien de la tutrice. */
function jourConvenu({ genre, donnees }: Evenement): string | undefined {
  if (genre === 'creneau-choisi') return donnees.debut.slice(0, 10);
  if (genre === 'date-acceptee') return donnees.date;
  if (genre === 'reponse-rapportee') return jourRapporte(donnees);
  return genre === 'report' ? donnees.jusquAu : undefined;
}

/** Ce que l'événement change au silence de la tutrice : le sien le rompt, et répond à la question. */
export function compterLeSilence(courant: Courant, evenement: Evenement): Courant {
  const { silence, etat } = courant;
  const convenu = jourConvenu(evenement);
  if (auteurDuGeste(evenement) !== 'tutrice' && convenu === undefined)
    return DORMANTS.includes(etat) ? courant : { ...courant, closeLe: null };
  const jours = [jourAParis(new Date(evenement.le)), convenu ?? ''];
  const depuis = jours.reduce(plusTard, silence.depuis);
  return { ...courant, silence: { depuis, ancre: evenement.id }, closeLe: null };
}

/** Ce qu'il faut savoir d'un dossier pour demander si c'est toujours d'actualité. */
type Endormi = {
  suivi: Pick<Courant, 'etat' | 'silence' | 'closeLe'>;
  instant: Date;
  delais: Pick<DelaisDeSuivi, 'actualite'>;
  calendrier: Calendrier;
  academie: string;
  /** Jour où le jeune peut commencer (AAAA-MM-JJ). */
  debutLe: string;
};

/** La question, telle que les rappels l'envoient. */
type Question = {
  a: 'tutrice';
  palier: 'actualite';
  genre: 'actualite-demandee';
  ancre: number;
  /** Jour où, sans réponse, la demande est close. */
  closeLe: string;
};

/** La question à poser aujourd'hui ; null s'il n'y a rien à demander. */
export function questionDue(dossier: Endormi): Question | null {
  const { suivi, instant, delais, calendrier, academie, debutLe } = dossier;
  const { silence, closeLe, etat } = suivi;
  if (!DORMANTS.includes(etat) || closeLe !== null || silence.depuis === '') return null;
  const { apres, reponse } = delais.actualite;
  const peutEcrire = (jour: string) => peutEtreRelance('tutrice', jour, academie, calendrier);
  const jour = jourAParis(instant);
  const voulu = plusTard(ajouterJours(silence.depuis, apres), debutLe);
  if (jour < voulu || !peutEcrire(jour)) return null;
  let fin = ajouterJours(jour, reponse);
  while (!peutEcrire(fin)) fin = ajouterJours(fin, 1);
  return {
    a: 'tutrice',
    palier: 'actualite',
    genre: 'actualite-demandee',
    ancre: silence.ancre,
    closeLe: fin,
  };
}

/** Vrai quand la réponse n'est pas venue : la demande est à clore. */
export function estAClore({ closeLe }: Pick<Courant, 'closeLe'>, instant: Date): boolean {
  return closeLe !== null && closeLe <= jourAParis(instant);
}
