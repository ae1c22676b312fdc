import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adresseDeLaSaisie,
  CHAMPS,
  lireMarche,
  lireMois,
  saisieDeLAdresse,
  SAISIE_VIDE,
  type Saisie,
} from '../../../src/calibrage/regles/marche.ts';

function uneSaisie(champs: Partial<Saisie> = {}): Saisie {
  return { ...SAISIE_VIDE, montant: '150 000', duree: '24', ...champs };
}

describe('lire un marché', () => {
  it('comprend ce que la personne écrit', () => {
    const saisie = uneSaisie({
      montant: '450 k€',
      duree: '2 ans',
      lots: '3',
      acheteur: 'collectivite',
      bons: 'oui',
      seuil: '120 000,50',
      heures: '300',
      jeunes: '2',
    });
    expect(lireMarche(saisie)).toEqual({
      marche: {
        montant: 450_000,
        dureeMois: 24,
        lots: 3,
        acheteur: 'collectivite',
        nature: 'services',
        bonsDeCommande: true,
        seuilDeCommandes: 120_000.5,
        heures: 300,
        jeunes: 2,
      },
    });
  });

  it('dit toutes les erreurs, chacune sur son champ', () => {
    const saisie = uneSaisie({ montant: '?', duree: '18,5', lots: '0', bons: 'oui', seuil: 'x' });
    const lecture = lireMarche(saisie);
    expect('erreurs' in lecture && Object.keys(lecture.erreurs)).toEqual([
      'montant',
      'duree',
      'lots',
      'seuil',
    ]);
  });

  it('se passe de durée, et ignore le seuil sans bons de commande', () => {
    const lecture = lireMarche(uneSaisie({ duree: ' ', seuil: 'x' }));
    expect(lecture).toMatchObject({ marche: { dureeMois: null, seuilDeCommandes: null } });
  });

  it.each([
    ['24', 24],
    ['24 mois', 24],
    ['1 an', 12],
    ['2 années', 24],
    ['0', null],
    ['-1', null],
    ['21 ans', null],
    ['deux ans', null],
  ])('lit la durée « %s »', (texte, mois) => {
    expect(lireMois(texte)).toBe(mois);
  });
});

describe('l’adresse du calcul', () => {
  it('est courte et n’écrit pas ce qui va de soi', () => {
    expect(adresseDeLaSaisie(uneSaisie()).toString()).toBe('montant=150000&duree=24');
    expect(adresseDeLaSaisie(SAISIE_VIDE).toString()).toBe('');
  });

  it('ignore ce qu’elle ne connaît pas', () => {
    const adresse = new URLSearchParams(
      'montant=beaucoup&duree=x&lots=0&acheteur=moi&nature=?&bons=1&heures=200&jeunes=4&autre=1',
    );
    expect(saisieDeLAdresse(adresse)).toEqual(SAISIE_VIDE);
  });

  const nimporteQuoi = fc.record(
    Object.fromEntries(
      CHAMPS.map((champ) => [
        champ,
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            'oui',
            '300',
            '3',
            'etat',
            'collectivite',
            'travaux',
            '150 000,5',
            '1 an',
          ),
        ),
      ]),
    ) as Record<keyof Saisie, fc.Arbitrary<string>>,
  );

  it('garde tout ce qui est lisible, et redonne le même marché', () => {
    fc.assert(
      fc.property(nimporteQuoi, (saisie) => {
        const adresse = adresseDeLaSaisie(saisie);
        const relue = saisieDeLAdresse(new URLSearchParams(adresse.toString()));
        expect(adresseDeLaSaisie(relue).toString()).toBe(adresse.toString());
        const avant = lireMarche(saisie);
        if ('marche' in avant) expect(lireMarche(relue)).toEqual(avant);
      }),
    );
  });

  it('redonne le même marché pour une saisie complète', () => {
    const complete = fc.record({
      montant: fc.integer({ min: 1, max: 100_000_000 }).map(String),
      duree: fc.integer({ min: 1, max: 240 }).map(String),
      lots: fc.integer({ min: 1, max: 200 }).map(String),
      acheteur: fc.constantFrom('etat', 'collectivite'),
      nature: fc.constantFrom('services', 'travaux'),
      bons: fc.constantFrom('', 'oui'),
      seuil: fc.integer({ min: 1, max: 1_000_000 }).map(String),
      heures: fc.constantFrom('', '150', '300', '450', '900'),
      jeunes: fc.constantFrom('1', '2', '3', '6'),
    });
    fc.assert(
      fc.property(complete, (saisie) => {
        const avant = lireMarche(saisie);
        expect('marche' in avant).toBe(true);
        expect(lireMarche(saisieDeLAdresse(adresseDeLaSaisie(saisie)))).toEqual(avant);
      }),
    );
  });
});
