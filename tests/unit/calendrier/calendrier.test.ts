import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import {
  ajouterJoursOuvres,
  estEnVacances,
  estOuvre,
  jourOuvreAvant,
  peutEtreRelance,
} from '../../../src/calendrier/regles/calendrier.ts';
import {
  alerteDeCalendrier,
  calendrierScolaireSchema,
} from '../../../src/calendrier/regles/calendrier-scolaire.ts';
import { ajouterJours, ecartJours } from '../../../src/socle/dates.ts';
import { academies } from '../../../src/lieux/referentiel/academies.ts';
import { joursFeries } from '../../../src/calendrier/referentiel/feries.ts';
import { CALENDRIER } from '../suivi/un-journal.ts';

const SCOLAIRE = calendrierScolaireSchema.parse(
  load(readFileSync('content/calendrier.yaml', 'utf8'), { schema: CORE_SCHEMA }),
);

const unJour = fc.integer({ min: 0, max: 2190 }).map((rang) => ajouterJours('2026-01-01', rang));

describe('un jour ouvré', () => {
  it.each([
    ['un mardi', '2027-01-05', true],
    ['un samedi', '2027-01-09', false],
    ['un dimanche', '2027-01-10', false],
    ['le lundi de Pâques', '2027-03-29', false],
    ['l’Ascension', '2027-05-06', false],
    ['le 14 juillet', '2027-07-14', false],
    ['le Vendredi saint, chômé en Alsace-Moselle seulement', '2027-03-26', true],
  ])('%s', (_, jour, ouvre) => expect(estOuvre(jour, CALENDRIER)).toBe(ouvre));

  it('ajoute autant de jours ouvrés que demandé, et finit sur un jour ouvré', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: 1, max: 40 }), (jour, nombre) => {
        const fin = ajouterJoursOuvres(jour, nombre, CALENDRIER);
        const entre = Array.from({ length: ecartJours(jour, fin) }, (__, rang) =>
          ajouterJours(jour, rang + 1),
        );
        expect(entre.filter((autre) => estOuvre(autre, CALENDRIER))).toHaveLength(nombre);
        expect(estOuvre(fin, CALENDRIER)).toBe(true);
      }),
    );
    expect(ajouterJoursOuvres('2027-01-09', 0, CALENDRIER)).toBe('2027-01-09');
  });

  it('précède un jour, le plus près possible', () => {
    fc.assert(
      fc.property(unJour, (jour) => {
        const avant = jourOuvreAvant(jour, CALENDRIER);
        expect(avant < jour && estOuvre(avant, CALENDRIER)).toBe(true);
        expect(ajouterJoursOuvres(avant, 1, CALENDRIER) >= jour).toBe(true);
      }),
    );
  });
});

describe('qui peut être relancé', () => {
  it('personne un week-end ni un jour férié', () => {
    for (const role of ['entreprise', 'acheteur', 'equipe', 'tutrice', 'coordination'])
      for (const jour of ['2027-01-09', '2027-05-06'])
        expect(peutEtreRelance(role, jour, 'rennes', CALENDRIER)).toBe(false);
  });

  it('pendant les vacances de l’académie, les autres que l’école seulement', () => {
    const mercredi = '2027-02-24';
    expect(peutEtreRelance('tutrice', mercredi, 'rennes', CALENDRIER)).toBe(false);
    expect(peutEtreRelance('coordination', mercredi, 'rennes', CALENDRIER)).toBe(false);
    expect(peutEtreRelance('tutrice', mercredi, 'paris', CALENDRIER)).toBe(true);
    for (const role of ['entreprise', 'acheteur', 'equipe'])
      expect(peutEtreRelance(role, mercredi, 'rennes', CALENDRIER)).toBe(true);
  });

  it('une tutrice dont la zone ou l’année n’est pas connue, comme les autres', () => {
    for (const academie of ['la-reunion', 'corse', 'inconnue'])
      expect(peutEtreRelance('tutrice', '2027-02-24', academie, CALENDRIER)).toBe(true);
    expect(estEnVacances('2035-12-28', 'rennes', CALENDRIER)).toBe(false);
  });
});

describe('le calendrier du contenu', () => {
  it('connaît toutes les académies, et elles seules', () => {
    const connues = academies().map(({ slug }) => slug);
    expect(Object.keys(SCOLAIRE.academies).sort()).toEqual(connues.sort());
  });

  it('répartit les académies de métropole en trois zones, Corse à part', () => {
    const parZone = Object.groupBy(
      Object.entries(SCOLAIRE.academies),
      ([, zone]) => zone ?? 'sans',
    );
    expect(parZone.A).toHaveLength(8);
    expect(parZone.B).toHaveLength(11);
    expect(parZone.C).toHaveLength(5);
    expect(parZone.sans?.map(([academie]) => academie)).toContain('corse');
  });

  it('commence des vacances le samedi et les finit la veille d’une reprise, sauf le pont de l’Ascension et l’été', () => {
    const rang = (jour: string) => new Date(jour).getUTCDay();
    for (const { debut, fin } of Object.values(SCOLAIRE.zones).flat()) {
      if (debut === '2027-05-06' || debut.endsWith('07-03')) continue;
      expect(rang(debut), debut).toBe(6);
      expect(rang(fin), fin).toBe(0);
    }
  });

  it('refuse des vacances à l’envers, dans le désordre, ou une zone inconnue', () => {
    const avec = (champs: object) => calendrierScolaireSchema.safeParse({ ...SCOLAIRE, ...champs });
    const vacances = (debut: string, fin: string) => ({ debut, fin });
    expect(avec({}).success).toBe(true);
    expect(
      avec({ zones: { ...SCOLAIRE.zones, A: [vacances('2027-02-02', '2027-02-01')] } }).success,
    ).toBe(false);
    const deux = [vacances('2027-02-01', '2027-02-10'), vacances('2027-02-10', '2027-02-20')];
    expect(avec({ zones: { ...SCOLAIRE.zones, A: deux } }).success).toBe(false);
    expect(avec({ academies: { rennes: 'Z' } }).success).toBe(false);
  });

  it('prévient deux mois avant de ne plus savoir', () => {
    const [derniere = ''] = Object.values(SCOLAIRE.zones)
      .map((zone) => zone.at(-1)?.fin ?? '')
      .sort();
    expect(alerteDeCalendrier(SCOLAIRE, ajouterJours(derniere, -60))).toBeUndefined();
    expect(alerteDeCalendrier(SCOLAIRE, ajouterJours(derniere, -59))).toContain('(59 jours)');
    expect(alerteDeCalendrier(SCOLAIRE, ajouterJours(derniere, 1))).toContain(
      'ne sont plus connues',
    );
  });

  it('a onze jours fériés par an, dans l’ordre, sans les fêtes d’un seul territoire', () => {
    const feries = joursFeries();
    expect(feries).toHaveLength(6 * 11);
    expect([...feries].sort()).toEqual(feries);
    for (const jour of ['2028-01-01', '2028-04-17', '2028-05-25', '2028-06-05', '2028-12-25'])
      expect(feries).toContain(jour);
    for (const jour of ['2028-04-14', '2028-12-26', '2028-12-20'])
      expect(feries).not.toContain(jour);
  });
});
