import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISPONIBILITES } from '../../../src/parcours/regles/disponibilite.ts';
import { boutonDeFiche, etatDuMoment, phraseDuMoment } from '../../../src/parcours/regles/fiche.ts';

const unEtat = (changements: Partial<Record<string, unknown>> = {}) => ({
  statut: 'connu',
  intitule: 'Préparer les chambres',
  heures: 900,
  heuresRestantes: 900,
  disponibilite: 'disponible',
  reserveLe: null,
  enAttente: 0,
  ...changements,
});

function phrase(changements: Partial<Record<string, unknown>>) {
  const etat = etatDuMoment(unEtat(changements));
  return etat && phraseDuMoment(etat);
}

describe('l’état du moment d’un parcours', () => {
  it('ne dit rien d’un parcours libre et entier', () => {
    expect(phrase({})).toBeNull();
  });

  it('dit depuis quand il est réservé, au jour de Paris, et combien de jeunes attendent', () => {
    expect(
      phrase({ disponibilite: 'reserve', reserveLe: '2026-11-23T23:30:00Z', enAttente: 2 }),
    ).toMatch(/réservé depuis le 24 novembre 2026\..*2 jeunes attendent déjà\.$/);
    expect(phrase({ disponibilite: 'reserve', enAttente: 1 })).toMatch(
      /^Ce parcours est réservé\..*1 jeune attend déjà\.$/,
    );
    expect(phrase({ disponibilite: 'reserve' })).toMatch(/Personne n’attend encore\.$/);
  });

  it('dit ce qui reste quand un jeune en a déjà fait une partie', () => {
    expect(phrase({ heuresRestantes: 600 })).toMatch(/Il reste 18 semaines \(600 h\)\.$/);
  });

  it('rend undefined pour une réponse qui n’a pas la forme attendue', () => {
    expect(etatDuMoment({ statut: 'inconnu' })).toBeUndefined();
    expect(etatDuMoment(unEtat({ disponibilite: 'perdu' }))).toBeUndefined();
  });

  it('ne lance jamais d’erreur, et ne rend que des disponibilités connues', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.anything()),
        fc.anything(),
        (reponse, reserveLe) => {
          const etat = etatDuMoment({ ...unEtat(reponse), reserveLe });
          if (etat === undefined) return;
          expect(DISPONIBILITES).toContain(etat.disponibilite);
          expect(() => phraseDuMoment(etat)).not.toThrow();
        },
      ),
    );
  });
});

describe('le bouton d’une fiche', () => {
  it('mène à la liste d’attente d’un parcours réservé, et disparaît quand il n’y a plus rien à demander', () => {
    expect(DISPONIBILITES.map((disponibilite) => boutonDeFiche(disponibilite))).toEqual([
      'Ce parcours m’intéresse',
      'Ce parcours m’intéresse',
      'Rejoindre la liste d’attente',
      null,
      null,
    ]);
  });
});
