import { estOuvre } from '../../calendrier/regles/calendrier.ts';
import { ajouterJours, jourAParis } from '../../socle/dates.ts';
import type { Evenement } from '../../suivi/regles/evenement.ts';
import { suivre } from '../../suivi/regles/suivi.ts';
import type { Dossier, Relance } from './echelles.ts';
import { donneesDeRelance, relancesDues } from './relances.ts';
import { estAClore } from './sommeil.ts';

/** Le dernier passage des rappels d'une journée (docs/service.md) : ce qui est dû un jour l'est encore à cette heure-là. */
export const DERNIER_PASSAGE = 'T16:00:00.000Z';

/** Jusqu'où l'on annonce, en jours : au-delà, ce qui est prévu a toutes les chances de changer. */
export const HORIZON_JOURS = 60;

/** Ce que le service enverra si personne n'agit, et le jour où il clôt alors la demande. */
export type Avenir = { rappels: { le: string; relance: Relance }[]; closeLe: string | null };

/** Le rappel tel que le journal le gardera. */
const journalise = (relance: Relance, le: string, id: number) =>
  ({
    id,
    genre: relance.genre,
    auteur: 'systeme',
    donnees: donneesDeRelance(relance),
    le,
  }) as Evenement;

/**
 * Les rappels à venir : on avance l'horloge jour après jour, et l'on demande à la règle qui les envoie ceux qui seraient
 * dus. Aucun délai n'est redit ici.
 * @param arrive vrai si le rappel a au moins un destinataire : sans lui, rien ne part et rien ne s'écrit
 */
export function rappelsAVenir(
  dossier: Omit<Dossier, 'suivi'>,
  arrive: (relance: Relance) => boolean = () => true,
): Avenir {
  const { instant, delais, calendrier } = dossier;
  const evenements = [...dossier.evenements];
  const rappels: Avenir['rappels'] = [];
  const aujourdHui = jourAParis(instant);
  for (let n = 0; n <= HORIZON_JOURS; n += 1) {
    const jour = ajouterJours(aujourdHui, n);
    const passage = new Date(`${jour}${DERNIER_PASSAGE}`);
    if (passage <= instant || !estOuvre(jour, calendrier)) continue;
    const suivi = suivre(evenements, passage, delais, calendrier);
    if (suivi.prochaine === null) break;
    if (estAClore(suivi, passage)) return { rappels, closeLe: jour };
    for (const relance of relancesDues({ ...dossier, evenements, suivi, instant: passage })) {
      if (!arrive(relance)) continue;
      rappels.push({ le: jour, relance });
      const suivant = (evenements.at(-1)?.id ?? 0) + 1;
      evenements.push(journalise(relance, passage.toISOString(), suivant));
    }
  }
  return { rappels, closeLe: null };
}
