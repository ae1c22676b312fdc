import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { enFrancais, jourAParis } from '../../socle/dates.ts';
import { DISPONIBILITES, estOuvert, type Disponibilite } from './disponibilite.ts';
import type { EtatDuMoment } from './parcours.ts';

/** Ce que dit la page d'un parcours qui n'est pas, ou n'est plus, disponible. */
export const ETATS_DE_FICHE: Record<Disponibilite, string | null> = {
  disponible: null,
  'en-preparation':
    'Ce parcours est en préparation : il n’est pas encore disponible. Vous pouvez déjà dire votre intérêt.',
  reserve:
    'Ce parcours est réservé pour un jeune. Un seul jeune est proposé à la fois ; il peut se libérer, ou accueillir un autre jeune ensuite.',
  pourvu: 'Ce parcours n’est plus disponible : il est pourvu.',
  termine: 'Ce parcours n’est plus disponible : il est terminé.',
};

/** Ce que dit le bouton de la page d'un parcours ; null quand il n'y a plus rien à demander. */
export function boutonDeFiche(disponibilite: Disponibilite): string | null {
  if (!estOuvert(disponibilite)) return null;
  return disponibilite === 'reserve' ? 'Rejoindre la liste d’attente' : 'Ce parcours m’intéresse';
}

/** Ce que la page en montre. */
export type EtatMontre = Omit<EtatDuMoment, 'commune' | 'finLe' | 'finReconductionLe'>;

const nombreOuNull = (valeur: unknown) => (typeof valeur === 'number' ? valeur : null);

/** Lit la réponse de la route « etat-parcours » ; undefined si elle n'a pas la forme attendue. */
export function etatDuMoment(reponse: Record<string, unknown>): EtatMontre | undefined {
  const { intitule, heures, heuresRestantes, reserveLe, enAttente } = reponse;
  const disponibilite = DISPONIBILITES.find((connue) => connue === reponse.disponibilite);
  if (typeof intitule !== 'string' || disponibilite === undefined) return undefined;
  return {
    intitule,
    heures: nombreOuNull(heures),
    heuresRestantes: nombreOuNull(heuresRestantes),
    disponibilite,
    reserveLe:
      typeof reserveLe === 'string' && !Number.isNaN(Date.parse(reserveLe)) ? reserveLe : null,
    enAttente: nombreOuNull(enAttente) ?? 0,
  };
}

function reserve({ reserveLe, enAttente }: EtatMontre): string {
  const depuis =
    reserveLe === null ? '' : ` depuis le ${enFrancais(jourAParis(new Date(reserveLe)))}`;
  const file =
    enAttente === 0
      ? 'Personne n’attend encore.'
      : `${enAttente} jeune${enAttente > 1 ? 's attendent' : ' attend'} déjà.`;
  return `Ce parcours est réservé${depuis}. Un seul jeune est proposé à la fois. Vous pouvez rejoindre la liste d’attente : s’il se libère, nous vous écrivons. ${file}`;
}

/** Ce qu'il faut savoir de l'état du moment, ou null : le parcours est libre et entier. */
export function phraseDuMoment(etat: EtatMontre): string | null {
  const { disponibilite, heures, heuresRestantes } = etat;
  if (disponibilite === 'reserve') return reserve(etat);
  if (disponibilite !== 'disponible') return ETATS_DE_FICHE[disponibilite];
  if (heuresRestantes === null || heuresRestantes === heures) return null;
  return `Un jeune a déjà fait une partie de ce parcours. Il reste ${libelleDuree(heuresRestantes)}.`;
}
