import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours } from '../../../src/socle/dates.ts';
import { heureDite } from '../../../src/socle/dates.ts';
import { ETATS_DE_SUIVI } from '../../../src/suivi/regles/etats.ts';
import { boutons } from '../../../src/suivi/regles/dit.ts';
import {
  etapesAVenir,
  ilYA,
  lundiDe,
  quand,
  semainesCommencees,
} from '../../../src/suivi/regles/page.ts';
import { unSuivi } from '../../fabriques-suivi.ts';

const { suivi } = unSuivi();
const jourTire = fc.integer({ min: 0, max: 4000 }).map((plus) => ajouterJours('2026-01-01', plus));

describe('avant quand agir', () => {
  const prochaine = { qui: 'entreprise', quoi: 'reponse-attendue', retardJours: 0 } as const;

  it('se dit avec le jour de la semaine et ce qu’il reste', () => {
    expect(quand({ ...prochaine, avantLe: '2026-12-15' }, '2026-12-14', 'entreprise')).toBe(
      'Au plus tard le mardi 15 décembre 2026 (dans 1 jour).',
    );
    expect(quand({ ...prochaine, avantLe: '2026-12-15' }, '2026-12-15', 'entreprise')).toBe(
      'C’est aujourd’hui le dernier jour.',
    );
    expect(quand({ ...prochaine, avantLe: null }, '2026-12-15', 'entreprise')).toBeUndefined();
  });

  it('dit le retard en toutes lettres', () => {
    expect(
      quand({ ...prochaine, avantLe: '2026-12-15', retardJours: 2 }, '2026-12-17', 'entreprise'),
    ).toBe('En retard de 2 jours : c’était attendu le mardi 15 décembre 2026.');
  });
});

describe('une date qui n’est pas une limite', () => {
  it('avant une réunion, ne se dit qu’à qui doit dire si elle a eu lieu', () => {
    const reunion = { qui: 'tutrice', quoi: 'reunion-prevue', retardJours: 0 } as const;
    const avantLe = '2026-12-09';
    expect(quand({ ...reunion, avantLe }, '2026-12-07', 'tutrice')).toMatch(/^Au plus tard/);
    for (const role of ['entreprise', 'acheteur', 'equipe'] as const)
      expect(quand({ ...reunion, avantLe }, '2026-12-07', role)).toBeUndefined();
    expect(quand({ ...reunion, avantLe, retardJours: 1 }, '2026-12-10', 'equipe')).toMatch(
      /^En retard/,
    );
  });

  it('pendant l’accueil, est la fin prévue, la même en tête et dans la suite', () => {
    const accueil = { qui: 'entreprise', quoi: 'accueil-en-cours', retardJours: 0 } as const;
    const prochaine = { ...accueil, avantLe: '2027-02-14' };
    expect(quand(prochaine, '2027-01-20', 'entreprise')).toBe(
      'Fin prévue vers le vendredi 12 février 2027.',
    );
    expect(quand({ ...prochaine, retardJours: 3 }, '2027-02-17', 'tutrice')).toBe(
      'Fin prévue vers le vendredi 12 février 2027.',
    );
    const enCours = {
      ...suivi,
      etat: 'accueil-en-cours' as const,
      accueilDepuis: '2026-11-30',
      prochaine,
    };
    expect(etapesAVenir(enCours, 300)).toContainEqual({
      quoi: 'Fin de l’accueil',
      quand: 'Vers le 12 février 2027',
    });
  });
});

describe('les boutons', () => {
  it('mettent le geste attendu en tête, et jamais un refus ou un retrait', () => {
    for (const etat of ETATS_DE_SUIVI)
      for (const role of ['tutrice', 'entreprise', 'acheteur', 'equipe'] as const) {
        const prochaine = { qui: role, quoi: etat, avantLe: null, retardJours: 3 };
        const { principale } = boutons(
          ['ouvrir', 'retirer', 'refuser', 'relancer', 'terminer'],
          { ...suivi, etat, prochaine },
          role,
        );
        expect([null, 'relancer']).toContain(principale);
      }
    const vu = boutons(['ouvrir', 'reporter', 'proposer-creneaux'], suivi, 'entreprise');
    expect(vu).toEqual({
      actions: ['proposer-creneaux', 'reporter'],
      principale: 'proposer-creneaux',
    });
  });

  it('ne poussent à relancer qu’une fois le délai passé', () => {
    expect(boutons(['relancer'], suivi, 'acheteur').principale).toBeNull();
    const prochaine = {
      qui: 'entreprise',
      quoi: 'reponse-attendue',
      avantLe: '2026-12-15',
    } as const;
    const enRetard = { ...suivi, prochaine: { ...prochaine, retardJours: 1 } };
    expect(boutons(['relancer'], enRetard, 'acheteur').principale).toBe('relancer');
  });

  it('gardent toutes les actions permises, sauf l’ouverture', () => {
    fc.assert(
      fc.property(
        fc.subarray(['ouvrir', 'proposer-creneaux', 'reporter', 'refuser', 'relancer']),
        (actions) => {
          const vu = boutons(actions, suivi, 'entreprise').actions;
          expect(vu.toSorted()).toEqual(actions.filter((une) => une !== 'ouvrir').toSorted());
        },
      ),
    );
  });
});

describe('le temps', () => {
  it('passé depuis un instant se dit simplement', () => {
    const le = '2026-12-05T09:00:00.000Z';
    expect(ilYA(le, '2026-12-05T09:00:40.000Z')).toBe('à l’instant');
    expect(ilYA(le, '2026-12-05T09:01:10.000Z')).toBe('il y a 1 minute');
    expect(ilYA(le, '2026-12-05T12:00:00.000Z')).toBe('il y a 3 heures');
    expect(ilYA(le, '2026-12-07T12:00:00.000Z')).toBe('le 5 décembre 2026');
    // Une horloge en retard ne remonte pas le temps.
    expect(ilYA(le, '2026-12-05T08:00:00.000Z')).toBe('à l’instant');
  });

  it('est celui de Paris', () => {
    expect(heureDite(new Date('2026-12-05T09:05:00.000Z'))).toBe('10 h 05');
  });

  it('le lundi d’un jour est un lundi, au plus six jours avant', () => {
    fc.assert(
      fc.property(jourTire, (jour) => {
        const lundi = lundiDe(jour);
        expect(new Date(lundi).getUTCDay()).toBe(1);
        expect(lundi <= jour && jour < ajouterJours(lundi, 7)).toBe(true);
      }),
    );
  });

  it('les semaines commencées vont de la plus récente à celle de l’arrivée, sans trou', () => {
    fc.assert(
      fc.property(jourTire, fc.integer({ min: 0, max: 300 }), (depuis, duree) => {
        const semaines = semainesCommencees(depuis, ajouterJours(depuis, duree));
        expect(semaines.at(-1)).toBe(lundiDe(depuis));
        semaines
          .slice(1)
          .forEach((lundi, rang) => expect(ajouterJours(lundi, 7)).toBe(semaines[rang]));
      }),
    );
    expect(semainesCommencees(null, '2026-12-05')).toEqual([]);
  });
});

describe('ce qui vient', () => {
  const avec = (champs: Partial<typeof suivi>) =>
    etapesAVenir({ ...suivi, ...champs }, 300).map(({ quoi }) => quoi);

  it('suit le déroulement, de la réponse au bilan', () => {
    expect(avec({})).toEqual([
      'Réunion de présentation',
      'Convention de stage signée',
      'Accueil du jeune',
      'Fin de l’accueil',
      'Bilan croisé, remis à l’acheteur',
    ]);
    expect(avec({ etat: 'en-attente' })[0]).toBe('Réponse de l’entreprise');
    expect(avec({ etat: 'accueil-en-cours', accueilDepuis: '2027-01-04' })[0]).toBe(
      'Fin de l’accueil',
    );
    expect(avec({ etat: 'bilan-a-faire' })).toEqual([]);
    expect(avec({ etat: 'termine', prochaine: null })).toEqual([]);
  });

  it('dit ce qu’on sait d’une date en tête de ligne, avec sa majuscule', () => {
    const dates = (champs: Partial<typeof suivi>) =>
      etapesAVenir({ ...suivi, ...champs }, 300).flatMap(({ quand: dit }) => dit ?? []);
    const connues = [
      ...dates({}),
      ...dates({ rendezVous: { debut: '2026-12-14T10:30', minutes: 60, version: 1 } }),
      ...dates({ etat: 'accueil-en-cours', accueilDepuis: '2027-01-04' }),
    ];
    expect(connues).toContain('Le 14 décembre 2026');
    expect(connues.some((dit) => dit.startsWith('Au plus tard le '))).toBe(true);
    expect(connues.some((dit) => dit.startsWith('Vers le '))).toBe(true);
    expect(connues.filter((dit) => !/^[AVL]/.test(dit))).toEqual([]);
  });

  it('raccourcit à mesure que l’accueil avance', () => {
    const restes = (
      [
        'proposee',
        'reponse-attendue',
        'reunion-prevue',
        'convention-a-signer',
        'bilan-a-faire',
      ] as const
    ).map((etat) => avec({ etat }).length);
    expect(restes).toEqual(restes.toSorted((a, b) => b - a));
  });
});
