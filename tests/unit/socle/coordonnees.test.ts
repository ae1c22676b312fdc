import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enClair } from '../../../src/socle/en-clair.ts';
import { reperer, repererCoordonnees } from '../../../src/socle/coordonnees.ts';

const genres = (texte: string) => [...new Set(reperer(texte).map(({ genre }) => genre))];

const ESPACES = ['', ' ', '\u00a0', '\u202f', '.', '-', '/', ' . ', ' - ', '_', '·'];

/** Un numéro français dans une écriture quelconque : préfixe, séparateur, groupement. */
const unTelephone = fc
  .record({
    prefixe: fc.constantFrom(
      '0',
      '+33',
      '+33 ',
      '0033',
      '0033 ',
      '+33 (0)',
      '+33(0) ',
      '(0)',
      '(+33) ',
    ),
    premier: fc.integer({ min: 1, max: 9 }),
    reste: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
    separateur: fc.constantFrom(...ESPACES),
    groupe: fc.constantFrom(2, 3, 4, 8),
  })
  .map(({ prefixe, premier, reste, separateur, groupe }) => {
    const groupes = [String(premier)];
    for (let i = 0; i < reste.length; i += groupe)
      groupes.push(reste.slice(i, i + groupe).join(''));
    // Le premier chiffre tient au préfixe, comme on l'écrit : « 06 12… », « +33 6 12… ».
    return prefixe + groupes.join(separateur);
  });

const uneLettre = fc.integer({ min: 97, max: 122 }).map((code) => String.fromCharCode(code));
const unMot = fc.string({ unit: uneLettre, minLength: 2, maxLength: 10 });
const unCourriel = fc
  .record({
    nom: fc
      .tuple(unMot, fc.constantFrom('', '.', '-', '_'), unMot)
      .map((parties) => parties.join('')),
    arobase: fc.constantFrom(
      '@',
      ' @ ',
      ' [at] ',
      '[at]',
      ' (at) ',
      ' (arobase) ',
      ' arobase ',
      '(a)',
      ' {at} ',
      ' at ',
    ),
    domaine: unMot,
    point: fc.constantFrom('.', ' . ', ' point ', ' (point) ', ' dot ', '[dot]'),
    extension: fc.constantFrom('fr', 'com', 'example', 'org'),
  })
  .map(
    ({ nom, arobase, domaine, point, extension }) => nom + arobase + domaine + point + extension,
  );

describe('une écriture qui se cache', () => {
  it.each([
    'O6.l2.34.56.78',
    'o6 I2 34 S6 7B',
    '0l 23 45 67 89',
    '+33 6 l2 34 56 78',
    '+33 (O) 6 l2 34 56 7O',
    'O6l2345678',
  ])('« %s » est un téléphone : une lettre y tient lieu de chiffre', (texte) => {
    expect(genres(texte)).toEqual(['telephone']);
  });

  it.each([
    'Des bidons de 0,5 l, 1 l, 1,5 l, 2 l et 25 l',
    'Lots 01 SB, 02 SB, 03 SZ',
    'OSILLOSBIS',
    'Salles O1 à O9, bâtiment S',
  ])('« %s » n’en est pas un', (texte) => {
    expect(genres(texte)).toEqual([]);
  });

  it.each(['。', '․', '｡', '．', '﹒', '۔', '܁', 'ꓸ'])('« %s » est un point', (point) => {
    expect(genres(enClair(`exemple${point}fr`))).toEqual(['adresse-web']);
  });

  it.each(['﹫', '＠', '&commat;'])('« %s » est une arobase', (arobase) => {
    expect(genres(enClair(`camille${arobase}exemple`))).toEqual(['courriel']);
  });
});

describe('le repérage dans un texte libre', () => {
  it('trouve un téléphone dans toute écriture française', () => {
    fc.assert(
      fc.property(unTelephone, (numero) => {
        expect(genres(`Appelez le ${numero} le matin`)).toContain('telephone');
        expect(genres(`Le 01/02/2026 ${numero}`)).toContain('telephone');
      }),
    );
  });

  it('trouve un courriel dans toute écriture', () => {
    fc.assert(
      fc.property(unCourriel, (courriel) => {
        expect(reperer(`Écrire à ${courriel} pour venir`).length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['06.12.34.56.78', 'telephone'],
    ['O6 12 34 56 78', 'telephone'],
    ['6 12 34 56 78', 'telephone'],
    ['zero6 12 34 56 78', 'telephone'],
    ['(33)612345678', 'telephone'],
    ['06 12\n34 56 78', 'telephone'],
    ['Tél. : 4512', 'telephone'],
    ['+32 475 12 34 56', 'telephone'],
    ['nom [at] domaine . fr', 'courriel'],
    ['nom (arobase) domaine point fr', 'courriel'],
    ['c o n t a c t @ x . f r', 'courriel'],
    ['@lentreprise', 'courriel'],
    ['https://lentreprise.example/accueil', 'adresse-web'],
    ['lentreprise.fr', 'adresse-web'],
    ['www.lentreprise.museum', 'adresse-web'],
    ['lentreprise point com', 'adresse-web'],
    ['au 12 bis rue des Lilas', 'adresse'],
    ['au 3 place de la République', 'adresse'],
    ['SIRET 123 456 789 00012', 'identifiant-entreprise'],
    ['12345678900012', 'identifiant-entreprise'],
  ])('reconnaît « %s »', (texte, genre) => {
    expect(genres(texte)).toContain(genre);
  });

  it.each([
    'Préparer un poste de travail',
    'Horaires : 08:30-12:30, 13:30-17:00',
    'Horaires 8 h 30 - 12 h puis 13 h 30 - 17 h',
    'Du 01/02/2026 au 03/04/2026',
    'Du 2026-02-01 - 2026-04-03',
    'Suivre un budget de 1 200 000 € sur 12 mois',
    'Ranger 300 colis de 25 kg',
    'Gérer 2 places de parking et 3 cours de français',
    'Répondre aux courriels et au téléphone',
    'Tenir un tableur (Excel, etc.)',
    'Accès par le RER A, ligne 13, bus 38',
    'Saisir la TVA à 5,5 %',
    '2 x 150 h, soit 9 semaines',
    'Ranger les dossiers.Préparer le courrier',
  ])('laisse « %s »', (texte) => {
    expect(reperer(texte)).toEqual([]);
  });

  it('reste rapide sur un texte long et sans espace', () => {
    const debut = performance.now();
    for (const signe of ['a', '0', '.', 'a.', ' ', '06 '])
      reperer(signe.repeat(20_000 / signe.length));
    expect(performance.now() - debut).toBeLessThan(3000);
  });
});

describe('le repérage dans une page', () => {
  it.each([
    ['Écrire à camille.durand@site.example.', 'courriel', 'camille.durand@site.example'],
    ['href="mailto:camille%40site.example"', 'courriel', 'camille%40site.example'],
    ['camille [at] site . example', 'courriel', 'camille [at] site . example'],
    ['au 06 12 34 56 78 le matin', 'telephone', '06 12 34 56 78'],
    ['06.12.34.56.78', 'telephone', '06.12.34.56.78'],
    ['"0612345678"', 'telephone', '0612345678'],
    ['tel:+33612345678', 'telephone', '+33612345678'],
    ['Tél.06-12-34-56-78', 'telephone', '06-12-34-56-78'],
    [
      '01/02/2026 06\u00a012\u00a034\u00a056\u00a078',
      'telephone',
      '06\u00a012\u00a034\u00a056\u00a078',
    ],
  ])('trouve la coordonnée de « %s »', (texte, genre, extrait) => {
    const [trouvee] = repererCoordonnees(texte);
    expect(trouvee).toMatchObject({ genre, extrait });
    expect(texte.slice(trouvee?.position).startsWith(extrait)).toBe(true);
  });

  it.each([
    '2026-10-13T08:30:00.0612345678Z',
    'du 13/10/2026 au 03/01/2027',
    '01/02/2026 14:00',
    '{"code":"75107","lat":48.8565,"lon":2.321}',
    '01001,01002,01004',
    '12345678900012',
    'a0612345678f',
    'sha384-Aa0612345678+/=',
    'chunk-0612345678.js',
    'M.06 12 34 56 78zM10.01 20.02',
    '1 200 000 € et 05 %',
    '0.0612345678',
    'page 01 02',
    '@media (min-width: 48em)',
    'astro@7.3.5',
    'C0612345678D',
  ])('ne s’alarme pas de « %s »', (texte) => {
    expect(repererCoordonnees(texte)).toEqual([]);
  });
});
