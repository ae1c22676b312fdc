import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { delai, friseSchema } from '../../../src/frise/regles/frise.ts';
import {
  casPour,
  clesDuGroupe,
  direMois,
  direTranche,
  EFFECTIF_MINIMAL,
  enJours,
  JOURS_D_AVANT,
  lignesDesStatistiques,
  lignesDuGraphique,
  partEnAuPlus,
  phraseDeReponse,
  statistiqueSchema,
  tranchesDe,
  type Statistique,
} from '../../../src/chiffres/regles/statistiques.ts';

function uneStatistique(champs: Partial<Statistique> = {}): Statistique {
  return {
    groupe: 'ensemble',
    cle: '',
    mesure: 'reponse',
    effectif: 40,
    mediane: 9,
    repartition: { '0-3': 10, '4-7': 5, '8-14': 15, '15+': 10 },
    ...champs,
  };
}

const BORNES = ['0-3', '4-7', '8-14', '15-30', '31-42', '43+'];
const comptes = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 });

function deComptes(nombres: number[]): Statistique {
  const repartition = Object.fromEntries(nombres.map((cas, rang) => [BORNES[rang] ?? '', cas]));
  return uneStatistique({ repartition, effectif: nombres.reduce((total, cas) => total + cas, 5) });
}

describe('une ligne de la vue', () => {
  it('est refusée en dessous de cinq cas', () => {
    expect(statistiqueSchema.safeParse(uneStatistique()).success).toBe(true);
    const petite = uneStatistique({ effectif: EFFECTIF_MINIMAL - 1, repartition: null });
    expect(statistiqueSchema.safeParse(petite).success).toBe(false);
  });

  it('est refusée avec une tranche inconnue, une colonne de trop, ou plus de cas que le groupe', () => {
    for (const ligne of [
      uneStatistique({ repartition: { longtemps: 6 } }),
      uneStatistique({ effectif: 6 }),
      { ...uneStatistique(), entreprise: 'Une SARL' },
    ])
      expect(statistiqueSchema.safeParse(ligne).success).toBe(false);
  });
});

describe('la part en un délai', () => {
  it('compte les tranches qui finissent à temps', () => {
    expect(partEnAuPlus(uneStatistique(), 14)).toBe(30 / 40);
    expect(partEnAuPlus(uneStatistique(), 7)).toBe(15 / 40);
  });

  it('se tait quand une tranche est à cheval, ou que des cas sont tus', () => {
    expect(partEnAuPlus(uneStatistique({ repartition: { '0-7': 20, '8-30': 20 } }), 14)).toBeNull();
    expect(partEnAuPlus(uneStatistique({ repartition: { '0-14': 20, '15+': 20 } }), 30)).toBeNull();
    expect(
      partEnAuPlus(uneStatistique({ repartition: { '0-13': 20, '14-30': 20 } }), 14),
    ).toBeNull();
    expect(partEnAuPlus(uneStatistique({ repartition: null }), 14)).toBeNull();
  });

  it('grandit avec le délai, et reste entre 0 et 1', () => {
    fc.assert(
      fc.property(comptes, (nombres) => {
        const statistique = { ...deComptes(nombres) };
        statistique.effectif -= 5;
        fc.pre(statistique.effectif > 0);
        const parts = [3, 7, 14, 30, 42].map((jours) => partEnAuPlus(statistique, jours) ?? -1);
        expect(parts).toEqual(parts.toSorted((a, b) => a - b));
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('peut se dire aux deux délais de la frise et aux six semaines d’avant', () => {
    const frise = friseSchema.parse(load(readFileSync('content/frise.yaml', 'utf8')));
    const entiere = deComptes([5, 5, 5, 5, 5, 5]);
    entiere.effectif = 30;
    const reperes = [delai(frise, 'mise-en-relation'), delai(frise, 'accueil'), JOURS_D_AVANT];
    for (const jours of reperes) expect(partEnAuPlus(entiere, jours), `${jours}`).not.toBeNull();
  });
});

describe('le graphique', () => {
  it('met chaque repère après la tranche qu’il finit', () => {
    const tranches = tranchesDe(uneStatistique());
    const dessin = lignesDuGraphique(tranches, [{ jours: 14, texte: '14 jours' }]);
    expect(dessin.map((une) => ('cas' in une ? direTranche(une) : une.texte))).toEqual([
      '0 à 3 jours',
      '4 à 7 jours',
      '8 à 14 jours',
      '14 jours',
      '15 jours et plus',
    ]);
  });

  it('tait un repère qui tomberait au milieu d’une tranche', () => {
    const tranches = tranchesDe(uneStatistique({ repartition: { '0-7': 10, '8+': 30 } }));
    expect(lignesDuGraphique(tranches, [{ jours: 14, texte: '14 jours' }])).toHaveLength(2);
  });

  it('range les tranches dans l’ordre des jours, quel que soit celui de la base', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(BORNES), (cles) => {
        const repartition = Object.fromEntries(cles.map((cle) => [cle, 6]));
        const debuts = tranchesDe({ repartition }).map(({ debut }) => debut);
        expect(debuts).toEqual(debuts.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('les phrases', () => {
  it('disent des jours', () => {
    expect([0, 1, 1.5, 9, 9.5].map(enJours)).toEqual([
      'moins d’un jour',
      '1 jour',
      '1,5 jour',
      '9 jours',
      '9,5 jours',
    ]);
    expect(direMois('2027-01')).toBe('janvier 2027');
  });

  it('disent la réactivité d’une offre, quand sa médiane est connue', () => {
    expect(phraseDeReponse(uneStatistique({ effectif: 6 }))).toBe(
      'Cette offre répond en général en 9 jours (6 réponses).',
    );
    expect(phraseDeReponse(uneStatistique({ mediane: null }))).toBeNull();
  });

  it('disent combien de clauses ont un jeune, et combien de réponses sont à temps', () => {
    const compter = (mesure: Statistique['mesure'], repartition: Statistique['repartition']) =>
      casPour(uneStatistique({ mesure, mediane: null, repartition }));
    expect(compter('avec-un-jeune', { avec: 33, sans: 7 })).toEqual({ pour: 33, parmi: 40 });
    expect(compter('reponse-a-temps', { 'a-temps': 0, 'en-retard': 40 })).toEqual({
      pour: 0,
      parmi: 40,
    });
    expect(compter('avec-un-jeune', null)).toBeNull();
    expect(casPour(undefined)).toBeNull();
  });

  it('rangent les mois, sans ceux où seules des clauses ont été publiées', () => {
    const mois = (cle: string, mesure: Statistique['mesure'] = 'reponse') =>
      uneStatistique({ groupe: 'mois', cle, mesure });
    const toutes = [
      mois('2027-02'),
      mois('2026-12'),
      mois('2027-02'),
      mois('2026-01', 'avec-un-jeune'),
    ];
    expect(clesDuGroupe(toutes, 'mois')).toEqual(['2026-12', '2027-02']);
  });
});

describe('le fichier CSV', () => {
  it('a une ligne par tranche, ou une seule quand la répartition est tue', () => {
    expect(lignesDesStatistiques([uneStatistique()])).toHaveLength(5);
    expect(lignesDesStatistiques([uneStatistique({ repartition: null })])).toEqual([
      'groupe,cle,mesure,effectif,medianeJours,tranche,cas',
      'ensemble,,reponse,40,9,,',
    ]);
  });
});
