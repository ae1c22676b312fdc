import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import {
  adressesCourtes,
  cheminDeVersion,
  cheminDuPdf,
  comparerVersions,
  peutRepublier,
  versionOuverte,
  versionOuverteSchema,
  versionsSchema,
} from '../../../src/kit/regles/versions.ts';

const uneVersion = (id: string, publieLe = `${id.slice(0, 4)}-06-01`) => ({
  id,
  publieLe,
  changements: ['Un délai change.'],
});

function refus(...versions: object[]): string {
  const lu = versionsSchema.safeParse({ versions });
  return lu.success ? '' : lu.error.issues.map(({ message }) => message).join('\n');
}

const unId = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 40 }))
  .map(([annee, numero]) => `${annee}.${numero}`);

describe('les versions du kit', () => {
  it('se lisent dans content/versions-kit.yaml', () => {
    const fichier = load(readFileSync('content/versions-kit.yaml', 'utf8'));
    expect(() => versionsSchema.parse(fichier)).not.toThrow();
  });

  it('s’écrivent année, point, numéro', () => {
    expect(refus(uneVersion('2026.1'))).toBe('');
    for (const id of ['2026', '2026.0', '2026.01', 'v2026.1', '2026.1.2', '26.1', '2026.1 '])
      expect(refus(uneVersion(id)), id).toContain('2026.1');
  });

  it('refusent un nombre : sans apostrophes, 2026.10 se lirait 2026.1', () => {
    const lues = load('versions: [{ id: 2026.10, publieLe: "2026-06-01", changements: [Un] }]');
    const { error } = versionsSchema.safeParse(lues);
    expect(error?.issues[0]?.message).toContain('entre apostrophes');
  });

  it('vont de la plus récente à la plus ancienne', () => {
    expect(refus(uneVersion('2026.10'), uneVersion('2026.9'))).toBe('');
    expect(refus(uneVersion('2027.1'), uneVersion('2026.12'))).toBe('');
    expect(refus(uneVersion('2026.9'), uneVersion('2026.10'))).toContain('la plus récente d’abord');
  });

  it('refusent un doublon, une date qui recule, une année qui ne va pas', () => {
    expect(refus(uneVersion('2026.1'), uneVersion('2026.1'))).toContain('écrite deux fois');
    expect(refus(uneVersion('2026.2', '2026-05-31'), uneVersion('2026.1'))).toContain(
      'publiée avant 2026.1',
    );
    expect(refus(uneVersion('2026.2', '2027-01-04'))).toContain('une autre année');
  });

  it('refusent une liste vide, et une version sans changement', () => {
    expect(refus()).not.toBe('');
    expect(refus({ ...uneVersion('2026.1'), changements: [] })).not.toBe('');
  });

  it('triées, sont toujours acceptées ; retournées, jamais', () => {
    fc.assert(
      fc.property(fc.uniqueArray(unId, { minLength: 2, maxLength: 8 }), (ids) => {
        const triees = ids.map((id) => uneVersion(id)).sort(comparerVersions);
        expect(refus(...triees)).toBe('');
        expect(refus(...triees.reverse())).not.toBe('');
      }),
    );
  });
});

describe('les adresses du kit', () => {
  const moment = { titre: 'J’accueille', chemin: '/entreprise/accueil/', adresseCourte: 'accueil' };

  it('sont datées : une version a la sienne, et ses PDF dessous', () => {
    expect(cheminDeVersion('2026.1')).toBe('/kit/2026.1/');
    expect(cheminDuPdf('2026.1')).toBe('/kit/2026.1/kit.pdf');
    expect(cheminDuPdf('2026.1', 'accueil')).toBe('/kit/2026.1/accueil.pdf');
  });

  it('courtes, mènent au kit entier puis à chaque moment, avec un QR code', () => {
    expect(adressesCourtes([moment])).toEqual([
      {
        mot: 'kit',
        titre: 'Le kit entreprise',
        chemin: '/kit/',
        cheminCourt: '/k/kit/',
        qr: '/kit/qr/kit.svg',
      },
      {
        mot: 'accueil',
        titre: 'J’accueille',
        chemin: '/entreprise/accueil/',
        cheminCourt: '/k/accueil/',
        qr: '/kit/qr/accueil.svg',
      },
    ]);
  });

  it('courtes, ne désignent jamais deux pages', () => {
    expect(() => adressesCourtes([moment, moment])).toThrow('« accueil »');
    expect(() => adressesCourtes([{ ...moment, adresseCourte: 'kit' }])).toThrow('« kit »');
  });
});

describe('ce que lit un programme', () => {
  const moments = [
    {
      id: 'accueil',
      titre: 'J’accueille',
      chemin: '/entreprise/accueil/',
      adresseCourte: 'accueil',
    },
    { id: 'bilan', titre: 'Le bilan', chemin: '/entreprise/bilan/', adresseCourte: 'bilan' },
  ];

  it('a toutes ses adresses entières, et chaque moment les siennes', () => {
    const ouverte = versionOuverte(uneVersion('2026.2'), moments, 'https://csf.example');
    expect(versionOuverteSchema.parse(ouverte)).toEqual(ouverte);
    expect(ouverte).toMatchObject({
      version: '2026.2',
      permalien: 'https://csf.example/kit/2026.2/',
      adresse: 'https://csf.example/kit/',
      adresseCourte: 'https://csf.example/k/kit/',
      pdf: 'https://csf.example/kit/2026.2/kit.pdf',
    });
    expect(ouverte.moments[1]).toEqual({
      id: 'bilan',
      titre: 'Le bilan',
      adresse: 'https://csf.example/entreprise/bilan/',
      adresseCourte: 'https://csf.example/k/bilan/',
      qr: 'https://csf.example/kit/qr/bilan.svg',
      pdf: 'https://csf.example/kit/2026.2/bilan.pdf',
    });
  });
});

describe('une version publiée', () => {
  const unJour = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('se corrige le jour même, plus le lendemain', () => {
    expect(peutRepublier('2026-11-23', '2026-11-23', 'a', 'b')).toBe(true);
    expect(peutRepublier('2026-11-24', '2026-11-23', 'a', 'b')).toBe(true);
    expect(peutRepublier('2026-11-22', '2026-11-23', 'a', 'b')).toBe(false);
  });

  it('ne change jamais de texte après son jour', () => {
    fc.assert(
      fc.property(unJour, unJour, fc.string(), fc.string(), (publieLe, jour, avant, apres) => {
        fc.pre(avant !== apres && publieLe < jour);
        expect(peutRepublier(publieLe, jour, avant, apres)).toBe(false);
      }),
    );
  });

  it('s’imprime toujours de nouveau si son texte est le même, et une première fois', () => {
    fc.assert(
      fc.property(unJour, unJour, fc.string(), (publieLe, jour, empreinte) => {
        expect(peutRepublier(publieLe, jour, empreinte, empreinte)).toBe(true);
        expect(peutRepublier(publieLe, jour, undefined, empreinte)).toBe(true);
      }),
    );
  });
});
