import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { delai, delaisDits, etape, friseSchema } from '../../../src/frise/regles/frise.ts';
import { projeter } from '../../../src/frise/regles/projection.ts';

const frise = friseSchema.parse(load(readFileSync('content/frise.yaml', 'utf8')));
const delais = { reponse: 14, accueil: 30 };

describe('la frise', () => {
  it('donne les délais que tout le site emploie', () => {
    expect(delai(frise, 'mise-en-relation')).toBe(14);
    expect(delai(frise, 'accueil')).toBe(30);
  });

  it('refuse une étape inconnue, ou sans délai', () => {
    expect(() => etape(frise, 'inconnue')).toThrow('inconnue');
    expect(() => delai(frise, 'bilan')).toThrow('bilan');
  });

  it('refuse des rappels dans le désordre', () => {
    const { relances } = frise.suivi;
    const avec = (champs: Partial<typeof relances>) =>
      friseSchema.safeParse({
        ...frise,
        suivi: { ...frise.suivi, relances: { ...relances, ...champs } },
      }).success;
    expect(avec({})).toBe(true);
    expect(avec({ rappel: relances.ouverture })).toBe(false);
    expect(avec({ equipe: relances.derniersJours })).toBe(false);
  });

  it('dit chaque délai en toutes lettres, et celui des justificatifs en jours ouvrés', () => {
    const autre = structuredClone(frise);
    autre.suivi.confirmation = 9;
    etape(autre, 'accueil').delaiJours = 33;
    expect(delaisDits({ ...autre, justificatifsJoursOuvres: 7 })).toEqual({
      'mise-en-relation': '14 jours',
      accueil: '33 jours',
      justificatifs: '7 jours ouvrés',
      'confirmation-des-heures': '9 jours',
      'relais-de-l-equipe': '2 jours ouvrés',
      'garde-du-parcours': '5 jours ouvrés',
      'nouveaux-creneaux': '5 jours',
      'demandes-a-la-fois': '3 demandes',
      silence: '30 jours',
      'sans-reponse': '7 jours',
    });
  });
});

describe('la projection à partir d’aujourd’hui', () => {
  it('compte tous les jours du calendrier', () => {
    const projection = projeter(delais, '2026-12-20', { heures: 300, fin: null });
    expect(projection).toEqual({ reponseLe: '2027-01-03', accueilLe: '2027-01-19', alerte: null });
  });

  it('prévient quand le parcours finit avant l’accueil', () => {
    const { alerte } = projeter(delais, '2026-12-20', { heures: 300, fin: '2027-01-18' });
    expect(alerte).toBe('fini-avant-accueil');
  });

  it('prévient quand il reste moins de temps que la durée', () => {
    const alerteAu = (fin: string) => projeter(delais, '2026-12-20', { heures: 35, fin }).alerte;
    expect(alerteAu('2027-01-25')).toBe('trop-court');
    expect(alerteAu('2027-01-26')).toBeNull();
  });
});
