import { describe, expect, it } from 'vitest';
import { ETATS_DE_SUIVI, type EtatDeSuivi } from '../../../src/suivi/regles/etats.ts';
import {
  ROLES_DE_CONTACT,
  ROLES_DE_LIEN,
  ROLES_DE_SUIVI,
  ROLES_ECRITS,
  roleDuLien,
} from '../../../src/suivi/regles/mots.ts';
import {
  apprend,
  dossierPour,
  evenementsPour,
  momentDe,
  PARTS,
  recoit,
  suiviPour,
  type Moment,
  type Part,
} from '../../../src/suivi/regles/visibilite.ts';
import { LIEU, MARCHE, unDossier, unJournal, unSuivi } from '../../fabriques-suivi.ts';

const DOSSIER = unDossier({
  lieu: LIEU,
  marche: MARCHE,
  contacts: ROLES_DE_CONTACT.map((role) => ({
    role,
    nom: 'Camille Exemple',
    courriel: `${role}@contact.example`,
    telephone: null,
  })),
});

/** Les états où la tutrice et l'entreprise se parlent, une fois un rendez-vous proposé. */
const SE_PARLENT: readonly EtatDeSuivi[] = [
  'reponse-attendue',
  'reporte',
  'reponse-recue',
  'contact-a-nommer',
  'creneau-a-choisir',
  'reunion-prevue',
  'convention-a-signer',
  'accueil-a-commencer',
  'accueil-en-cours',
  'interrompu',
  'bilan-a-faire',
  'termine',
];

/** Avant la première réponse, après un rendez-vous que la tutrice rapporte, un délai demandé, un rendez-vous proposé. */
const momentsDe = (etat: EtatDeSuivi): Moment[] => [
  { etat, aRepondu: false, aPropose: false, aUnRendezVous: false },
  { etat, aRepondu: false, aPropose: false, aUnRendezVous: true },
  { etat, aRepondu: true, aPropose: false, aUnRendezVous: false },
  { etat, aRepondu: true, aPropose: true, aUnRendezVous: true },
];

/** Ce que la table doit dire, case par case, écrit une seconde fois pour que personne n'en change une sans le voir. */
function attendu(role: string, part: Part, moment: Moment): boolean {
  const { etat, aRepondu, aPropose, aUnRendezVous } = moment;
  if (role === 'coordination') return false;
  if (part === 'message') return role === 'tutrice' || role === 'entreprise';
  if (part === 'lieu' && role === 'acheteur') return false;
  if (role !== 'tutrice' || part === 'demandeur') return true;
  const venus: Partial<Record<Part, boolean>> = { marche: aRepondu, lieu: aUnRendezVous };
  return (venus[part] ?? aPropose) && SE_PARLENT.includes(etat);
}

describe('ce que chacun reçoit d’un dossier', () => {
  it.each(ROLES_DE_SUIVI)('%s : chaque état, chaque part', (role) => {
    for (const etat of ETATS_DE_SUIVI)
      for (const moment of momentsDe(etat))
        for (const part of PARTS)
          expect(recoit(role, part, moment), `${part}, ${JSON.stringify(moment)}`).toBe(
            attendu(role, part, moment),
          );
  });

  it('ne laisse partir que ce que la table permet, pour chaque lien', () => {
    for (const lien of ROLES_DE_LIEN)
      for (const etat of ETATS_DE_SUIVI)
        for (const moment of momentsDe(etat)) {
          const vu = dossierPour(lien, moment, DOSSIER);
          const dit = JSON.stringify(vu);
          for (const role of ROLES_DE_CONTACT) {
            const part = role.startsWith('entreprise') ? 'entreprise' : 'acheteur';
            expect(dit.includes(`${role}@contact`), `${lien}, ${etat}, ${role}`).toBe(
              recoit(roleDuLien(lien), part, moment),
            );
          }
          expect(vu.demandeur.message !== '').toBe(recoit(roleDuLien(lien), 'message', moment));
          expect(dit.includes(MARCHE.objet)).toBe(recoit(roleDuLien(lien), 'marche', moment));
          expect(dit.includes(LIEU.adresse)).toBe(recoit(roleDuLien(lien), 'lieu', moment));
        }
  });
});

describe('une réponse de l’entreprise', () => {
  const fait = (genre: string, auteur = 'entreprise', donnees = {}) => ({ genre, auteur, donnees });
  const rapporte = (auteur: string, quoi: string) => fait('reponse-rapportee', auteur, { quoi });
  const confirme = (quoi: string) => fait('rapport-confirme', 'entreprise', { quoi });

  it.each([
    ['rien', [], []],
    [
      'rien de dit',
      ['ouvert', 'contact-change', 'reunion-tenue', 'relance'].map((g) => fait(g)),
      [],
    ],
    ['un délai', [fait('report')], ['aRepondu']],
    ['un refus', [fait('refus')], ['aRepondu']],
    ['des créneaux', [fait('creneaux-proposes')], ['aRepondu', 'aPropose', 'aUnRendezVous']],
    ['ce que rapporte la tutrice', [rapporte('tutrice', 'refus')], []],
    ['un rendez-vous qu’elle rapporte', [rapporte('tutrice', 'rendez-vous')], ['aUnRendezVous']],
    [
      'et que l’entreprise confirme',
      [rapporte('tutrice', 'rendez-vous'), confirme('rendez-vous')],
      ['aRepondu', 'aPropose', 'aUnRendezVous'],
    ],
    ['un appel confirmé', [rapporte('tutrice', 'rappel'), confirme('rappel')], ['aRepondu']],
    [
      'un rendez-vous noté par l’équipe',
      [rapporte('equipe', 'rendez-vous')],
      ['aRepondu', 'aPropose', 'aUnRendezVous'],
    ],
    ['pas la bonne personne', [rapporte('equipe', 'mauvaise-personne')], []],
    ['un accueil que dit la tutrice', [fait('accueil-commence', 'tutrice')], []],
    ['une absence que signale l’entreprise', [fait('jeune-absent')], ['aPropose', 'aUnRendezVous']],
  ])('%s', (_, journal, dits) => {
    const { etat, ...moment } = momentDe('reporte', journal);
    expect(etat).toBe('reporte');
    expect(Object.entries(moment).flatMap(([quoi, vrai]) => (vrai ? [quoi] : []))).toEqual(dits);
  });
});

const ENTREPRISE = ['entreprise-1', 'entreprise-2'];

/** Qui apprend le sort d'un courriel, case par case, écrit une seconde fois. */
const SUES: Record<string, Record<'remis' | 'nonRemis' | 'absents', readonly string[]>> = {
  tutrice: { remis: ENTREPRISE, nonRemis: ENTREPRISE, absents: ENTREPRISE },
  entreprise: { remis: [], nonRemis: ENTREPRISE, absents: [] },
  acheteur: { remis: ENTREPRISE, nonRemis: ENTREPRISE, absents: [] },
  equipe: { remis: ROLES_ECRITS, nonRemis: ROLES_ECRITS, absents: ROLES_ECRITS },
  coordination: { remis: [], nonRemis: [], absents: [] },
};

describe('ce que chacun apprend du sort d’un courriel', () => {
  it.each(ROLES_DE_SUIVI)('%s : chaque destinataire, arrivé ou non', (role) => {
    for (const destinataire of ROLES_ECRITS) {
      expect(apprend(role, 'courriel-remis', destinataire), `${destinataire}, arrivé`).toBe(
        SUES[role]?.remis.includes(destinataire),
      );
      expect(apprend(role, 'courriel-non-remis', destinataire), `${destinataire}, perdu`).toBe(
        SUES[role]?.nonRemis.includes(destinataire),
      );
      expect(apprend(role, 'absence-signalee', destinataire), `${destinataire}, absent`).toBe(
        SUES[role]?.absents.includes(destinataire),
      );
    }
  });

  it.each(ROLES_DE_SUIVI)('%s : ni le journal, ni l’état du dossier n’en disent plus', (role) => {
    const perdu = { raison: 'rebond', entreprises: 1, acheteurs: 1 } as const;
    const journal = unJournal(
      ['interet-confirme', 'tutrice', { heures: 300 }, '2026-12-01T09:12:00.000Z'],
      ...ROLES_ECRITS.flatMap((destinataire): Parameters<typeof unJournal> => [
        ['courriel-remis', 'systeme', { role: destinataire }, '2026-12-01T09:13:00.000Z'],
        ['absence-signalee', 'systeme', { role: destinataire }, '2026-12-01T09:14:00.000Z'],
        [
          'courriel-non-remis',
          'systeme',
          { role: destinataire, ...perdu },
          '2026-12-02T09:13:00.000Z',
        ],
      ]),
    );
    const vus = evenementsPour(role, journal).map(
      ({ genre, donnees }) => `${genre}${'role' in donnees ? ` ${donnees.role}` : ''}`,
    );
    const { remis = [], nonRemis = [], absents = [] } = SUES[role] ?? {};
    expect(vus.sort()).toEqual(
      [
        'interet-confirme',
        ...remis.map((qui) => `courriel-remis ${qui}`),
        ...nonRemis.map((qui) => `courriel-non-remis ${qui}`),
        ...absents.map((qui) => `absence-signalee ${qui}`),
      ].sort(),
    );
    const { suivi } = unSuivi();
    expect(
      suiviPour(role, { ...suivi, remis: ROLES_ECRITS, nonRemis: ROLES_ECRITS }),
    ).toMatchObject({ remis, nonRemis });
  });
});
