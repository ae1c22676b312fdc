import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dureeDuFilm,
  DUREE_MAXIMALE,
  RESPIRATION,
  scenario,
  VITESSE_DE_CONFORT,
  VITESSE_MAXIMALE,
  type TextesDuFilm,
} from '../../../src/film/regles/film.ts';
import { ACTEURS, type Frise } from '../../../src/frise/regles/frise.ts';

type Etape = Frise['etapes'][number];

function uneEtape(champs: Partial<Etape> = {}): Etape {
  return {
    id: 'accueil',
    titre: 'Accueil',
    qui: 'entreprise',
    delaiJours: null,
    quoi: "L'entreprise reçoit le jeune.",
    sansReponse: null,
    documents: [],
    moment: null,
    ...champs,
  };
}

const uneFrise = (...etapes: Etape[]): Pick<Frise, 'etapes'> => ({ etapes });

const TEXTES: TextesDuFilm = {
  version: '2026-11-01',
  ouverture: 'Une clause.',
  precisions: [{ mot: 'acheteur', texte: "L'acheteur passe le marché." }],
  sansReponse: ['accueil'],
  cloture: 'Une question ?',
};

const faire = (...etapes: Etape[]) => scenario(uneFrise(...etapes), TEXTES, 'equipe@csf.example');

const etapeAuHasard = fc.record({
  quoi: fc.string({ minLength: 1, maxLength: 200 }),
  titre: fc.string({ minLength: 1, maxLength: 30 }),
  qui: fc.constantFrom(...ACTEURS),
  delaiJours: fc.option(fc.integer({ min: 1, max: 365 })),
});

describe('le scénario du film', () => {
  test('a une ouverture, un plan par étape dans leur ordre, et une fin avec l’adresse', () => {
    const { plans } = faire(uneEtape({ titre: 'Avant' }), uneEtape({ titre: 'Après' }));
    expect(plans.map(({ titre }) => titre)).toEqual([
      'Deux étapes pour accueillir un jeune',
      'Avant',
      'Après',
      'equipe@csf.example',
    ]);
    expect(plans.map(({ etape }) => etape?.numero)).toEqual([undefined, 1, 2, undefined]);
  });

  test('compte les étapes dans le titre, une seule comprise', () => {
    expect(faire(uneEtape()).titre).toBe('Une étape pour accueillir un jeune');
  });

  test('dit le délai de la frise, et depuis quand il court', () => {
    const { plans } = faire(
      uneEtape({ id: 'mise-en-relation', delaiJours: 21 }),
      uneEtape({ id: 'accueil', delaiJours: 45 }),
      uneEtape({ id: 'bilan' }),
    );
    expect(plans.map(({ etape }) => etape?.delai)).toEqual([
      undefined,
      '21\u00a0jours au plus',
      '45\u00a0jours au plus après la mise en relation',
      undefined,
      undefined,
    ]);
  });

  test('explique un mot une seule fois, à l’étape qui l’emploie la première', () => {
    const { plans } = faire(
      uneEtape(),
      uneEtape({ quoi: "L'acheteur écrit." }),
      uneEtape({ quoi: "L'acheteur relit." }),
    );
    const explication = 'L’acheteur passe le marché.';
    const ou = plans.map(({ legendes }) => legendes.some(({ texte }) => texte === explication));
    expect(ou).toEqual([false, false, true, false, false]);
  });

  test('dit ce qui se passe sans réponse, une phrase par légende, aux seules étapes demandées', () => {
    const sansReponse = "L'acheteur rappelle. En dernier recours, il pénalise.";
    const { plans } = faire(uneEtape({ sansReponse }), uneEtape({ id: 'bilan', sansReponse }));
    const dites = plans.map(({ legendes }) => legendes.map(({ texte }) => texte));
    expect(dites[1]?.slice(1)).toEqual([
      'Sans réponse, l’acheteur rappelle.',
      'En dernier recours, il pénalise.',
    ]);
    expect(dites[2]).toHaveLength(1);
  });

  test('met les légendes aux usages de la typographie française', () => {
    const [, plan] = faire(uneEtape({ quoi: "L'entreprise répond ; c'est fait." })).plans;
    expect(plan?.legendes[0]?.texte).toBe('L’entreprise répond\u00a0; c’est fait.');
  });

  test('laisse douze signes par seconde quand la place ne manque pas', () => {
    const [, plan] = faire(uneEtape({ quoi: 'a'.repeat(120) })).plans;
    const [legende] = plan?.legendes ?? [];
    expect((legende?.fin ?? 0) - (legende?.debut ?? 0)).toBeCloseTo(120 / VITESSE_DE_CONFORT);
  });

  test('refuse une frise trop longue, en disant quoi raccourcir', () => {
    const longues = Array.from({ length: 8 }, () => uneEtape({ quoi: 'mot '.repeat(50) }));
    expect(() => faire(...longues)).toThrow(/1\d{3} signes.*content\/frise\.yaml/);
  });

  test('tient en 90 secondes, se lit à temps et n’a pas de trou, quelle que soit la frise', () => {
    let faits = 0;
    fc.assert(
      fc.property(fc.array(etapeAuHasard, { minLength: 1, maxLength: 12 }), (etapes) => {
        let film;
        try {
          film = faire(...etapes.map(uneEtape));
        } catch (erreur) {
          expect(String(erreur)).toContain('ne tient pas');
          return;
        }
        faits += 1;
        expect(dureeDuFilm(film)).toBeLessThanOrEqual(DUREE_MAXIMALE);
        let fin = 0;
        for (const plan of film.plans) {
          expect(plan.debut).toBe(fin);
          let lue = plan.debut + RESPIRATION;
          for (const legende of plan.legendes) {
            expect(legende.debut).toBeCloseTo(lue);
            const vitesse = legende.texte.length / (legende.fin - legende.debut);
            expect(vitesse).toBeLessThanOrEqual(VITESSE_MAXIMALE + 0.001);
            lue = legende.fin;
          }
          expect(plan.fin).toBeCloseTo(lue);
          fin = plan.fin;
        }
      }),
    );
    // Sans quoi la propriété ne dirait rien.
    expect(faits).toBeGreaterThan(10);
  });
});
