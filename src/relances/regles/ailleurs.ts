import { ajouterJours, jourAParis } from '../../socle/dates.ts';
import type { DelaisDeSuivi } from '../../suivi/regles/delais.ts';
import type { EtatDeSuivi } from '../../suivi/regles/etats.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';
import { PALIER_AILLEURS } from './echelles.ts';

/** Les rappels à la tutrice qui lui proposent autre chose : la moitié du délai passée, puis l'alerte. */
export const proposeAilleurs = (palier: string) =>
  palier === PALIER_AILLEURS || palier.endsWith('-manque');

/** L'entreprise refuse, ou vient de refuser : chercher ailleurs n'attend pas la décision. */
const REFUS: readonly EtatDeSuivi[] = ['refus-a-trancher', 'refuse'];

/** Où l'acheteur est alerté quand le délai passe. */
const ALERTES: readonly EtatDeSuivi[] = ['reponse-attendue', 'reporte', 'accueil-a-commencer'];

/**
 * Vrai quand la page de la tutrice lui propose d'autres parcours : une semaine sans réponse, un délai manqué, un refus. Les
 * mêmes moments que ses courriels : le dernier jour d'un délai est encore à l'entreprise.
 */
export function fautIlChercherAilleurs(
  { etat, depuis, prochaine }: Pick<Suivi, 'etat' | 'depuis' | 'prochaine'>,
  instant: Date,
  { relances }: Pick<DelaisDeSuivi, 'relances'>,
): boolean {
  const jour = jourAParis(instant);
  if (REFUS.includes(etat)) return true;
  if (etat === 'reponse-attendue' && ajouterJours(depuis, relances.rappel) <= jour) return true;
  const avantLe = prochaine?.avantLe ?? null;
  return ALERTES.includes(etat) && avantLe !== null && avantLe < jour;
}
