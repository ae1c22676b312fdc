import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fichierCsv, ligneACopier, ligneDeCsv } from '../../../src/socle/csv.ts';

describe('un fichier CSV', () => {
  it('se relit comme il a été écrit, quels que soient les textes', () => {
    const texte = fc.string({ unit: 'binary' }).filter((cas) => !/^[=+\-@\t\r]/.test(cas));
    fc.assert(
      fc.property(fc.array(texte, { minLength: 2, maxLength: 5 }), (valeurs) => {
        const lignes: unknown = parse(fichierCsv([ligneDeCsv(valeurs)]), {
          bom: true,
          relaxColumnCount: true,
          recordDelimiter: '\r\n',
        });
        expect(lignes).toEqual([valeurs]);
      }),
    );
  });

  it('désarme un texte qu’un tableur prendrait pour une formule, et laisse les nombres', () => {
    expect(ligneDeCsv(['=1+1', -3, null, true, ['a', 'b']])).toBe("'=1+1,-3,,true,a | b");
  });

  it.each(['=', '+', '-', '@', '\t', '\r'])('désarme tout texte qui commence par %j', (debut) => {
    expect(ligneDeCsv([`${debut}A1`]).replace(/^"/, '')).toBe(
      debut === '\r' ? '\'\rA1"' : `'${debut}A1`,
    );
  });
});

describe('une ligne à coller dans un tableur', () => {
  it('a une tabulation entre deux valeurs, et aucune dedans', () => {
    expect(ligneACopier(['a\tb', 'c\r\nd', null, 3, ['e', 'f']])).toBe('a b\tc d\t\t3\te | f');
  });

  it('désarme aussi un texte qu’un tableur prendrait pour une formule', () => {
    expect(ligneACopier(['=1+1', -3])).toBe("'=1+1\t-3");
  });
});
