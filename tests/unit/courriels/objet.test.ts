import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRE_LE_PALIER } from '../../../src/relances/regles/annonces.ts';
import {
  composerObjet,
  momentCourt,
  OBJET_MAX,
} from '../../../supabase/functions/_shared/courriels/objet.ts';
import { ecrire } from './exemples.ts';
import { nouvelle, rappel, rendezVous } from './exemples-suivi.ts';

const maintenant = new Date('2026-12-01T09:00:00Z');
const LONG = 'Préparer, ranger et distribuer les commandes de fournitures de bureau des services';
const parcours = { ...rappel.parcours, intitule: LONG };

describe('l’objet d’un courriel du suivi', () => {
  it('dit le geste, le jour, puis le parcours, en soixante signes au plus', () => {
    const dit = composerObjet({
      quoi: 'Choisissez un créneau',
      auPlusTard: '2026-12-03',
      parcours,
      maintenant,
    });
    expect(dit).toBe('Choisissez un créneau, au plus tard jeudi 3 : Préparer…');
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 120 }),
        fc.string({ minLength: 1 }),
        (quoi, intitule) => {
          const objet = composerObjet({
            quoi,
            auPlusTard: '2026-12-03',
            parcours: { intitule },
            maintenant,
          });
          expect(objet.length).toBeLessThanOrEqual(OBJET_MAX);
        },
      ),
    );
  });

  it('ne promet pas un jour passé', () => {
    const dit = (auPlusTard: string) =>
      composerObjet({ quoi: 'Proposez des créneaux', auPlusTard, parcours, maintenant });
    expect(dit('2026-11-30')).toMatch(/^Proposez des créneaux : délai dépassé : /);
    expect(dit('2026-12-01')).toMatch(/au plus tard mardi 1/);
  });

  it('dit un moment comme on le dit', () => {
    expect(momentCourt('2026-12-03T10:00')).toBe('jeudi 3 à 10 h');
    expect(momentCourt('2026-12-07T14:30')).toBe('lundi 7 à 14 h 30');
  });

  it.each(Object.keys(DIRE_LE_PALIER))(
    'le rappel « %s » tient, et dit de quel parcours il s’agit',
    async (palier) => {
      const roles = ['tutrice', 'entreprise', 'acheteur', 'equipe'] as const;
      const objets = await Promise.all(
        roles.flatMap((role) =>
          ([true, false] as const).map(async (aVous) => {
            const item = {
              ...rappel,
              parcours,
              role,
              palier: palier === 'point' ? 'point-1' : palier,
              alerte: role === 'acheteur' && palier.endsWith('-manque'),
              alerteA: role === 'tutrice' && palier.endsWith('-manque') ? 'acheteur' : null,
              rendezVous: '2026-12-14T10:30',
              attente: { ...rappel.attente, aVous },
            };
            return (await ecrire('suivi-relance', { items: [item] })).objet;
          }),
        ),
      );
      for (const objet of objets) {
        expect(objet.length, objet).toBeLessThanOrEqual(OBJET_MAX);
        expect(objet, objet).toMatch(/ (:|\?) Préparer/);
      }
    },
  );

  it('d’une nouvelle ou d’une réunion, tient aussi', async () => {
    const enAttente = { ...nouvelle.attente, aVous: false };
    const objets = await Promise.all([
      ecrire('suivi-nouvelle', { ...nouvelle, parcours }),
      ecrire('suivi-nouvelle', { ...nouvelle, parcours, attente: enAttente }),
      ecrire('suivi-nouvelle', { ...nouvelle, parcours, attente: null }),
      ecrire('suivi-rendez-vous', { ...rendezVous, parcours }),
      ecrire('suivi-rendez-vous', { ...rendezVous, parcours, annule: true }),
    ]);
    for (const { objet } of objets) {
      expect(objet.length, objet).toBeLessThanOrEqual(OBJET_MAX);
      expect(objet).toContain(' : ');
    }
  });
});
