import { peutEtreRelance } from '../../calendrier/regles/calendrier.ts';
import { jourAParis } from '../../socle/dates.ts';
import { FINS } from '../../suivi/regles/etats.ts';
import { estUnRappel } from '../../suivi/regles/mots.ts';
import { auteurDuGeste } from '../../reponses/regles/auteur.ts';
import { questionDue } from './sommeil.ts';
import {
  ECHELLES,
  type Destinataire,
  type Dossier,
  type Palier,
  type Relance,
} from './echelles.ts';

/** Qui vient d'agir n'est pas relancé, en millisecondes. */
const REPIT = 48 * 3_600_000;

/** Vrai si ce rôle a agi lui-même depuis moins de 48 heures. Ouvrir la page n'est pas agir ; relancer à la main, si. */
function vientDAgir({ evenements, instant }: Dossier, role: string): boolean {
  return evenements.some((evenement) => {
    const { genre, donnees, le } = evenement;
    return (
      auteurDuGeste(evenement) === role &&
      genre !== 'ouvert' &&
      (!estUnRappel(genre) || ('ancre' in donnees && donnees.ancre === null)) &&
      instant.getTime() - Date.parse(le) < REPIT
    );
  });
}

/** Vrai si ce rappel est au journal de l'attente en cours. */
export const dejaParti = (
  { evenements, suivi }: Pick<Dossier, 'evenements' | 'suivi'>,
  { a, palier }: Pick<Palier, 'a' | 'palier'>,
): boolean =>
  evenements.some(
    (evenement) =>
      (evenement.genre === 'relance' &&
        evenement.donnees.ancre === suivi.ancre &&
        evenement.donnees.palier === palier &&
        evenement.donnees.a === a) ||
      (evenement.genre === 'acheteur-alerte' &&
        a === 'acheteur' &&
        evenement.donnees.ancre === suivi.ancre &&
        evenement.donnees.palier === palier),
  );

/** Ce qu'un rappel écrit au journal. */
export function donneesDeRelance({ a, palier, genre, ancre, closeLe }: Relance) {
  if (genre === 'relance') return { a, palier, ancre };
  return { palier, ancre, ...(closeLe === undefined ? {} : { closeLe }) };
}

/**
 * Les rappels à envoyer maintenant : au plus un par destinataire, le plus haut de son échelle. Ce qui attend depuis un
 * week-end ne part donc pas en rafale, et un palier dépassé n'est jamais rattrapé.
 */
export function relancesDues(dossier: Dossier): Relance[] {
  const question = questionDue(dossier);
  const rappels = rappelsDus(dossier);
  if (question === null && dossier.suivi.closeLe === null) return rappels;
  // Tant que l'on ne sait pas si sa demande tient encore, la tutrice n'a pas d'autre rappel.
  const desAutres = rappels.filter(({ a }) => a !== 'tutrice');
  return question === null ? desAutres : [question, ...desAutres];
}

function rappelsDus(dossier: Dossier): Relance[] {
  const { suivi, instant, calendrier, academie, contacts } = dossier;
  const avantLe = suivi.prochaine?.avantLe ?? null;
  const echelle = ECHELLES[suivi.etat];
  if (FINS.includes(suivi.etat) || avantLe === null || !echelle) return [];
  const jour = jourAParis(instant);
  const dus = echelle(dossier, avantLe).filter(
    ({ a, le, jusquAu }) =>
      le <= jour &&
      (jusquAu === undefined || jour <= jusquAu) &&
      (a !== 'entreprise' || contacts.entreprises > 0),
  );
  const plusHauts = new Map<Destinataire, Palier>();
  for (const palier of dus) {
    const retenu = plusHauts.get(palier.a);
    if (!retenu || retenu.le <= palier.le) plusHauts.set(palier.a, palier);
  }
  return [...plusHauts.values()]
    .filter(
      (palier) =>
        peutEtreRelance(palier.a, jour, academie, calendrier) &&
        !dejaParti(dossier, palier) &&
        !vientDAgir(dossier, palier.a),
    )
    .map(({ a, palier, genre = 'relance', cible }) => ({
      a,
      palier,
      genre,
      ancre: suivi.ancre,
      ...(cible ? { cible } : {}),
    }));
}
