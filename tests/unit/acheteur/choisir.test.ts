import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dansMonCas,
  ecrireReponses,
  lireReponses,
  QUESTIONS,
  type Reponses,
} from '../../../src/acheteur/regles/choisir.ts';

const RIEN: Reponses = { public: '', duree: '', taille: '', temps: '', travail: '' };

function enMonCas(reponses: Partial<Reponses>) {
  return dansMonCas({ ...RIEN, ...reponses });
}

describe('choisir une clause, dans mon cas', () => {
  it('attend une réponse avant de conclure', () => {
    const { conclusion, raisons } = enMonCas({});
    expect(conclusion).toMatch(/Répondez à une question/);
    expect(raisons).toEqual({ csf: [], insertion: [] });
  });

  it('rappelle que les deux clauses peuvent figurer dans le même marché', () => {
    const { conclusion, raisons } = enMonCas({ public: 'deux', taille: 'grand', temps: 'plus' });
    expect(conclusion).toMatch(/dans le même marché/);
    expect(raisons.csf).toHaveLength(3);
    expect(raisons.insertion).toHaveLength(3);
  });

  it('écarte la clause de formation d’un marché de moins d’un an ferme', () => {
    const { conclusion, raisons } = enMonCas({ duree: 'court' });
    expect(conclusion).toMatch(/^Clause sociale de formation : .* l’écarte/);
    expect(raisons.csf).toMatchObject([{ sens: 'non' }]);
  });

  it('écarte la clause d’insertion pour des jeunes sous statut scolaire', () => {
    expect(enMonCas({ public: 'jeunes' }).conclusion).toMatch(/^Clause sociale d’insertion :/);
  });

  it('le dit quand les réponses écartent les deux', () => {
    const { conclusion } = enMonCas({ public: 'jeunes', duree: 'court' });
    expect(conclusion).toMatch(/écartent les deux/);
  });

  const adresses = fc.record(
    Object.fromEntries(
      QUESTIONS.map(({ id, options }) => [
        id,
        fc.oneof(fc.constantFrom('', ...options.map(({ valeur }) => valeur)), fc.string()),
      ]),
    ) as Record<keyof Reponses, fc.Arbitrary<string>>,
  );

  it('retrouve les réponses dans l’adresse et ignore le reste', () => {
    fc.assert(
      fc.property(adresses, (saisies) => {
        const reponses = lireReponses(new URLSearchParams(saisies));
        const relues = lireReponses(ecrireReponses(reponses));
        expect(relues).toEqual(reponses);
        expect(dansMonCas(relues)).toEqual(dansMonCas(saisies));
      }),
    );
  });

  it('ne vante aucune clause : chaque question parle des deux, et chacune a ses réserves', () => {
    for (const { options } of QUESTIONS) {
      const dites = new Set(options.flatMap(({ raisons }) => raisons.map(({ clause }) => clause)));
      if (options.some(({ valeur }) => valeur === 'un-an')) expect([...dites]).toEqual(['csf']);
      else expect(dites.size).toBe(2);
    }
    for (const clause of ['csf', 'insertion']) {
      const sens = QUESTIONS.flatMap(({ options }) =>
        options.flatMap(({ raisons }) =>
          raisons.filter((raison) => raison.clause === clause).map((raison) => raison.sens),
        ),
      );
      expect(new Set(sens)).toEqual(new Set(['pour', 'reserve', 'non']));
    }
  });
});
