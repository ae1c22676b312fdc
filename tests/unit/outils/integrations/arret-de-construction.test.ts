import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { AstroUserConfig } from 'astro';
import { mdxToJs } from 'satteri';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liens } from '../../../../src/outils/integrations/liens.ts';
import { referencesMdx } from '../../../../src/outils/integrations/references-mdx.ts';

const CONFIGURATION = pathToFileURL('astro.config.mjs').href;

describe('ce qui arrête une construction', () => {
  it('est branché : les citations des textes, les liens, puis la garde en dernier', async () => {
    const { default: config } = (await import(CONFIGURATION)) as { default: AstroUserConfig };
    const noms = config.integrations?.flat().map((integration) => integration && integration.name);
    expect(noms?.slice(-2)).toEqual(['csf:liens', 'csf:garde-de-publication']);
    const { options } = config.markdown?.processor as { options: { mdastPlugins: unknown[] } };
    expect(options.mdastPlugins).toContain(referencesMdx);
  });

  it('un site officiel sans adresse publique ne se construit pas', async () => {
    const env = { ...process.env, SITE_OFFICIEL: '1', SITE_URL: '' };
    const lire = ['--input-type=module', '--eval', `await import('${CONFIGURATION}')`];
    await expect(promisify(execFile)(process.execPath, lire, { env })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('SITE_OFFICIEL=1 demande SITE_URL') as string,
    });
  });

  it('un texte du site qui cite une étape inconnue dit son fichier, sa ligne et les choix', async () => {
    const page = 'content/pages/comment-ca-marche.mdx';
    const texte = await readFile(page, 'utf8');
    const lire = (fin: string) =>
      mdxToJs(texte + fin, { mdastPlugins: [referencesMdx], fileURL: pathToFileURL(page) });
    expect(() => lire('')).not.toThrow();
    const fautif = () => lire('\n\nRéponse : <Delai etape="jamais" />.\n');
    expect(fautif).toThrow(/comment-ca-marche\.mdx:\d+ : /);
    expect(fautif).toThrow(
      '<Delai etape="jamais"> cite « jamais », que content/frise.yaml ne connaît pas',
    );
    expect(fautif).toThrow('Choix possibles : publication, consultation');
  });
});

describe('le contrôle des liens d’une construction', () => {
  let dossier = '';
  beforeAll(async () => {
    dossier = await mkdtemp(join(tmpdir(), 'csf-construction-'));
  });
  afterAll(() => rm(dossier, { recursive: true }));

  async function publier(nom: string, corps: string): Promise<void> {
    await mkdir(dirname(join(dossier, nom)), { recursive: true });
    await writeFile(join(dossier, nom), `<!doctype html><html lang="fr"><body>${corps}`);
  }

  it('échoue si un lien, une ancre ou un autre site est inconnu de content/liens.yaml', async () => {
    await publier('contact/index.html', '<h1>Contact</h1>');
    await publier(
      'comment-ca-marche/index.html',
      '<a href="/nulle-part/">Page</a> <a href="/contact/#nulle-part">ancre</a> ' +
        '<a href="https://ailleurs.example/">site</a> <a href="https://www.cnil.fr/">loi</a>',
    );
    const hooks = liens().hooks as unknown as Record<string, (recu: object) => unknown>;
    hooks['astro:config:done']?.({ config: { site: 'https://csf.example' } });
    const logger = { info: () => undefined };
    const message = await Promise.resolve(
      hooks['astro:build:done']?.({ dir: pathToFileURL(`${dossier}/`), logger }),
    ).then(
      () => 'publié',
      (erreur: unknown) => (erreur as Error).message,
    );
    expect(message).toContain('Publication refusée : 3 lien(s) sans issue');
    expect(message).toContain('comment-ca-marche/index.html : « /nulle-part/ »');
    expect(message).toContain('la page « /contact/ » n’a pas d’ancre « nulle-part »');
    expect(message).toContain('ce lien vers un autre site n’est pas dans content/liens.yaml');
  });
});
