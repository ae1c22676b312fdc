import { describe, expect, it } from 'vitest';
import { departementDuCode } from '../../../src/lieux/regles/lieux.ts';
import { lieuDansTerritoire } from '../../../src/lieux/regles/territoire.ts';
import { codesDesCommunes } from '../../../src/lieux/referentiel/codes-des-communes.ts';
import { communes } from '../../../src/lieux/referentiel/communes.ts';
import { territoires } from '../../../src/lieux/referentiel/territoires.ts';

describe('les territoires', () => {
  const parCode = new Map(territoires().map((un) => [un.departement.code, un]));

  it('disent où est chaque commune, avec son académie et sa région', () => {
    for (const { code, departement } of communes()) {
      const territoire = parCode.get(departementDuCode(code));
      const lieu = territoire && lieuDansTerritoire(territoire, code);
      expect(lieu?.departement.code, code).toBe(departement);
      expect(lieu?.region, code).not.toBe('');
    }
  });

  it('connaissent un arrondissement, la Corse et l’outre-mer', () => {
    const lieu = (code: string) => {
      const territoire = parCode.get(departementDuCode(code));
      return territoire && lieuDansTerritoire(territoire, code);
    };
    expect(lieu('75107')).toMatchObject({ commune: 'Paris 7e', academie: { nom: 'Paris' } });
    expect(lieu('2A004')).toMatchObject({ commune: 'Ajaccio', region: 'Corse' });
    expect(lieu('97411')).toMatchObject({
      commune: 'Saint-Denis',
      academie: { nom: 'La Réunion' },
    });
    expect(lieu('93999')).toBeUndefined();
    expect(lieu('constructor')).toBeUndefined();
  });
});

describe('les codes des communes', () => {
  it('se relisent trois signes par trois signes', () => {
    const relus = Object.entries(codesDesCommunes()).flatMap(([debut, fins]) =>
      (fins.match(/.{3}/g) ?? []).map((fin) => debut + fin),
    );
    expect(relus.sort()).toEqual(
      communes()
        .map(({ code }) => code)
        .sort(),
    );
  });
});
