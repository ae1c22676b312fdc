import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymiser } from '../../../src/anonymisation/regles/anonymisation.ts';
import { preparerValeurs } from '../../../src/anonymisation/regles/valeurs.ts';
import type { Contexte, ValeurPrivee } from '../../../src/anonymisation/regles/formes.ts';
import { normaliser } from '../../../src/socle/texte.ts';

const CONTEXTE: Contexte = {
  estLieu: (nom) => ['paris', 'florence', 'valence', 'saint denis'].includes(nom),
  estCourant: (nom) => ['accueil', 'services', 'conseil', 'transport'].includes(nom),
};

const PRIVES: ValeurPrivee[] = [
  { colonne: 'entreprise', genre: 'entreprise', valeur: 'Estuaire & Fils' },
  { colonne: 'site', genre: 'site', valeur: 'https://www.estuairefils.example' },
  { colonne: 'référent', genre: 'personne', valeur: 'Claude Durand-Exemple' },
  { colonne: 'acheteur', genre: 'organisme', valeur: 'Préfecture exemple' },
  { colonne: 'adresse', genre: 'adresse', valeur: '27 rue Oudinot, 75007 Paris' },
  { colonne: 'fonction', genre: 'fonction', valeur: 'Responsable de site' },
  { colonne: 'fonction', genre: 'fonction', valeur: 'DRH' },
  { colonne: 'secteur', genre: 'secteur', valeur: 'Services' },
  { colonne: 'objet', genre: 'texte', valeur: 'Maintenance des ascenseurs du palais' },
  { colonne: 'jeune', genre: 'personne', valeur: 'E.P., 17 ans' },
];

const phrases = (texte: string, prives = PRIVES) =>
  anonymiser(texte, preparerValeurs(prives, CONTEXTE)).phrases;
const une = (genre: ValeurPrivee['genre'], valeur: string): ValeurPrivee[] => [
  { colonne: 'x', genre, valeur },
];

describe('les valeurs privées de la ligne', () => {
  it('très longues, se cherchent par morceaux, et rien n’en reste', () => {
    const objet = Array.from({ length: 95 }, (_, rang) => `mot${rang}`).join(' ');
    expect(phrases(`Ranger.\n${objet}.\nClasser.`, une('texte', objet))).toEqual([
      'Ranger.',
      'Classer.',
    ]);
    const [premiers, derniers] = [objet.split(' ').slice(0, 40), objet.split(' ').slice(-40)];
    for (const morceau of [premiers, derniers])
      expect(phrases(morceau.join(' '), une('texte', objet))).toEqual([]);
    expect(() => phrases('a b '.repeat(5_000), une('texte', 'a b '.repeat(5_000)))).not.toThrow();
    expect(() => phrases('a'.repeat(20_000), une('texte', 'a'.repeat(20_000)))).not.toThrow();
  });

  it.each([
    'La société Estuaire & Fils demande de la ponctualité.',
    'ESTUAIRE ET FILS demande de la ponctualité.',
    'Chez Estuaire, on range.',
    'Visiter estuaire-fils demain',
    'Mot de passe EstuaireFils',
    'Le nom estuairefils est sur le badge',
    'E s t u a i r e & F i l s',
    'Est\u200buaire & Fils',
    'Ｅｓｔｕａｉｒｅ & Fils',
    'Est<b>uaire</b> &amp; Fils',
    'Suivre Claude Durand-Exemple',
    'Suivre DURAND-EXEMPLE Claude',
    'suivre claude durand exemple',
    'Travailler avec Claude',
    'appeler claude demain',
    'Demander Durand à l’accueil',
    'Se présenter à la préfecture exemple',
    'Venir rue Oudinot',
    'Voir le responsable de site',
    'Voir la DRH',
    'Maintenance des ascenseurs du palais',
    'Le jeune E.P. viendra',
  ])('font perdre la phrase « %s »', (texte) => {
    const { phrases, retraits } = anonymiser(
      `Ranger. ${texte}\nClasser`,
      preparerValeurs(PRIVES, CONTEXTE),
    );
    expect(phrases).toEqual(['Ranger.', 'Classer']);
    expect(retraits.every(({ motif }) => motif === 'valeur-privee')).toBe(true);
    expect(retraits.length).toBe(1);
  });

  it.each([
    'Découvrir les services de l’entreprise.',
    'Préparer un voyage à Paris.',
    'Naviguer dans un estuarium.',
    'Suivre un chantier place du palais.',
    'Classer les fils électriques.',
  ])('laissent la phrase « %s »', (texte) => {
    expect(phrases(texte)).toEqual([texte]);
  });

  it('n’effacent pas la ville quand l’entreprise s’appelle « Paris »', () => {
    const prives = une('entreprise', 'Paris');
    expect(phrases('Livrer à Paris. La société Paris demande de la ponctualité.', prives)).toEqual([
      'Livrer à Paris.',
    ]);
    expect(
      phrases('Livrer à Paris. Paris Services vous attend.', une('entreprise', 'Paris Services')),
    ).toEqual(['Livrer à Paris.']);
  });

  it('n’effacent pas un mot courant quand l’entreprise s’appelle « Accueil »', () => {
    expect(phrases('Accueil du public. Aller chez Accueil.', une('entreprise', 'Accueil'))).toEqual(
      ['Accueil du public.'],
    );
  });

  it('n’effacent pas une ville qui est aussi un prénom, sauf annoncée', () => {
    const prives = une('personne', 'Florence Blanc-Démo');
    expect(phrases('Préparer un voyage à Florence. Contacter Florence.', prives)).toEqual([
      'Préparer un voyage à Florence.',
    ]);
  });

  it('nomment la colonne, jamais la valeur', () => {
    const { retraits } = anonymiser(
      'Voir Claude Durand-Exemple',
      preparerValeurs(PRIVES, CONTEXTE),
    );
    expect(retraits).toEqual([{ motif: 'valeur-privee', colonne: 'référent' }]);
  });

  it('ne survivent pas, quelle que soit la casse, les accents ou les séparateurs', () => {
    const deguisement = fc.constantFrom(
      (valeur: string) => valeur,
      (valeur: string) => valeur.toUpperCase(),
      (valeur: string) => valeur.toLowerCase(),
      (valeur: string) => valeur.normalize('NFD'),
      (valeur: string) => valeur.replaceAll(' ', '\u00a0'),
      (valeur: string) => valeur.replaceAll(' ', '-'),
      (valeur: string) => valeur.split('').join('\u200b'),
      (valeur: string) =>
        valeur
          .split('')
          .map((lettre) => `&#${lettre.charCodeAt(0)};`)
          .join(''),
      (valeur: string) => `<i>${valeur}</i>`,
      (valeur: string) => `**${valeur}**`,
      (valeur: string) => `=HYPERLINK("http://x.example";"${valeur}")`,
    );
    const valeurs = fc.constantFrom('Novéo Groupe', 'Maxime Garcia-Fictif', 'Rectorat exemple');
    const prives: ValeurPrivee[] = [
      { colonne: 'a', genre: 'entreprise', valeur: 'Novéo Groupe' },
      { colonne: 'b', genre: 'personne', valeur: 'Maxime Garcia-Fictif' },
      { colonne: 'c', genre: 'organisme', valeur: 'Rectorat exemple' },
    ];
    fc.assert(
      fc.property(
        valeurs,
        deguisement,
        fc.constantFrom('', 'Voir ', 'avec ', '(', '« '),
        (valeur, deguiser, avant) => {
          const publie = normaliser(
            phrases(`Ranger. Puis ${avant}${deguiser(valeur)} demain`, prives).join(' '),
          );
          expect(publie).toBe('ranger');
        },
      ),
    );
  });
});

describe('les coordonnées', () => {
  it.each([
    'Appeler le <b>06</b> 12 34 56 78',
    'Appeler le ０６ １２ ３４ ５６ ７８',
    'Appeler le 06\u200b12\u200b34\u200b56\u200b78',
    'Appeler le 06&nbsp;12&#160;34 56 78',
    'Écrire à nom&#64;domaine.fr',
    'Écrire à nom [at] domaine . fr',
    '=HYPERLINK("https://x.example";"Voir")',
    '[le site](https://x.example)',
    '<a href="https://x.example">le site</a>',
    'Écrire à nom\\@domaine.fr',
  ])('font perdre la phrase « %s »', (texte) => {
    expect(phrases(`Ranger\n${texte}\nClasser`, [])).toEqual(['Ranger', 'Classer']);
  });

  it('ne font pas perdre la phrase d’avant quand il manque un point', () => {
    expect(phrases('- Ranger\n- Classer des dossiers Écrire à nom@domaine.example.', [])).toEqual([
      'Ranger',
      'Classer des dossiers',
    ]);
  });
});

describe('le texte publié', () => {
  it('est en clair, et ne lève jamais d’erreur', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (texte) => {
        for (const phrase of phrases(texte)) {
          expect(phrase).not.toMatch(/^[=+@\-\s]|<[a-z]|[\p{Cc}\p{Cf}]/iu);
          expect(phrase).not.toBe('');
        }
      }),
    );
  });

  it('est stable : l’anonymiser encore ne change rien', () => {
    const mots = fc.constantFrom(
      'Ranger',
      'un',
      'colis',
      '.',
      ';',
      '\n',
      '- ',
      '06 12 34 56 78',
      'a@b.fr',
      'M.',
      '2.5',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(mots, { maxLength: 20 }), (suite) => {
        const une = phrases(suite.join(' ')).join('\n');
        expect(phrases(une).join('\n')).toBe(une);
      }),
    );
  });
});
