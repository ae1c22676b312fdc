import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VOLUMES } from '../../../src/calibrage/regles/calibrage.ts';
import { ajouterJours } from '../../../src/socle/dates.ts';
import { contactsSchema } from '../../../src/declaration/regles/contacts.ts';
import { decisionSchema } from '../../../src/declaration/regles/decision.ts';
import {
  declarationSchema,
  erreursDuJour,
  parcoursDeclare,
} from '../../../src/declaration/regles/declaration.ts';
import { parcoursSchema } from '../../../src/parcours/regles/parcours.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';

const personne = (nom: string) => ({ nom, courriel: `${nom}@structure.example`, telephone: '' });

/** Une déclaration telle que le formulaire l'envoie. */
const uneSaisie = (change: Record<string, unknown> = {}) => ({
  cle: '7b0f0d2e-1111-4222-8333-444455556666',
  domaine: 'informatique',
  taches: ['préparer un poste de travail.', "Tenir l'inventaire du matériel"],
  heures: '300',
  commune: '93066',
  conditions: ['cantine sur place'],
  horairesAmenages: true,
  gratificationPrevue: false,
  finLe: '2028-06-30',
  finReconductionLe: null,
  entreprise1: personne('camille'),
  entreprise2: personne('sacha'),
  suivi: personne('dominique'),
  roleDuSuivi: 'acheteur',
  consentement: true,
  ...change,
});

function erreurs(change: Record<string, unknown>) {
  const lecture = declarationSchema.safeParse(uneSaisie(change));
  return lecture.success ? {} : erreursDe(lecture.error);
}

describe('une déclaration', () => {
  it('refuse une ligne publique qui nomme le marché, l’entreprise, l’acheteur ou un contact', () => {
    const marche = {
      entreprise: 'Établissements Tilleul',
      acheteur: 'Agence du Patrimoine inventé',
      objet: 'Maintenance multitechnique des bâtiments du domaine inventé',
      lot: 'Lot 3',
      site: '12 allée des Essais, bâtiment B, 93200 Saint-Denis',
    };
    const nommees = [
      'Accueillir les visiteurs des ETABLISSEMENTS TILLEUL',
      'Classer les dossiers de l’agence du patrimoine inventé',
      'Aider à la maintenance multitechnique des bâtiments du domaine inventé',
    ];
    for (const tache of nommees)
      expect(erreurs({ marche, taches: ['Préparer un poste de travail', tache] })).toEqual({
        taches: expect.stringMatching(/^Ligne 2 : .*devient publique/) as string,
      });
    expect(
      Object.keys(erreurs({ marche, conditions: ['badge des établissements Tilleul'] })),
    ).toEqual(['conditions']);
    // Un objet court est un métier : il se dit dans une tâche.
    const metier = { ...marche, objet: 'Nettoyage des locaux' };
    expect(erreurs({ marche: metier, taches: ['Aider au nettoyage des locaux'] })).toEqual({});
  });

  it('devient un parcours publiable, sans aucune personne', () => {
    const declaration = declarationSchema.parse(uneSaisie());
    const parcours = parcoursDeclare(declaration, 'bcdfghjk', '2026-11-23');
    expect(parcoursSchema.parse(parcours)).toEqual(parcours);
    expect(parcours).toMatchObject({
      intitule: "Préparer un poste de travail, tenir l'inventaire du matériel",
      taches: ['Préparer un poste de travail', "Tenir l'inventaire du matériel"],
      conditions: ['Cantine sur place.'],
      heures: 300,
      disponibilite: 'disponible',
    });
    expect(JSON.stringify(parcours)).not.toMatch(/camille|sacha|dominique|example/);
  });

  it('devient un parcours publiable quelles que soient les lignes acceptées', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 320, unit: 'grapheme' }), { maxLength: 13 }),
        fc.array(fc.string({ minLength: 1, maxLength: 320 }), { maxLength: 11 }),
        (taches, conditions) => {
          const lecture = declarationSchema.safeParse(uneSaisie({ taches, conditions }));
          if (!lecture.success) return;
          const parcours = parcoursDeclare(lecture.data, 'bcdfghjk', '2026-11-23');
          expect(parcoursSchema.safeParse(parcours).error).toBeUndefined();
        },
      ),
    );
  });

  it.each(['entreprise1', 'entreprise2', 'suivi'])(
    'n’accepte pas de lien dans le nom de %s',
    (qui) => {
      const piege = { ...personne(qui), nom: 'Gagnez sur piege.example' };
      expect(Object.keys(erreurs({ [qui]: piege }))).toEqual([`${qui}.nom`]);
    },
  );

  it.each(VOLUMES.map(({ heures }) => heures))('accepte %i heures', (heures) => {
    expect(erreurs({ heures: String(heures) })).toEqual({});
  });

  it.each(['', '200', '299.5', 'beaucoup', 'Infinity'])('refuse « %s » heures', (heures) => {
    expect(Object.keys(erreurs({ heures }))).toEqual(['heures']);
  });

  it.each([
    ['taches', ['Aider Mme Martin à classer']],
    ['taches', ['Classer', 'Écrire à contact@entreprise.example']],
    ['conditions', ['Appeler le 01 99 00 00 00 avant de venir']],
  ])('refuse ce qui identifie quelqu’un (%s)', (champ, lignes) => {
    expect(erreurs({ [champ]: lignes })[champ]).toMatch(
      new RegExp(`^Ligne ${lignes.length} : retirez`),
    );
  });

  it.each([
    ['Il est en situation de handicap', 'santé'],
    ['Elle est suivie par la justice', 'famille'],
  ])('refuse ce qui dit la situation de quelqu’un : « %s »', (ligne, mot) => {
    expect(erreurs({ taches: [ligne] }).taches).toContain(mot);
    expect(erreurs({ conditions: [ligne] }).conditions).toContain(mot);
  });

  it('accepte les tâches d’un métier du soin ou du droit', () => {
    const taches = [
      'Accueillir les malades',
      'Nettoyer les chambres du foyer',
      'Classer les dossiers de la prison',
      'Trier les CV reçus',
      'Accompagner des personnes handicapées',
    ];
    expect(erreurs({ taches, conditions: ['Vaccins à jour, casier judiciaire vierge'] })).toEqual(
      {},
    );
  });

  it('ne relit aucune ligne quand il y en a mille', () => {
    const taches = Array.from({ length: 1_000 }, () => 'Écrire à camille@exemple.example');
    expect(erreurs({ taches })).toEqual({ taches: 'Gardez 12 lignes au plus.' });
  });

  it('refuse une tâche sans mot, et un envoi sans tâche', () => {
    expect(Object.keys(erreurs({ taches: ['....', '- - -'] }))).toContain('taches.0');
    expect(Object.keys(erreurs({ taches: [] }))).toEqual(['taches']);
  });

  it('ne garde qu’une fois une tâche répétée', () => {
    const taches = ['Ranger.', 'ranger', 'Ranger '];
    expect(declarationSchema.parse(uneSaisie({ taches })).taches).toEqual(['Ranger']);
  });

  it('accepte une seule personne pour les deux contacts, dans la déclaration comme dans la confirmation', () => {
    const entreprise2 = { ...personne('camille'), courriel: 'CAMILLE@structure.example' };
    expect(erreurs({ entreprise2 })).toEqual({});
    const seule = { entreprise1: personne('camille'), entreprise2 };
    expect(contactsSchema.parse(seule).entreprise2.courriel).toBe('camille@structure.example');
  });

  it('dit ensemble toutes les erreurs, champ par champ, même d’un groupe laissé vide', () => {
    const suivi = { nom: '', courriel: '', telephone: '' };
    const vides = { domaine: '', taches: [], heures: '', commune: '', finLe: null };
    const trouvees = erreurs({ ...vides, entreprise1: null, entreprise2: undefined, suivi });
    expect(Object.keys(trouvees)).toEqual([
      ...Object.keys(vides),
      ...['entreprise1', 'entreprise2', 'suivi'].flatMap((groupe) => [
        `${groupe}.nom`,
        `${groupe}.courriel`,
      ]),
    ]);
    expect(Object.values(trouvees).join()).not.toMatch(/invalid|expected/i);
  });

  it('refuse n’importe quoi sans jamais lever d’erreur', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(uneSaisie())), fc.anything(), (champ, valeur) => {
        const lecture = declarationSchema.safeParse(uneSaisie({ [champ]: valeur }));
        if (!lecture.success) expect(Object.keys(erreursDe(lecture.error))).not.toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('refuse un champ de plus', () => {
    expect(declarationSchema.safeParse(uneSaisie({ entreprise: 'Exemple SA' })).success).toBe(
      false,
    );
  });

  it('lit un code de commune sans regarder la casse', () => {
    expect(declarationSchema.parse(uneSaisie({ commune: ' 2a004 ' })).commune).toBe('2A004');
  });
});

describe('les dates d’une déclaration', () => {
  const jour = '2026-11-23';

  it('la reconduction finit après la durée ferme', () => {
    expect(erreurs({ finReconductionLe: '2028-06-29' })).toHaveProperty('finReconductionLe');
    expect(erreurs({ finReconductionLe: '2028-06-30' })).toEqual({});
  });

  it('acceptent d’aujourd’hui à dix ans, et rien d’autre', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000, max: 8_000 }), (jours) => {
        const finLe = ajouterJours(jour, jours);
        const refusee = 'finLe' in erreursDuJour({ finLe, finReconductionLe: null }, jour);
        expect(refusee).toBe(jours < 0 || jours > 3_653);
      }),
    );
  });

  it('la reconduction non plus ne va pas au-delà de dix ans', () => {
    const dates = { finLe: '2027-01-01', finReconductionLe: '2226-11-23' };
    expect(Object.keys(erreursDuJour(dates, jour))).toEqual(['finReconductionLe']);
  });
});

describe('la décision de l’équipe', () => {
  it('un refus se motive, une acceptation non', () => {
    expect(decisionSchema.safeParse({ accepte: true }).success).toBe(true);
    expect(decisionSchema.safeParse({ accepte: false }).success).toBe(false);
    expect(decisionSchema.safeParse({ accepte: false, motif: '  ' }).success).toBe(false);
    expect(decisionSchema.safeParse({ accepte: false, motif: 'Commune fausse' }).success).toBe(
      true,
    );
    expect(decisionSchema.safeParse({ motif: 'rien' }).error?.issues[0]?.message).toBe(
      'Dites si la déclaration est acceptée.',
    );
  });
});
