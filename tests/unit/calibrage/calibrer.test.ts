import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrer, lienVersLaClause, partPour } from '../../../src/calibrage/regles/calibrer.ts';
import { depuisAdresse, lireReponses } from '../../../src/clause/regles/reponses.ts';
import { ecrireMontant } from '../../../src/socle/montant.ts';
import { NOMBRES_DE_JEUNES, type Marche } from '../../../src/calibrage/regles/marche.ts';

function unMarche(champs: Partial<Marche> = {}): Marche {
  return {
    montant: 150_000,
    dureeMois: 24,
    lots: 1,
    acheteur: 'etat',
    nature: 'services',
    bonsDeCommande: false,
    seuilDeCommandes: null,
    heures: null,
    jeunes: 1,
    ...champs,
  };
}

/** Tout ce que la personne lit, espaces insécables ramenées à des espaces. */
function texteDe(marche: Marche): string {
  const { resume, choix, conseils } = calibrer(marche);
  const phrases = conseils.flatMap((conseil) => [conseil.titre, ...conseil.phrases]);
  return [resume, ...choix.map(({ raison }) => raison), ...phrases]
    .join('\n')
    .replace(/[\u00A0\u202F]/g, ' ');
}

const marches = fc.record<Marche>({
  montant: fc.integer({ min: 1, max: 100_000_000 }).map((centimes) => centimes / 100),
  dureeMois: fc.option(fc.integer({ min: 1, max: 240 })),
  lots: fc.integer({ min: 1, max: 200 }),
  acheteur: fc.constantFrom('etat', 'collectivite'),
  nature: fc.constantFrom('services', 'travaux'),
  bonsDeCommande: fc.boolean(),
  seuilDeCommandes: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  heures: fc.constantFrom(null, 150, 300, 450, 900),
  jeunes: fc.constantFrom(...NOMBRES_DE_JEUNES),
});

describe('calibrer un marché', () => {
  it('donne le volume indicatif en semaines et en heures', () => {
    const { resume, heures } = calibrer(unMarche());
    expect(heures).toBe(300);
    expect(resume.replace(/\s/g, ' ')).toBe(
      'Pour 150 000 €, le volume indicatif est de 9 semaines (300 h).',
    );
  });

  it('accepte plus court, refuse plus long en disant à partir de combien', () => {
    expect(calibrer(unMarche({ heures: 150 })).heures).toBe(150);
    expect(calibrer(unMarche({ heures: 900 })).heures).toBe(300);
    expect(texteDe(unMarche({ heures: 900 }))).toMatch(/26 semaines \(900 h\) n’est pas permis/);
    expect(texteDe(unMarche())).toMatch(/Refusé : .* d’au moins 400 000 €/);
  });

  it('explique pourquoi un marché de onze mois fermes ne convient pas, sans vanter la clause', () => {
    const court = unMarche({ dureeMois: 11 });
    expect(calibrer(court)).toMatchObject({ heures: null, choix: [] });
    expect(texteDe(court)).toMatch(/il dure 11 mois fermes, il en faut au moins 12/);
    expect(texteDe(court)).not.toMatch(/façon simple|reste possible/);
    expect(calibrer(unMarche({ dureeMois: 12 })).heures).toBe(300);
  });

  it('demande de vérifier une durée qui n’est pas dite', () => {
    expect(texteDe(unMarche({ dureeMois: null }))).toMatch(/Durée à vérifier/);
    expect(texteDe(unMarche())).not.toMatch(/Durée à vérifier/);
  });

  it('compte les lots', () => {
    expect(texteDe(unMarche({ lots: 3 }))).toMatch(/3 × 300 h, soit 900 h/);
    expect(texteDe(unMarche())).not.toMatch(/lots? porte/);
  });

  it('partage entre des jeunes qui viennent l’un après l’autre, ou dit les partages possibles', () => {
    expect(texteDe(unMarche({ montant: 400_000, jeunes: 3 }))).toMatch(
      /Pour 3 jeunes, 9 semaines \(300 h\) chacun\nIls viennent l’un après l’autre/,
    );
    const impossible = texteDe(unMarche({ montant: 200_000, jeunes: 2 }));
    expect(impossible).toMatch(/Parts égales proposées : 3 jeunes, 5 semaines \(150 h\) chacun/);
    expect(impossible).toMatch(/Un autre partage se règle avec l’équipe/);
  });

  it('ne chiffre la gratification que si elle est due', () => {
    expect(texteDe(unMarche())).toMatch(/Gratification : pas obligatoire/);
    expect(texteDe(unMarche())).not.toMatch(/4,50/);
    const due = texteDe(unMarche({ montant: 200_000, lots: 2 }));
    expect(due).toMatch(/450 h × 4,50 € = 2 025 €\. Pour 2 accueils : 4 050 €/);
    expect(due).toMatch(/taux horaire est celui de 2026/);
    expect(texteDe(unMarche({ montant: 400_000, jeunes: 3 }))).not.toMatch(/4,50/);
  });

  it('juge la gratification sur la part de chaque jeune, proposée ou non', () => {
    const sansPart = texteDe(unMarche({ montant: 200_000, jeunes: 2 }));
    expect(sansPart).toMatch(
      /Gratification : pas obligatoire\nChaque jeune est présent 7 semaines \(225 h\)/,
    );
    expect(texteDe(unMarche({ montant: 400_000, jeunes: 2 }))).toMatch(/Pour 2 accueils : 4 050 €/);
  });

  it('diffère la clause d’un marché à bons de commande, six mois avant la fin', () => {
    const bons = texteDe(unMarche({ bonsDeCommande: true, seuilDeCommandes: 120_000 }));
    expect(bons).toMatch(/au-delà de 120 000 €/);
    expect(bons).toMatch(/au moins 6 mois avant la fin/);
    expect(bons).toMatch(/à la fin du 18e mois/);
    expect(texteDe(unMarche())).not.toMatch(/bons de commande/);
  });

  it('compare tous les lots au seuil européen', () => {
    const petit = { montant: 70_000 };
    expect(texteDe(unMarche(petit))).toMatch(/pas atteint/);
    expect(texteDe(unMarche({ ...petit, lots: 2 }))).toMatch(
      /140 000 € hors taxes .* Vos 2 lots de 70 000 € font 140 000 €/,
    );
    expect(texteDe(unMarche({ ...petit, lots: 2 }))).toMatch(/Depuis le 22 août 2026/);
  });

  it('ne retient jamais plus long que l’indicatif, ni autre chose qu’un des quatre volumes', () => {
    fc.assert(
      fc.property(marches, (marche) => {
        const { heures, choix } = calibrer(marche);
        if (heures === null) expect(marche.dureeMois).toBeLessThan(12);
        else expect(choix.find((option) => option.heures === heures)?.permis).toBe(true);
        if (heures !== null && marche.heures !== null)
          expect(heures).toBeLessThanOrEqual(marche.heures);
      }),
    );
  });

  it('n’écrit jamais un nombre absent, et dit toujours où en est le seuil', () => {
    fc.assert(
      fc.property(marches, (marche) => {
        const texte = texteDe(marche);
        expect(texte).not.toMatch(/NaN|undefined|null|Infinity/);
        expect(texte).toMatch(/Seuil européen : (atteint|pas atteint)/);
      }),
    );
  });
});

describe('la part de chaque jeune', () => {
  it('est le volume entier pour un seul, rien quand le partage ne tombe pas juste', () => {
    expect(partPour(450, 1)).toEqual({ jeunes: 1, heures: 450 });
    expect(partPour(900, 6)).toEqual({ jeunes: 6, heures: 150 });
    expect(partPour(450, 2)).toBeUndefined();
  });
});

describe('le lien vers la clause', () => {
  it('se relit dans la clause, bons de commande et seuil compris', () => {
    fc.assert(
      fc.property(marches, (marche) => {
        const adresse = new URL(lienVersLaClause(marche, 300), 'https://csf.example');
        const { reponses } = lireReponses(depuisAdresse(adresse.search));
        expect(reponses.heures).toBe(300);
        expect(reponses.lots).toBe(marche.lots > 1 ? marche.lots : null);
        expect(reponses.bons).toBe(marche.bonsDeCommande ? 'oui' : '');
        const seuil = marche.bonsDeCommande ? marche.seuilDeCommandes : null;
        expect(reponses.seuil).toBe(seuil === null ? '' : ecrireMontant(seuil));
      }),
    );
  });

  it('porte les heures, les lots et le montant', () => {
    expect(lienVersLaClause(unMarche({ lots: 2 }), 300)).toBe(
      '/acheteur/clause/?heures=300&lots=2&montant=150000',
    );
  });
});
