import { phraseDesAbsences } from '../../absences/regles/absences-mots.ts';
import { direVerification } from '../../demande/regles/verification.ts';
import { phraseDeLaDate } from '../../rencontre/regles/phrases-dates.ts';
import { phraseDeLaRapportee } from '../../reponses/regles/rapportee.ts';
import { direIlYA, enFrancais, heureDite, jourAParis } from '../../socle/dates.ts';
import { apresDeuxPoints } from '../../socle/typographie.ts';
import { MOTS_DES_ETATS } from './etats-mots.ts';
import { etapesAVenir, quand } from './page.ts';
import { direCreneau, phraseDuTour } from './phrases.ts';
import { phraseDesHeures, phraseDesNonRemis } from './phrases-en-plus.ts';
import type { DitEnPropre, SuiviRecu } from './recu.ts';

/* Ce que le service dit d'un dossier à qui le lit : la page n'a pas à porter les phrases de tous les états. */

type Lu = Pick<SuiviRecu, 'suivi' | 'role'>;

const SANS_BOUTON = ['ouvrir', 'toujours-actuel'];

/**
 * Les boutons d'un dossier, et celui qui se voit d'abord : le geste attendu de qui lit, ou le rappel quand l'autre est
 * en retard. Retirer ou refuser ne se met jamais en avant ; « ouvrir » n'a pas de bouton, et « toujours-actuel » a le
 * sien, au-dessus des autres.
 */
export function boutons(
  actions: readonly string[],
  { etat, prochaine }: SuiviRecu['suivi'],
  role: string,
): { actions: string[]; principale: string | null } {
  const montrees = actions.filter((action) => !SANS_BOUTON.includes(action));
  // Ce qui est dit au nom de l'entreprise passe avant le reste ; un courriel lu, ce qu'il dit est à noter.
  const attendus = prochaine?.qui === role ? [MOTS_DES_ETATS[etat].geste, 'rapporter-reponse'] : [];
  const geste = ['confirmer-rapport', ...attendus].find(
    (action) => action !== undefined && montrees.includes(action),
  );
  const voulue = geste ?? ((prochaine?.retardJours ?? 0) > 0 ? 'relancer' : undefined);
  if (voulue === undefined || !montrees.includes(voulue))
    return { actions: montrees, principale: null };
  return {
    actions: [voulue, ...montrees.filter((action) => action !== voulue)],
    principale: voulue,
  };
}

/** Ce que le titre ne dit pas : l'heure du rendez-vous, par où passe l'accord, les heures à confirmer, un courriel qui n'arrive pas, ou la dernière relance. */
function aussi({ suivi, role }: Lu): string {
  const { etat, rendezVous, derniereRelanceManuelle, verification, depuis } = suivi;
  const heures = phraseDesHeures(suivi);
  if (heures !== undefined) return heures;
  const rencontre =
    etat === 'reunion-prevue' && role === 'tutrice' && rendezVous
      ? `Rendez-vous le ${direCreneau(rendezVous)}, dans l’entreprise.`
      : undefined;
  const dite =
    phraseDeLaDate(suivi) ?? phraseDeLaRapportee(suivi, role) ?? phraseDesAbsences(suivi);
  if (dite !== undefined) return [rencontre, dite].filter(Boolean).join(' ');
  const perdus = phraseDesNonRemis(suivi);
  // Le titre le dit déjà, sauf à l'équipe, qui peut avoir une adresse de plus à corriger.
  if (perdus !== undefined && (etat !== 'contact-a-nommer' || role === 'equipe')) return perdus;
  if (rencontre !== undefined) return rencontre;
  if (etat === 'proposee' && role === 'tutrice')
    return 'Ouvrez le dernier courriel reçu : il contient le lien pour accepter.';
  if (etat === 'a-verifier' && verification)
    return direVerification(verification, depuis).join(' ');
  if (derniereRelanceManuelle !== null && ['acheteur', 'equipe'].includes(role)) {
    const instant = new Date(derniereRelanceManuelle);
    return `Dernière relance à la main : le ${enFrancais(jourAParis(instant))} à ${heureDite(instant)}.`;
  }
  return '';
}

/** Qui n'a rien à faire ne lit que ce qui le regarde ; les autres apprennent un départ sans rien perdre du reste. */
function enAussi(lu: Lu, enPropre: DitEnPropre): string {
  if (enPropre.titre !== undefined) return enPropre.aussi ?? '';
  return [enPropre.aussi, aussi(lu)].filter(Boolean).join(' ');
}

function laDerniere({
  suivi: { derniere },
  evenements,
}: Pick<SuiviRecu, 'suivi' | 'evenements'>): string {
  if (derniere === null) return '';
  const dite = evenements.find(({ id }) => id === derniere.evenement.id);
  if (dite === undefined) return '';
  const precision = dite.precision ? ` « ${dite.precision} »` : '';
  return `Dernière action, ${direIlYA(derniere.ilYA)} : ${apresDeuxPoints(dite.phrase)}.${precision}`;
}

/** Ce que cette personne lit en tête du dossier, et ce qu'elle peut y faire. */
export function ditDuDossier(
  lu: Pick<SuiviRecu, 'suivi' | 'role' | 'actions' | 'dossier' | 'evenements' | 'maintenant'>,
  enPropre: DitEnPropre = {},
): SuiviRecu['dit'] {
  const { suivi, role, actions, dossier, maintenant } = lu;
  // Le titre propre à une personne dit qu'elle n'a rien à faire : la date des autres n'est pas la sienne.
  const avant = suivi.prochaine && quand(suivi.prochaine, jourAParis(new Date(maintenant)), role);
  return {
    aVous: suivi.prochaine?.qui === role && enPropre.titre === undefined,
    tour: enPropre.titre ?? phraseDuTour(suivi, role),
    avant: enPropre.titre === undefined ? (avant ?? '') : '',
    aussi: enAussi(lu, enPropre),
    derniere: laDerniere(lu),
    etape: MOTS_DES_ETATS[suivi.etat].etape ?? 'bilan',
    boutons: boutons(actions, suivi, role),
    aVenir: etapesAVenir(suivi, dossier.heures),
    ...(enPropre.joindre === undefined ? {} : { joindre: enPropre.joindre }),
  };
}
