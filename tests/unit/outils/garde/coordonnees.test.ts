import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COURRIEL_EQUIPE } from '../../../../src/site/regles/courriel-equipe.ts';
import { chercherFuites } from '../../../../src/outils/garde/coordonnees.ts';
import { estALire, extraire } from '../../../../src/outils/garde/extraire.ts';

const fuites = (fichier: string, contenu: string | Buffer) =>
  chercherFuites(extraire(fichier, Buffer.from(contenu)));
const genres = (fichier: string, contenu: string | Buffer) =>
  fuites(fichier, contenu).map(({ genre }) => genre);

const COURRIEL = 'camille.durand@entreprise.example';

describe('une page qui laisse voir un courriel', () => {
  test.each([
    ['dans le texte', `<p>Écrire à ${COURRIEL}.</p>`],
    ['dans un lien', `<a href="mailto:${COURRIEL}?subject=Bonjour">Écrire</a>`],
    ['dans un lien encodé', '<a href="mailto:camille%2Edurand%40entreprise.example">Écrire</a>'],
    ['en entités', '<p>camille&#46;durand&#64;entreprise&period;example</p>'],
    ['en entités hexadécimales', '<p>camille.durand&#x40;entreprise.example</p>'],
    ['coupé par une balise', '<p>camille.durand<wbr>@<span>entreprise</span>.example</p>'],
    ['dans un attribut', `<div data-contact='${COURRIEL}'></div>`],
    ['dans un attribut sans guillemets', `<div data-contact=${COURRIEL}></div>`],
    ['dans une description', `<meta name="description" content="Contact : ${COURRIEL}">`],
    ['dans le texte d’une image', `<img src="a.svg" alt="${COURRIEL}">`],
    [
      'dans des données en ligne',
      `<script type="application/ld+json">{"email":"${COURRIEL}"}</script>`,
    ],
    [
      'échappé dans des données',
      '<script type="application/json">["camille.durand\\u0040entreprise.example"]</script>',
    ],
    ['dans un commentaire', `<!-- ${COURRIEL} -->`],
    ['déguisé en entités', '<p>camille.durand &#91;at&#93; entreprise . example</p>'],
    [
      'déguisé en entités nommées',
      '<p>camille.durand &lbrack;at&rbrack; entreprise&period;example</p>',
    ],
    [
      'coupé par une césure facultative',
      '<p>camille.du&shy;rand&commat;entreprise.exam&shy;ple</p>',
    ],
    ['déguisé', '<p>camille.durand [at] entreprise . example</p>'],
  ])('est arrêtée : %s', (_cas, page) => {
    expect(genres('page/index.html', page)).toEqual(['courriel']);
  });
});

describe('une page qui laisse voir un téléphone', () => {
  test.each([
    '<p>Appeler le 06 12 34 56 78.</p>',
    '<p>Téléphone : 06.12.34.56.78</p>',
    '<p>Au 06-12-34-56-78 le matin</p>',
    '<p>joindre 0612345678</p>',
    '<p>06&nbsp;12&nbsp;34&#8239;56&nbsp;78</p>',
    '<p>06 <b>12 34</b> 56 78</p>',
    '<p>&#48;6 12 34 56 78</p>',
    '<td data-t="06%2012%2034%2056%2078"></td>',
    '<p>+33 6 12 34 56 78</p>',
    '<p>au +33 (0)6 12 34 56 78</p>',
    '<p>0033 6 12 34 56 78</p>',
    '<a href="tel:+33612345678">Appeler</a>',
    '<a href="tel:0612345678">Appeler</a>',
  ])('est arrêtée : %s', (page) => {
    expect(new Set(genres('page/index.html', page))).toEqual(new Set(['telephone']));
  });
});

describe('les autres fichiers publiés', () => {
  test.each([
    ['donnees/parcours.json', JSON.stringify({ taches: [`Écrire à ${COURRIEL}`] })],
    ['donnees/parcours.json', '["camille.durand\\u0040entreprise.example"]'],
    ['donnees/parcours.csv', `id;taches\nbcdf2345;"Écrire à ${COURRIEL}"\n`],
    ['flux/domaines/accueil.xml', `<feed><title><![CDATA[${COURRIEL}]]></title></feed>`],
    ['cartes/france.svg', `<svg><title>${COURRIEL}</title></svg>`],
    ['robots.txt', `# ${COURRIEL}`],
    ['site.webmanifest', JSON.stringify({ description: COURRIEL })],
    ['_astro/liste.js', `const a="${COURRIEL}";`],
    ['pagefind/fragment/fr_1.pf_fragment', gzipSync(`pagefind_dcd{"content":"${COURRIEL}"}`)],
    ['pagefind/pagefind.fr_1.pf_meta', gzipSync(Buffer.from(`\u0002\u0019${COURRIEL}\u0001`))],
    ['sans-extension', COURRIEL],
  ])('%s est lu', (fichier, contenu) => {
    expect(estALire(fichier)).toBe(true);
    expect(genres(fichier, contenu)).toEqual(['courriel']);
  });

  test('un numéro dans un extrait de l’index de recherche est vu', () => {
    const extrait = gzipSync('pagefind_dcd{"content":"Accueil. Appeler le 06 12 34 56 78."}');
    expect(genres('pagefind/fragment/fr_1.pf_fragment', extrait)).toEqual(['telephone']);
  });
});

describe('ce qui se publie sans alerte', () => {
  test.each([
    [
      'la boîte de l’équipe',
      'index.html',
      `<a href="mailto:${COURRIEL_EQUIPE}?subject=a%20b">${COURRIEL_EQUIPE}</a>`,
    ],
    ['la boîte de l’équipe en majuscules', 'index.html', `<p>${COURRIEL_EQUIPE.toUpperCase()}</p>`],
    [
      'un dessin',
      'index.html',
      '<svg viewBox="0 0 06 12"><path d="M06 12 34 56 78 01 23 45 67 89"/></svg>',
    ],
    [
      'un tableau de nombres',
      'index.html',
      '<tr><td>06</td><td>12</td><td>34</td><td>56</td><td>78</td></tr>',
    ],
    ['des dates', 'index.html', '<p>Du 01/02/2026 au 13/10/2026, à 08:30, le 01-02-2026 12 h</p>'],
    ['des codes postaux', 'index.html', '<p>06000 06100, 01000 01004</p>'],
    ['des heures et des euros', 'index.html', '<p>300 h, 216 000 €, 5 404 000 €, 140 parcours</p>'],
    [
      'une position',
      'index.html',
      '<p data-lat="48.8566140000" data-lon="0.6123456789">0,6123456789</p>',
    ],
    [
      'une empreinte',
      'index.html',
      '<link href="/_astro/a.0612345678abcdef0612345678.css" integrity="sha256-0612345678">',
    ],
    ['un article de loi', 'index.html', '<p>article L2112-2-1, L124-6, JORFTEXT000043956924</p>'],
    [
      'un contexte de données',
      'index.html',
      '<script type="application/ld+json">{"@context":"https://schema.org"}</script>',
    ],
    ['les nombres d’un JSON', 'lot.json', '{"a":[0.612345678,48.8566123456,1764000000000]}'],
    [
      'les colonnes codées d’un JSON',
      'lot.json',
      '{"publies":"00612345678006123456780061234567800"}',
    ],
    ['les dix chiffres d’un index', 'lieux/3.json', '{"suites":"0123456789"}'],
    [
      'les dix chiffres d’un programme',
      '_astro/a.js',
      'const c="0123456789abcdef",d="01 23 45 67 89";',
    ],
    ['une version de paquet', '_astro/a.js', '/* @floating-ui/dom@1.6.3 */ import("x@2.0.0")'],
    [
      'une feuille de style',
      '_astro/a.css',
      '@media (min-width: 36em){a{margin:0 1.25rem}}@layer a',
    ],
  ])('%s', (_cas, fichier, contenu) => {
    expect(fuites(fichier, contenu)).toEqual([]);
  });

  test.each([
    'pagefind/pagefind.js',
    'pagefind/pagefind-worker.js',
    'pagefind/wasm.fr.pagefind',
    '_astro/Marianne-Regular.woff2',
  ])('%s n’est pas lu', (fichier) => {
    expect(estALire(fichier)).toBe(false);
  });

  test('nos programmes, eux, sont lus', () => {
    expect(estALire('_astro/recherche.abc.js')).toBe(true);
  });

  test('aucune date, aucun prix, aucune position ne ressemble à un téléphone', () => {
    const nombres = fc.oneof(
      fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-12-31') })
        .map((jour) => jour.toISOString()),
      fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-12-31') })
        .map((jour) => jour.toLocaleString('fr-FR')),
      fc.integer({ min: 0, max: 9_999_999 }).map((prix) => `${prix.toLocaleString('fr-FR')} €`),
      fc.double({ min: -90, max: 90, noNaN: true }).map((degres) => degres.toFixed(6)),
    );
    fc.assert(
      fc.property(fc.array(nombres, { maxLength: 8 }), (valeurs) => {
        expect(fuites('index.html', `<p>${valeurs.join(', ')}</p>`)).toEqual([]);
      }),
    );
  });
});

describe('l’extrait montré', () => {
  test('situe la fuite sans la répéter', () => {
    const [fuite] = fuites(
      'a.html',
      `<p>Contacter Camille Durand au siège, ${COURRIEL}, le matin</p>`,
    );
    expect(fuite?.extrait).toBe('C… C… D… au siège, c…@…example, le matin');
  });

  test('masque aussi le numéro voisin', () => {
    const extraits = fuites('a.html', `<p>${COURRIEL} ou 06 12 34 56 78</p>`).map(
      (fuite) => fuite.extrait,
    );
    expect(extraits).toHaveLength(2);
    for (const extrait of extraits) expect(extrait).not.toMatch(/durand|entreprise|12 34/);
    expect(extraits[1]).toContain('06…78');
  });

  test('ne redonne jamais un courriel', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (courriel) => {
        for (const { extrait } of fuites('a.txt', `Écrire à ${courriel} vite`)) {
          expect(extrait).not.toContain(courriel);
        }
      }),
    );
  });
});
