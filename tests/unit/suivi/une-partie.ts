import fc from 'fast-check';
import { actionsDuLien } from '../../../src/relais/regles/droits.ts';
import type { ActionId } from '../../../src/suivi/regles/actions.ts';
import { estOuvre } from '../../../src/calendrier/regles/calendrier.ts';
import { ajouterJours } from '../../../src/socle/dates.ts';
import { heuresDeclarees, heuresRetenues } from '../../../src/heures/regles/heures-comptees.ts';
import { heuresAuPlus } from '../../../src/heures/regles/limites.ts';
import { ROLES_DE_LIEN, type RoleDeLien } from '../../../src/suivi/regles/mots.ts';
import type { Suivi } from '../../../src/suivi/regles/suivi.ts';
import { LIEU } from '../../fabriques-suivi.ts';
import { CALENDRIER, DELAIS, Journal } from './un-journal.ts';

export const FINS = ['termine', 'refuse', 'retire'];

/** Un jour ouvré à venir, `rang` jours ouvrés plus loin que demain. */
function jourOuvre(jour: string, rang: number): string {
  let resultat = ajouterJours(jour, 1);
  for (let restants = rang; restants > 0 || !estOuvre(resultat, CALENDRIER);) {
    if (estOuvre(resultat, CALENDRIER)) restants -= 1;
    resultat = ajouterJours(resultat, 1);
  }
  return resultat;
}

const lundiDe = (jour: string) => ajouterJours(jour, -((new Date(jour).getUTCDay() + 6) % 7));

const QUELQU_UN = { nom: 'Sam Essai', courriel: 'sam@entreprise.example' };

/** Des champs valables pour chaque action, à partir de ce que montre le dossier et d'un nombre au hasard. */
const CHAMPS: Record<ActionId, (suivi: Suivi, jour: string, hasard: number) => object> = {
  ouvrir: () => ({}),
  'toujours-actuel': () => ({}),
  'proposer-creneaux': (_, jour, hasard) => ({
    creneaux: Array.from({ length: 1 + (hasard % 3) }, (__, rang) => ({
      debut: `${jourOuvre(jour, rang + (hasard % 9))}T1${rang}:30`,
      minutes: 45,
    })),
  }),
  reporter: (_, jour, hasard) => ({
    jusquAu: ajouterJours(jour, 1 + (hasard % DELAIS.reportMaximum)),
    motif: 'activite',
  }),
  'proposer-debut': (suivi, jour, hasard) => {
    const depuis = suivi.jourJ?.accueilLe ?? jour;
    return { le: jourOuvre(depuis < jour ? jour : depuis, hasard % 40) };
  },
  'accepter-date': () => ({}),
  'ecarter-date': () => ({}),
  'changer-contact': () => QUELQU_UN,
  'plus-moi': () => ({}),
  'redevenir-contact': () => ({}),
  refuser: () => ({ motif: 'autre', precision: 'Le service ferme bientôt.' }),
  commencer: (_, jour) => ({ le: jour }),
  'declarer-heures': ({ semaines, heures }, jour, hasard) => {
    const lundi = lundiDe(jour);
    const autres = heuresDeclarees({ semaines: { ...semaines, [lundi]: 0 } });
    return { lundi, heures: Math.min(hasard % 36, heures - autres) };
  },
  terminer: (suivi, jour, hasard) => ({
    le: jour,
    heures: Math.min(hasard, heuresAuPlus(suivi, jour)),
  }),
  'confirmer-heures': ({ fin }, _, hasard) => {
    const { heures, comptees } = fin ?? { heures: 0, comptees: 0 };
    return { heures: comptees + (hasard % (heures - comptees + 1)) };
  },
  'corriger-heures': ({ fin, ...suivi }, jour, hasard) => {
    const possibles = heuresAuPlus(suivi, fin?.le ?? jour) + 1;
    const heures = hasard % possibles;
    const deja = fin !== null && heuresRetenues(fin) === heures;
    return { heures: deja ? (heures + 1) % possibles : heures, precision: 'Un relevé retrouvé.' };
  },
  'choisir-creneau': ({ creneaux }) => ({ debut: creneaux.at(-1)?.debut }),
  'confirmer-reponse': () => ({}),
  'ecarter-reponse': () => ({}),
  'rapporter-reponse': ({ etat, reportAAccorder }, jour, hasard) => {
    const canal = hasard % 2 === 0 ? 'telephone' : 'courriel';
    const possibles = ['rendez-vous', 'rappel', 'refus', 'report', 'mauvaise-personne'].filter(
      (quoi) =>
        !(quoi === 'mauvaise-personne' && etat === 'contact-a-nommer') &&
        !(quoi === 'report' && reportAAccorder),
    );
    const quoi = possibles[Math.floor(hasard / 2) % possibles.length];
    if (quoi === 'rendez-vous')
      return { canal, quoi, le: jourOuvre(jour, hasard % 9), heure: '14:30', lieu: LIEU };
    if (quoi === 'rappel' || quoi === 'report')
      return { canal, quoi, le: ajouterJours(jour, 1 + (hasard % DELAIS.reportMaximum)) };
    if (quoi === 'refus')
      return { canal, quoi, motif: 'activite', precision: 'Plus de chantier avant l’été.' };
    return { canal, quoi };
  },
  'confirmer-rapport': () => ({}),
  'signaler-absence': () => ({}),
  'retirer-absence': () => ({}),
  'ecarter-creneaux': () => ({}),
  'noter-reunion': (_, jour) => ({ le: jour }),
  'reunion-manquee': () => ({ absent: 'jeune' }),
  'signer-convention': (_, jour) => ({ le: jour }),
  interrompre: (_, jour) => ({ le: jour, motif: 'vacances' }),
  reprendre: (_, jour) => ({ le: jour }),
  bilan: (_, jour) => ({ le: jour, suite: 'inconnue' }),
  retirer: () => ({}),
  relancer: () => ({}),
  'nommer-contact': (_, __, hasard) => ({
    role: hasard % 2 === 0 ? 'entreprise-1' : 'entreprise-2',
    ...QUELQU_UN,
  }),
  transmettre: () => QUELQU_UN,
  'confirmer-refus': () => ({}),
};

export type Coup = { lien: RoleDeLien | null; choix: number; hasard: number; heures: number };

const coup: fc.Arbitrary<Coup> = fc.record({
  // null : la personne qui doit agir. La première action permise est celle qui avance.
  lien: fc.constantFrom(null, null, null, ...ROLES_DE_LIEN),
  choix: fc.oneof(fc.constant(0), fc.nat({ max: 60 })),
  hasard: fc.nat({ max: 300 }),
  heures: fc.integer({ min: 0, max: 24 * 12 }),
});

/* Retirer et confirmer un refus finissent la partie : on y joue une fois sur trois. */
const COURTES: readonly ActionId[] = ['retirer', 'confirmer-refus', 'refuser', 'terminer'];

/** Un lien de la personne qui doit agir. */
function lienAttendu({ prochaine }: Suivi): RoleDeLien {
  const qui = prochaine?.qui ?? 'tutrice';
  if (qui === 'entreprise') return 'entreprise-2';
  return qui === 'systeme' ? 'tutrice' : qui;
}

/**
 * Joue un coup permis s'il y en a un ; rend l'action jouée.
 * @param le le jour que dit l'action, si elle en dit un : aujourd'hui, sinon
 */
export function jouer(journal: Journal, coupJoue: Coup, le?: string): ActionId | undefined {
  const { choix, hasard, heures } = coupJoue;
  const lien = coupJoue.lien ?? lienAttendu(journal.suivi);
  journal.instant = new Date(journal.instant.getTime() + heures * 3_600_000);
  const permises = actionsDuLien(journal.suivi, lien, journal.instant);
  const action = permises[choix % Math.max(1, permises.length)];
  if (!action || (COURTES.includes(action) && hasard % 3 > 0)) return undefined;
  const champs = { ...CHAMPS[action](journal.suivi, journal.jour, hasard) };
  const dates = le !== undefined && 'le' in champs ? { le } : {};
  journal.agir(lien, action, { ...champs, ...dates });
  return action;
}

export const partie = fc.record({
  acheteurs: fc.nat({ max: 1 }),
  entreprises: fc.integer({ min: 1, max: 2 }),
  coups: fc.array(coup, { minLength: 8, maxLength: 45, size: 'max' }),
});

export const pourToutePartie = (
  verifier: (journal: Journal, coups: readonly Coup[]) => void,
  options: { numRuns?: number; seed?: number } = {},
) =>
  fc.assert(
    fc.property(partie, ({ acheteurs, entreprises, coups }) =>
      verifier(Journal.actif(150, acheteurs, entreprises), coups),
    ),
    { numRuns: 60, ...options },
  );
