import { ABSENCE_RETIREE, JEUNE_ABSENT } from '../../absences/regles/absences.ts';
import { ajouterJoursOuvres } from '../../calendrier/regles/calendrier.ts';
import { finPrevue } from '../../frise/regles/projection.ts';
import {
  attendre,
  attendreApres,
  dans,
  dansOuvre,
  jourDe,
  sansCreneau,
  type Transition,
} from '../../suivi/regles/attentes.ts';
import { ACCUEIL, ACTIFS, FINIS } from '../../suivi/regles/etats.ts';
import type { Genre } from '../../suivi/regles/evenement.ts';
import {
  confirmerLesHeures,
  corrigerLesHeures,
  finNotee,
  heuresDeclarees,
} from './heures-comptees.ts';

/* Ce que change l'accueil du jeune : ses heures, ses absences, ses interruptions, sa fin. */

type DeLAccueil = Extract<
  Genre,
  | 'accueil-commence'
  | 'heures-declarees'
  | 'jeune-absent'
  | 'absence-retiree'
  | 'interruption'
  | 'reprise'
  | 'accueil-termine'
  | 'heures-confirmees'
  | 'heures-corrigees'
>;

export const TRANSITIONS_DE_L_ACCUEIL: { [G in DeLAccueil]: Transition<G> } = {
  'accueil-commence': {
    de: ['accueil-a-commencer'],
    vers: ({ heures }, e) => ({
      ...attendreApres(e, 'accueil-en-cours', 'entreprise', finPrevue(e.donnees.le, heures)),
      accueilDepuis: e.donnees.le,
    }),
  },
  'heures-declarees': {
    de: ACCUEIL,
    vers: ({ semaines }, { donnees: { lundi, heures } }) => ({
      semaines: { ...semaines, [lundi]: heures },
    }),
  },
  'jeune-absent': JEUNE_ABSENT,
  'absence-retiree': ABSENCE_RETIREE,
  interruption: {
    de: ['accueil-en-cours'],
    vers: (_, e, regles) =>
      attendreApres(e, 'interrompu', 'tutrice', dansOuvre(e, regles.delais.reprise, regles)),
  },
  reprise: {
    de: ['interrompu'],
    vers: (courant, e) => {
      const fin = finPrevue(e.donnees.le, courant.heures - heuresDeclarees(courant));
      return attendreApres(e, 'accueil-en-cours', 'entreprise', fin);
    },
  },
  'accueil-termine': {
    de: ACTIFS,
    vers: (courant, e, { delais, calendrier }) => {
      const { le = jourDe(e) } = e.donnees;
      const avantLe = ajouterJoursOuvres(le, delais.justificatifsOuvres, calendrier);
      return {
        ...attendre(e, 'bilan-a-faire', 'tutrice', avantLe),
        ...sansCreneau(courant),
        dernierFait: { quoi: e.genre, le },
        fin: finNotee(e.donnees, le, dans(e, delais.confirmation)),
      };
    },
  },
  'heures-confirmees': { de: FINIS, vers: confirmerLesHeures },
  'heures-corrigees': { de: FINIS, vers: corrigerLesHeures },
};
