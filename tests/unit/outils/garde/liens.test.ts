import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cibleDe } from '../../../../src/outils/garde/liens-cible.ts';
import { lirePage } from '../../../../src/outils/garde/liens-page.ts';
import { verifierLiens } from '../../../../src/outils/garde/liens-verifier.ts';

const SITE = 'https://csf.example';

let dossier: string;

beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'csf-liens-'));
});

afterEach(() => rm(dossier, { recursive: true }));

/** Publie des fichiers ; une page donnée sans balise `<html>` devient le corps d'une page entière. */
async function publier(fichiers: Record<string, string>): Promise<void> {
  for (const [nom, contenu] of Object.entries(fichiers)) {
    await mkdir(dirname(join(dossier, nom)), { recursive: true });
    await writeFile(join(dossier, nom), `<!doctype html><html lang="fr"><body>${contenu}`);
  }
}

const verifier = (externes: string[] = []) => verifierLiens({ dossier, adresse: SITE, externes });

const refus = (externes: string[] = []) =>
  verifier(externes).then(
    () => 'publié',
    (erreur: unknown) => (erreur as Error).message,
  );

describe('les liens internes', () => {
  test('passent quand tout existe : page, fichier, ancre, page du site écrite en entier', async () => {
    await publier({
      'index.html': `<a href="/kit/#frise">Frise</a><a href="kit/?vue=1">Kit</a><a href="#">Haut</a>
        <a href="#top">Haut</a><link rel="canonical" href="${SITE}/"><img src="/a.svg">
        <a href="mailto:equipe@csf.example">Écrire</a>`,
      'kit/index.html':
        '<h1 id="frise">Frise</h1><a href="../">Accueil</a><a href="#frise">Ici</a>',
      'a.svg': '',
    });
    expect(await verifier()).toEqual({ pages: 2, adresses: 3 });
  });

  test.each([
    ['href', '<a href="/absent/">x</a>', '/absent/'],
    ['src', '<script src="/absent.js"></script>', '/absent.js'],
    ['srcset', '<img srcset="/a.svg 1x, /absent.png 2x">', '/absent.png'],
    ['poster', '<video poster="/absent.jpg"></video>', '/absent.jpg'],
    ['action', '<form action="/absent/"></form>', '/absent/'],
    ['renvoi', '<meta http-equiv="refresh" content="0;url=/absent/">', '/absent/'],
    ['partage', `<meta property="og:image" content="${SITE}/absent.png">`, `${SITE}/absent.png`],
    ['dessin', '<svg><use xlink:href="/absent.svg#a"/></svg>', '/absent.svg#a'],
    ['accents', '<a href="/%C3%A9t%C3%A9/">x</a>', '/%C3%A9t%C3%A9/'],
  ])('cassés dans « %s » arrêtent la publication et sont nommés', async (_nom, corps, lien) => {
    await publier({ 'index.html': corps, 'a.svg': '' });
    expect(await refus()).toContain(`index.html : « ${lien} »\n    rien n’est publié`);
  });

  test('sans barre finale disent laquelle écrire', async () => {
    await publier({ 'index.html': '<a href="/kit">Kit</a>', 'kit/index.html': '' });
    expect(await refus()).toContain('barre finale : « /kit/ »');
  });

  test('vers une ancre absente nomment la page et l’ancre', async () => {
    await publier({
      'index.html': '<a href="/kit/#bilan">Bilan</a><a href="#rien">Rien</a>',
      'kit/index.html': '<h2 id="frise">Frise</h2><!-- id="bilan" -->',
    });
    const message = await refus();
    expect(message).toContain('« /kit/#bilan »');
    expect(message).toContain('la page « /kit/ » n’a pas d’ancre « bilan »');
    expect(message).toContain('la page « / » n’a pas d’ancre « rien »');
  });

  test('relisent les ancres telles que le navigateur les décode', async () => {
    await publier({ 'index.html': '<a href="#%C3%A9t%C3%A9">x</a><h2 id="été">Été</h2>' });
    expect(await refus()).toBe('publié');
  });

  test('d’un modèle que le script complète ne comptent pas', async () => {
    await publier({ 'index.html': '<template><a href="/parcours//">x</a></template>' });
    expect(await refus()).toBe('publié');
  });

  test('sont tous comptés, et les vingt premiers montrés', async () => {
    const liens = Array.from({ length: 25 }, (_, i) => `<a href="/absent-${i}/">x</a>`).join('');
    await publier({ 'index.html': liens, 'a/index.html': liens });
    const message = await refus();
    expect(message).toContain('25 lien(s) sans issue');
    expect(message).toContain('(et 1 autre(s) page(s))');
    expect(message.match(/absent-/g)).toHaveLength(20);
    expect(message).toContain('… et 5 lien(s) de plus.');
  });
});

describe('les liens externes', () => {
  test('doivent être dans la liste, à une ancre près', async () => {
    await publier({ 'index.html': '<a href="https://loi.example/texte?a=1#art-2">Loi</a>' });
    expect(await refus(['https://loi.example/texte?a=1'])).toBe('publié');
    expect(await refus(['https://loi.example/texte'])).toContain('content/liens.yaml');
    expect(await refus()).toContain('« https://loi.example/texte?a=1#art-2 »');
  });

  test('sans protocole, ou en « javascript: », sont refusés', async () => {
    await publier({
      'index.html': '<a href="//autre.example/">x</a><a href="javascript:void(0)">y</a>',
    });
    const message = await refus();
    expect(message).toContain('« //autre.example/ »');
    expect(message).toContain('« javascript:void(0) »\n    ce n’est pas une adresse');
  });
});

describe('la cible d’un lien', () => {
  const segment = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);

  test('est celle que le navigateur calcule, par la voie courte comme par l’autre', () => {
    const lien = fc
      .tuple(
        fc.constantFrom('/', '', '../', './', '//', '/./', '/../', `${SITE}/`),
        fc.array(segment, { maxLength: 3 }),
        fc.constantFrom('', '/', '?a=1', '/?a=/b', '#c', '/#d/e', '?a#b?c'),
      )
      .map(([debut, segments, fin]) => debut + segments.join('/') + fin);
    fc.assert(
      fc.property(lien, (texte) => {
        const page = new URL('/a/b/', SITE);
        if (!URL.canParse(texte, page)) return;
        const voulue = new URL(texte, page);
        const cible = cibleDe(texte, page);
        if (voulue.origin !== SITE) expect(cible.genre).toBe('externe');
        else
          expect(cible).toEqual({
            genre: 'interne',
            chemin: voulue.pathname,
            ancre: voulue.hash.slice(1),
          });
      }),
    );
  });

  test('ne dépend ni des commentaires ni du texte', () => {
    const { liens, ancres } = lirePage('<!-- <a href="/x/" id="y"> --><p id="a">href="/z/"</p>');
    expect([...liens, ...ancres]).toEqual(['a']);
  });
});
