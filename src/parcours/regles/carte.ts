import {
  classeDuree,
  libelleDuree,
  partages,
  SEUIL_DUREE_HEURES,
} from '../../calibrage/regles/calibrage.ts';
import { enFrancais } from '../../socle/dates.ts';
import { libelleDistance } from '../../socle/distance.ts';
import { LIBELLES_DISPONIBILITE, type Disponibilite } from './disponibilite.ts';

/** Ce qu'une carte montre d'un parcours, dans une liste. */
export type ContenuDeCarte = {
  id: string;
  intitule: string;
  domaine: string;
  heures: number | null;
  commune: string;
  departement: string;
  disponibilite: Disponibilite;
  horairesAmenages: boolean;
  gratification: boolean;
  /** Fin à annoncer (AAAA-MM-JJ), ou null. */
  fin: string | null;
  /** Distance au lieu demandé (km), ou null. */
  distance: number | null;
  approximative: boolean;
};

/** Couleur de l'étiquette, parmi celles du système de design. */
export const TONS_DISPONIBILITE: Record<Disponibilite, string> = {
  disponible: 'fr-badge--success',
  'en-preparation': 'fr-badge--info',
  reserve: 'fr-badge--new',
  pourvu: '',
  termine: '',
};

function avecMajuscule(texte: string): string {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}

/**
 * Vrai si un parcours plus long que le seuil se partage en parts qui n'en dépassent pas : une tutrice qui cherche deux mois
 * peut le demander pour un jeune, et le reste ira à d'autres.
 */
export const estPartageable = (heures: number | null): boolean =>
  classeDuree(heures) === 'longue' &&
  partages(heures).some((part) => part.heures <= SEUIL_DUREE_HEURES);

/** « 26 semaines (900 h), partageable ». */
export const dureeDeCarte = (heures: number | null): string =>
  libelleDuree(heures) + (estPartageable(heures) ? ', partageable' : '');

/** Les lignes de texte d'une carte : les mêmes à la construction et dans le navigateur. */
export function texteDeCarte(carte: ContenuDeCarte) {
  const distance =
    carte.distance === null ? '' : `, à ${libelleDistance(carte.distance, carte.approximative)}`;
  const accueil = [
    carte.horairesAmenages ? 'horaires aménagés' : '',
    carte.gratification ? 'gratification' : '',
  ].filter(Boolean);
  const fin = carte.fin === null ? '' : `jusqu’au ${enFrancais(carte.fin)}`;
  const plus = [accueil.join(', '), fin].filter(Boolean).map(avecMajuscule).join('. ');
  return {
    disponibilite: LIBELLES_DISPONIBILITE[carte.disponibilite],
    ton: TONS_DISPONIBILITE[carte.disponibilite],
    lieu: `${carte.commune} (${carte.departement})${distance}`,
    duree: dureeDeCarte(carte.heures),
    plus,
  };
}
