import { enFrancais, heureDite, jourAParis } from '../socle/dates.ts';
import type { DemandeLue } from '../suivi/regles/dossier.ts';

/** Une demande telle qu'un lien la lit, ou seulement ce qu'un refus en dit. */
export type Lue = Pick<DemandeLue, 'statut'> &
  Partial<DemandeLue> & {
    portee?: unknown;
    /** Ce que la page permet est déjà fait, avant l'appui que la personne vient de faire ou pourrait faire. */
    deja?: boolean;
  };

/** Jusqu'à quand le lien vaut : « lundi 23 novembre 2026 à 9 h 05 ». */
export function finDite({ expireLe }: Lue): string {
  if (expireLe === undefined) return '';
  const fin = new Date(expireLe);
  return `${enFrancais(jourAParis(fin), { jourDeSemaine: true })} à ${heureDite(fin)}`;
}

/** Le formulaire, pour le même parcours. */
export function refaireLaDemande({ parcours, parcoursId = parcours?.id }: Lue) {
  const vers = parcoursId === undefined ? '/interet/' : `/interet/?parcours=${parcoursId}`;
  return { libelle: 'Refaire une demande', vers };
}

export const CHERCHER = { libelle: 'Chercher un autre parcours', vers: '/parcours/' };
