import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const canonique = async (adresse: string) =>
  (await essai.lignes<{ c: string }>('select prive.adresse_canonique($1) as c', [adresse]))[0]?.c;

describe('la boîte où une adresse arrive', () => {
  it('est la même pour tous ses alias', async () => {
    for (const [ecrite, boite] of [
      ['Alix.Exemple+csf@Lycee.example', 'alix.exemple@lycee.example'],
      [' alix+un+deux@lycee.example ', 'alix@lycee.example'],
      ['a.l.i.x+csf@gmail.com', 'alix@gmail.com'],
      ['A.lix@GoogleMail.com', 'alix@gmail.com'],
      ['alix.exemple@gmail.com.example', 'alix.exemple@gmail.com.example'],
      ['+alix@lycee.example', '+alix@lycee.example'],
    ] as const)
      expect(await canonique(ecrite)).toBe(boite);
  });

  it('ne change plus une fois trouvée, et deux personnes n’ont pas la même', async () => {
    const nom = fc.stringMatching(/^[a-z]([a-z0-9.]{0,8}[a-z0-9])?$/);
    await fc.assert(
      fc.asyncProperty(
        nom,
        nom,
        fc.stringMatching(/^[a-z0-9.+]{0,6}$/),
        async (un, autre, alias) => {
          const boite = await canonique(`${un}+${alias}@lycee.example`);
          expect(boite).toBe(`${un}@lycee.example`);
          expect(await canonique(boite ?? '')).toBe(boite);
          if (un !== autre) expect(await canonique(`${autre}@lycee.example`)).not.toBe(boite);
        },
      ),
      { numRuns: 50 },
    );
  });
});
