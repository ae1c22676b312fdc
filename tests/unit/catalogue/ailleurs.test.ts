import { describe, expect, it } from 'vitest';
import {
  ailleursSchema,
  choisirAilleurs,
  RAYON_AILLEURS_KM,
  type ParcoursLibre,
} from '../../../src/catalogue/regles/ailleurs.ts';
import { lireFiltres } from '../../../src/catalogue/regles/filtres.ts';
import { communes } from '../../../src/lieux/referentiel/communes.ts';
import { distanceKm } from '../../../src/socle/distance.ts';
import { communesAutour, lieuDe } from '../../../supabase/functions/_shared/suivi/lieux-autour.ts';

const ROUBAIX = '59512';
const roubaix = lieuDe(ROUBAIX);
if (!roubaix) throw new Error('Roubaix manque au référentiel.');

const recherche = { id: 'bcdfghjk', domaine: 'logistique', heures: 300, lieu: roubaix };
const unLibre = (id: string, commune: string, champs: Partial<ParcoursLibre> = {}) => ({
  id,
  intitule: 'Préparer une commande',
  domaine: 'logistique',
  commune,
  heures: 900,
  ...champs,
});

describe('d’autres parcours à qui attend', () => {
  it('les trois plus proches, le même domaine d’abord, avec leur lieu et leur distance', () => {
    const libres = [
      unLibre('bbbbbbbb', '59350'),
      unLibre('cccccccc', '59599', { domaine: 'transport' }),
      unLibre('dddddddd', ROUBAIX, { heures: 300 }),
      unLibre('ffffffff', '59178'),
    ];
    const ailleurs = choisirAilleurs(libres, recherche, lieuDe);
    expect(ailleursSchema.parse(ailleurs)).toEqual(ailleurs);
    expect(ailleurs.parcours.map(({ dit }) => dit)).toEqual([
      'Roubaix (59), à moins de 1 km, 9 semaines (300 h)',
      expect.stringMatching(
        /^Lille \(59\), à \d+ km, 26 semaines \(900 h\), partageable$/,
      ) as string,
      expect.stringMatching(/^Tourcoing \(59\), à [2-5] km/) as string,
    ]);
  });

  it('ni trop loin, ni sans lieu connu, et la recherche garde le lieu, le domaine et la durée', () => {
    const libres = [unLibre('bbbbbbbb', '35238'), unLibre('cccccccc', '99999')];
    const ailleurs = choisirAilleurs(libres, recherche, lieuDe);
    expect(ailleurs.parcours).toEqual([]);
    const { searchParams } = new URL(ailleurs.recherche, 'https://site.example');
    expect(lireFiltres(searchParams)).toMatchObject({
      lieu: 'roubaix-59512',
      domaine: 'logistique',
      durees: ['courte'],
    });
  });
});

describe('les lieux que les fonctions connaissent', () => {
  it('ont le nom et la position du référentiel, au kilomètre près', () => {
    for (const { code, nom, latitude, longitude } of communes()) {
      if (latitude === null || longitude === null) continue;
      const lieu = lieuDe(code);
      expect(lieu?.nom).toBe(nom);
      expect(distanceKm(lieu?.point ?? roubaix.point, { latitude, longitude })).toBeLessThan(1.2);
    }
  });

  it('autour d’un lieu, lui d’abord, et rien au-delà du rayon', () => {
    const autour = communesAutour(roubaix, RAYON_AILLEURS_KM);
    expect(autour[0]).toBe(ROUBAIX);
    expect(autour).toContain('59350');
    expect(autour).not.toContain('75107');
  });
});
