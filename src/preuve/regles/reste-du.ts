import { ajouterJoursOuvres, type Calendrier } from '../../calendrier/regles/calendrier.ts';
import { enFrancais } from '../../socle/dates.ts';
import type { DelaisDeSuivi } from '../../suivi/regles/delais.ts';
import type { Dossier } from '../../suivi/regles/dossier.ts';
import type { RoleDeSuivi } from '../../suivi/regles/mots.ts';
import { direHeures } from '../../suivi/regles/phrases.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

/* La clause les demande (content/clause.yaml, « Justificatifs »). */
const JUSTIFICATIFS = 'la convention, l’attestation de présence et le bilan croisé';

type Fini = {
  /** Le suivi d'avant ce que l'on vient d'apprendre : le parcours est encore celui de ce moment. */
  avant: Pick<Suivi, 'fin'>;
  suivi: Pick<Suivi, 'etat' | 'fin'>;
  parcours: Pick<Dossier['parcours'], 'heures' | 'heuresFaites' | 'finLe' | 'finReconductionLe'>;
  /** Le jour qu'il est (AAAA-MM-JJ). */
  jour: string;
  delais: Pick<DelaisDeSuivi, 'justificatifsOuvres'>;
  calendrier: Calendrier;
};

function aRemettre({ suivi: { fin }, jour, delais, calendrier }: Fini, role: RoleDeSuivi): string {
  if (fin === null || (role !== 'entreprise' && role !== 'acheteur')) return '';
  const le = ajouterJoursOuvres(fin.le, delais.justificatifsOuvres, calendrier);
  const avant =
    jour > le ? ` : c’était attendu le ${enFrancais(le)}` : `, au plus tard le ${enFrancais(le)}`;
  const qui =
    role === 'entreprise'
      ? `Il vous reste à remettre à l’acheteur ${JUSTIFICATIFS}`
      : `L’entreprise vous remet ${JUSTIFICATIFS}`;
  return `${qui}${avant}.`;
}

function quiRestent({ avant, suivi: { fin }, parcours, jour }: Fini): string {
  // Des heures à confirmer, ou qui changent à l'instant, ou un marché fini : on ne promet pas ce qui reste.
  const finDuMarche = parcours.finReconductionLe ?? parcours.finLe;
  const sures = fin?.aConfirmerLe === null && fin.comptees === avant.fin?.comptees;
  if (!sures || (finDuMarche ?? jour) < jour) return '';
  const restent = parcours.heures === null ? 0 : parcours.heures - parcours.heuresFaites;
  return restent > 0 ? `Il reste ${direHeures(restent)} à ce parcours, pour un autre jeune.` : '';
}

/**
 * Ce qui reste dû une fois le bilan fait, dit à cette personne : les justificatifs, puis les heures du parcours ; vide s'il
 * n'y a rien. Le délai est celui de la clause, en jours ouvrés après la fin de l'accueil.
 */
export function resteDu(fini: Fini, role: RoleDeSuivi): string {
  if (fini.suivi.etat !== 'termine') return '';
  return [aRemettre(fini, role), quiRestent(fini)].filter(Boolean).join(' ');
}
