import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { codeSchema, direLeCode } from '../../../src/lien/regles/code.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';
import { codeDe, jetonDe } from '../../../supabase/functions/_shared/jetons.ts';

const lire = (reference: string, code: string) => z.safeParse(codeSchema, { reference, code });

describe('la référence et le code tapés', () => {
  it.each([
    ['D-bcdfgh', 'bcdf-ghjk'],
    [' d bcdfgh ', 'BCDF GHJK'],
    ['bcdfgh', 'bcdfghjk'],
    ['D–BCDFGH.', 'bcdf.ghjk.'],
  ])('« %s » et « %s » se lisent', (reference, code) => {
    expect(lire(reference, code).data).toEqual({ reference: 'D-bcdfgh', code: 'bcdfghjk' });
  });

  it('une déclaration garde sa lettre', () => {
    expect(lire('p-bcdfgh', 'bcdfghjk').data?.reference).toBe('P-bcdfgh');
    expect(lire('dbcdfg', 'bcdfghjk').data?.reference).toBe('D-dbcdfg');
  });

  it.each(['', 'D-bcdfg', 'D-bcdfghj', 'M-bcdfgh', 'D-abcdef', `D-${'b'.repeat(1_000)}`])(
    'la référence « %s » est à corriger',
    (reference) => {
      const { error } = lire(reference, 'bcdf-ghjk');
      expect(Object.keys(error ? erreursDe(error) : {})).toEqual(['reference']);
    },
  );

  it.each(['', 'bcdf-ghj', 'bcdf-ghjk2', 'abcd-efgh', '1234-5678'])(
    'le code « %s » est à corriger',
    (code) => {
      const { error } = lire('D-bcdfgh', code);
      expect(Object.keys(error ? erreursDe(error) : {})).toEqual(['code']);
    },
  );
});

describe('le code d’un lien', () => {
  const SECRET = 'secret-d-essai';
  const LIEN = '6f0c7f3e-4a52-4f0e-9a51-0d7a6c0b1e11';

  it('se retape tel qu’il est écrit, et ne dit rien du jeton', async () => {
    const code = await codeDe(SECRET, LIEN, '2027-03-09');
    expect(lire('D-bcdfgh', direLeCode(code)).data?.code).toBe(code);
    expect(await jetonDe(SECRET, LIEN)).not.toContain(code);
  });

  it('change avec le jour, le lien et le secret', async () => {
    const codes = await Promise.all([
      codeDe(SECRET, LIEN, '2027-03-09'),
      codeDe(SECRET, LIEN, '2027-03-10'),
      codeDe(SECRET, LIEN.replace('6', '7'), '2027-03-09'),
      codeDe(`${SECRET}2`, LIEN, '2027-03-09'),
    ]);
    expect(new Set(codes).size).toBe(4);
    expect(await codeDe(SECRET, LIEN, '2027-03-09')).toBe(codes[0]);
  });

  it('a toujours huit signes', async () => {
    const jours = Array.from({ length: 500 }, (_, rang) => `jour-${rang}`);
    const codes = await Promise.all(jours.map((jour) => codeDe(SECRET, LIEN, jour)));
    expect(codes.filter((code) => !/^[b-df-hj-km-np-tv-xz2-9]{8}$/.test(code))).toEqual([]);
  });
});
