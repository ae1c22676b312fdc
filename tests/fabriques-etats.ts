import calendrier from '../supabase/functions/_shared/calendrier.json' with { type: 'json' };
import delais from '../supabase/functions/_shared/suivi.json' with { type: 'json' };
import { actionsDuLien } from '../src/relais/regles/droits.ts';
import { ditEnPropre } from '../supabase/functions/_shared/suivi/dit.ts';
import type { EtatDeSuivi } from '../src/suivi/regles/etats.ts';
import type { EvenementDit, RoleDeLecteur, SuiviRecu } from '../src/suivi/regles/recu.ts';
import { suivre } from '../src/suivi/regles/suivi.ts';
import { evenementsPour, journalPour, suiviPour } from '../src/suivi/regles/visibilite.ts';
import { suitePour } from './fabriques-tutrice.ts';
import { unDossier, unJournal, unSuivi } from './fabriques-suivi.ts';

/** Le calendrier que le service applique. */
export const calendrierDuService = calendrier;

export type Fait = Parameters<typeof unJournal>[number];

export const DEBUT: Fait[] = [
  ['interet-confirme', 'tutrice', { heures: 300 }, '2026-12-01T09:12:00.000Z'],
  ['entreprise-contactee', 'systeme', { entreprises: 2, acheteurs: 1 }, '2026-12-01T09:12:00.000Z'],
  ['ouvert', 'entreprise', { role: 'entreprise-1' }, '2026-12-01T13:40:00.000Z'],
];
const PROPOSES: Fait = [
  'creneaux-proposes',
  'entreprise',
  {
    creneaux: [
      { debut: '2026-12-14T10:30', minutes: 60 },
      { debut: '2026-12-15T14:00', minutes: 60 },
      { debut: '2026-12-17T09:00', minutes: 45 },
    ],
  },
  '2026-12-04T08:30:00.000Z',
  'Se présenter à l’accueil, avec des chaussures fermées.',
];
const CHOISI: Fait = [
  'creneau-choisi',
  'tutrice',
  { debut: '2026-12-14T10:30', minutes: 60 },
  '2026-12-06T15:00:00.000Z',
];
const TENUE: Fait = ['reunion-tenue', 'tutrice', { le: '2026-12-14' }, '2026-12-14T16:00:00.000Z'];
const SIGNEE: Fait = [
  'convention-signee',
  'tutrice',
  { le: '2026-12-18' },
  '2026-12-18T10:00:00.000Z',
];
const COMMENCE: Fait = [
  'accueil-commence',
  'entreprise',
  { le: '2027-01-04' },
  '2027-01-04T09:00:00.000Z',
];
const SEMAINES: Fait[] = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'].map((lundi) => [
  'heures-declarees',
  'entreprise',
  { lundi, heures: 35 },
  `${lundi}T16:00:00.000Z`,
]);
const TERMINE: Fait = [
  'accueil-termine',
  'entreprise',
  { heures: 300, le: '2027-03-05' },
  '2027-03-05T16:00:00.000Z',
];
export const ACCUEIL: Fait[] = [...DEBUT, PROPOSES, CHOISI, TENUE, SIGNEE, COMMENCE, ...SEMAINES];

/** Un journal qui mène à chaque état, et l'instant où on le lit. */
export const JOURNAUX: Record<EtatDeSuivi, { faits: Fait[]; le: string }> = {
  'en-attente': {
    faits: [['mise-en-attente', 'tutrice', { rang: 2 }, '2026-12-01T09:00:00.000Z']],
    le: '2026-12-03T09:00:00.000Z',
  },
  proposee: {
    faits: [
      ['mise-en-attente', 'tutrice', { rang: 1 }, '2026-12-01T09:00:00.000Z'],
      ['proposition-au-suivant', 'systeme', {}, '2026-12-03T09:00:00.000Z'],
    ],
    le: '2026-12-03T12:00:00.000Z',
  },
  'a-verifier': {
    faits: [
      [
        'verification-demandee',
        'systeme',
        { par: 'coordination', relaisLe: '2026-12-03', gardeeJusquAu: '2026-12-08' },
        '2026-12-01T09:00:00.000Z',
      ],
    ],
    le: '2026-12-02T09:00:00.000Z',
  },
  'reponse-attendue': { faits: DEBUT, le: '2026-12-05T09:00:00.000Z' },
  reporte: {
    faits: [
      ...DEBUT,
      [
        'report',
        'entreprise',
        { jusquAu: '2027-01-08', motif: 'chantier' },
        '2026-12-07T10:00:00.000Z',
        'Le chantier ouvre après les congés de fin d’année.',
      ],
    ],
    le: '2026-12-10T09:00:00.000Z',
  },
  'reponse-recue': {
    faits: [
      ...DEBUT,
      [
        'reponse-par-courriel',
        'systeme',
        { role: 'entreprise-1', a: 'tutrice', autre: false },
        '2026-12-04T10:00:00.000Z',
      ],
    ],
    le: '2026-12-05T09:00:00.000Z',
  },
  'contact-a-nommer': {
    faits: [
      ...DEBUT.slice(0, 2),
      ...(['entreprise-1', 'entreprise-2'] as const).map((role, rang): Fait => [
        'courriel-non-remis',
        'systeme',
        { role, raison: 'rebond', entreprises: 1 - rang, acheteurs: 1 },
        `2026-12-01T09:1${rang + 3}:00.000Z`,
      ]),
    ],
    le: '2026-12-02T09:00:00.000Z',
  },
  'refus-a-trancher': {
    faits: [
      ...DEBUT,
      [
        'refus',
        'entreprise',
        { motif: 'encadrement' },
        '2026-12-07T10:00:00.000Z',
        'La personne qui devait accompagner le jeune a quitté le service, et personne ne la remplace avant l’été.',
      ],
    ],
    le: '2026-12-09T09:00:00.000Z',
  },
  'creneau-a-choisir': { faits: [...DEBUT, PROPOSES], le: '2026-12-05T09:00:00.000Z' },
  'reunion-prevue': { faits: [...DEBUT, PROPOSES, CHOISI], le: '2026-12-11T09:00:00.000Z' },
  'convention-a-signer': {
    faits: [...DEBUT, PROPOSES, CHOISI, TENUE],
    le: '2026-12-16T09:00:00.000Z',
  },
  'accueil-a-commencer': {
    faits: [...DEBUT, PROPOSES, CHOISI, TENUE, SIGNEE],
    le: '2027-01-04T07:00:00.000Z',
  },
  'accueil-en-cours': { faits: ACCUEIL, le: '2027-02-10T09:00:00.000Z' },
  interrompu: {
    faits: [
      ...ACCUEIL,
      [
        'interruption',
        'tutrice',
        { le: '2027-02-08', motif: 'vacances' },
        '2027-02-08T09:00:00.000Z',
      ],
    ],
    le: '2027-02-10T09:00:00.000Z',
  },
  'bilan-a-faire': { faits: [...ACCUEIL, TERMINE], le: '2027-03-08T09:00:00.000Z' },
  termine: {
    faits: [
      ...ACCUEIL,
      TERMINE,
      [
        'bilan-fait',
        'tutrice',
        { le: '2027-03-12', suite: 'apprentissage' },
        '2027-03-12T09:00:00.000Z',
      ],
    ],
    le: '2027-03-20T09:00:00.000Z',
  },
  refuse: {
    faits: [
      ...DEBUT,
      ['refus', 'entreprise', { motif: 'deja-realise' }, '2026-12-07T10:00:00.000Z'],
      ['refus-confirme', 'acheteur', {}, '2026-12-09T10:00:00.000Z'],
    ],
    le: '2026-12-10T09:00:00.000Z',
  },
  retire: {
    faits: [...DEBUT, ['retrait', 'tutrice', {}, '2026-12-07T10:00:00.000Z']],
    le: '2026-12-10T09:00:00.000Z',
  },
};

const LIENS: Record<RoleDeLecteur, SuiviRecu['roleDuLien']> = {
  tutrice: 'tutrice',
  entreprise: 'entreprise-1',
  acheteur: 'acheteur',
  equipe: 'equipe',
};

/** La réponse que le service ferait à ce rôle, pour ce journal, à cet instant. */
export function reponse(
  evenements: EvenementDit[],
  role: RoleDeLecteur,
  le: string,
  champs: Partial<SuiviRecu> = {},
): SuiviRecu {
  const instant = new Date(le);
  const suivi = suiviPour(role, suivre(journalPour(role, evenements), instant, delais, calendrier));
  const repondu = evenements.some(
    ({ auteur, genre }) => auteur === 'entreprise' && genre !== 'ouvert',
  );
  return unSuivi({
    role,
    roleDuLien: LIENS[role],
    maintenant: le,
    evenements: evenementsPour(role, evenements),
    suivi,
    actions: actionsDuLien(suivi, LIENS[role], instant),
    ...ditEnPropre(suivi, {
      ...{ role: LIENS[role], cede: false, evenements },
      dossier: { relais: [], contacts: unDossier().contacts },
    }),
    dossier: unDossier(role === 'tutrice' && !repondu ? { contacts: [] } : {}),
    ...(role === 'tutrice' && { pourLaTutrice: suitePour(evenements, suivi, instant) }),
    ...champs,
  });
}

/** La réponse du service dans cet état ; `le` : un autre instant, pour un retard. */
export function enEtat(etat: EtatDeSuivi, role: RoleDeLecteur, le?: string): SuiviRecu {
  const journal = JOURNAUX[etat];
  return reponse(unJournal(...journal.faits), role, le ?? journal.le);
}
