import { jourOuvreDes, type Calendrier } from '../../calendrier/regles/calendrier.ts';
import { ajouterJours, jourAParis } from '../../socle/dates.ts';
import type { DelaisDeSuivi } from './delais.ts';
import type { Courant, EtatDeSuivi, FaitDate } from './etats.ts';
import type { Evenement, EvenementDe, Genre } from './evenement.ts';
import type { Auteur } from './mots.ts';

/* Ce dont les transitions sont faites : sans zod, comme elles. */

export type Regles = { delais: DelaisDeSuivi; calendrier: Calendrier };

/** Depuis quels états un genre est reçu, et ce qu'il change ; `null` : il ne vaut rien ici, on l'ignore. */
export type Transition<G extends Genre> = {
  de: readonly EtatDeSuivi[];
  vers: (courant: Courant, evenement: EvenementDe<G>, regles: Regles) => Partial<Courant> | null;
};

export const jourDe = ({ le }: { le: string }) => jourAParis(new Date(le));

/** Une nouvelle attente, comptée depuis cet événement : ce que quelqu'un avait rapporté de la précédente ne vaut plus. */
export function attendre(
  evenement: Pick<Evenement, 'id' | 'le'>,
  etat: EtatDeSuivi,
  qui: Auteur,
  avantLe: string | null,
): Partial<Courant> {
  return {
    etat,
    qui,
    avantLe,
    ancre: evenement.id,
    depuis: jourDe(evenement),
    rapportee: null,
  };
}

/** Une nouvelle attente, après un fait dont on sait le jour : le suivant ne le précédera pas. */
export function attendreApres(
  fait: EvenementDe<Exclude<FaitDate, 'accueil-termine'>>,
  ...attente: [EtatDeSuivi, Auteur, string | null]
): Partial<Courant> {
  const dernierFait = { quoi: fait.genre, le: fait.donnees.le };
  return { ...attendre(fait, ...attente), dernierFait };
}

export const dans = (evenement: Evenement, jours: number) => ajouterJours(jourDe(evenement), jours);

/** Une date que le service fixe : jamais un samedi, un dimanche ou un jour férié. Les délais du marché, eux, sont calendaires. */
export const dansOuvre = (evenement: Evenement, jours: number, { calendrier }: Regles) =>
  jourOuvreDes(dans(evenement, jours), calendrier);

/** Un rendez-vous annulé compte pour un changement : l'invitation suivante porte un numéro plus grand. */
export function sansRendezVous({ rendezVous, versions }: Courant): Partial<Courant> {
  return rendezVous ? { rendezVous: null, versions: versions + 1 } : {};
}

export const sansCreneau = (courant: Courant) => ({ creneaux: [], ...sansRendezVous(courant) });

export const clore = (evenement: Pick<Evenement, 'id' | 'le'>, etat: EtatDeSuivi) =>
  attendre(evenement, etat, 'systeme', null);

/** Une réponse attendue de nouveau, avec un délai entier, en jours. */
export function redemander(
  courant: Courant,
  evenement: Evenement,
  jours: number,
): Partial<Courant> {
  return {
    ...attendre(evenement, 'reponse-attendue', 'entreprise', dans(evenement, jours)),
    ...sansCreneau(courant),
  };
}
