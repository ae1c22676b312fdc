import { describe, expect, it } from 'vitest';
import { VOLUMES } from '../../../src/calibrage/regles/calibrage.ts';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { erreurDeDate } from '../../../src/demande/regles/champs.ts';
import { demandeSchema } from '../../../src/demande/regles/demande.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';

const DEMANDE = {
  cle: '6b446bf0-5b2f-41a7-9ed5-9517c827e2bb',
  parcoursId: 'bcdfghj2',
  nom: 'Camille Exemple',
  courriel: 'camille@lycee.example',
  telephone: '',
  role: 'tuteur-mlds',
  etablissement: 'Lycée inventé',
  academie: 'versailles',
  debutLe: '2027-01-11',
  heures: '300',
  message: 'Un jeune aimerait découvrir la logistique.',
  consentement: true,
};

const erreurs = (plus: Record<string, unknown>) => {
  const { error } = demandeSchema.safeParse({ ...DEMANDE, ...plus });
  return error ? erreursDe(error) : {};
};

describe('une demande', () => {
  it('se lit telle que le formulaire l’envoie', () => {
    expect(demandeSchema.parse(DEMANDE)).toMatchObject({ heures: 300, telephone: null });
  });

  it('accepte une référence recopiée en capitales', () => {
    expect(demandeSchema.parse({ ...DEMANDE, parcoursId: ' BCDFGHJ2 ' }).parcoursId).toBe(
      'bcdfghj2',
    );
  });

  it.each(['35', ...VOLUMES.map(({ heures }) => String(heures)), '280'])(
    'accepte %s heures : un volume, ou ce qui reste d’un parcours entamé',
    (heures) => {
      expect(erreurs({ heures })).toEqual({});
    },
  );

  it('refuse une demande sans consentement', () => {
    expect(erreurs({ consentement: false })).toEqual({
      consentement: 'Cochez la case pour dire que vous êtes d’accord.',
    });
  });

  it.each(['nomDuJeune', 'age', 'fichier', 'cv'])('refuse un champ « %s » de plus', (champ) => {
    expect(erreurs({ [champ]: 'x' })).toHaveProperty('formulaire');
  });

  it.each([
    ['parcoursId', 'aeiou'],
    ['role', 'directrice'],
    ['academie', '../..'],
    ['debutLe', '32/13/2027'],
    ['heures', '0'],
    ['heures', ''],
    ['heures', '1'],
    ['heures', '34'],
    ['heures', '12,5'],
    ['heures', 'beaucoup'],
    ['heures', '90000'],
    ['message', 'Oui'],
    ['message', 'a'.repeat((bornesDe(demandeSchema).message.maxlength ?? 0) + 1)],
    ['message', 'Appelez-le au 06 12 34 56 78.'],
    ['nom', 'Voir piege.example'],
    ['etablissement', 'Lycée\nVotre compte expire'],
    ['etablissement', 'https://piege.example'],
    ['cle', 'abc'],
  ])('refuse « %s » : %s, sur ce champ et lui seul', (champ, valeur) => {
    expect(Object.keys(erreurs({ [champ]: valeur }))).toEqual([champ]);
  });

  it('dit une phrase par champ, jamais un mot d’informaticien', () => {
    const { error } = demandeSchema.safeParse({});
    const dites = Object.values(error ? erreursDe(error) : {});
    expect(dites.length).toBeGreaterThan(8);
    for (const phrase of dites) {
      expect(phrase).toMatch(/^\p{Lu}.*[.]$/u);
      expect(phrase).not.toMatch(/invalid|expected|undefined|NaN|string/i);
    }
  });
});

describe('la date de début', () => {
  it.each([
    ['2026-11-22', /passée/],
    ['2026-11-23', undefined],
    ['2027-11-23', undefined],
    ['2027-11-24', /moins d’un an/],
  ])('le 23 novembre 2026, « %s »', (debutLe, attendue) => {
    const erreur = erreurDeDate({ debutLe }, '2026-11-23');
    if (attendue) expect(erreur).toMatch(attendue);
    else expect(erreur).toBeUndefined();
  });
});
