import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../src/formulaire/regles/routes.ts';
import { references } from '../../../src/outils/references/references.ts';

const FONCTIONS = 'supabase/functions';

const lireJson = async (fichier: string) =>
  JSON.parse(await readFile(fichier, 'utf8')) as Record<string, Record<string, string>>;

async function nomsDesFonctions(): Promise<string[]> {
  const noms = await readdir(FONCTIONS);
  return noms.filter((nom) => nom !== '_shared').sort();
}

describe('les fonctions du service', () => {
  it('connaissent les délais et les domaines du contenu d’aujourd’hui (sinon : npm run service:references)', async () => {
    for (const [fichier, texte] of Object.entries(await references('content')))
      expect(await readFile(fichier, 'utf8'), fichier).toBe(texte);
  });

  it('emploient les mêmes versions que le site, toutes les mêmes', async () => {
    const unique = await readFile(join(FONCTIONS, 'demande/deno.json'), 'utf8');
    const { dependencies, devDependencies } = await lireJson('package.json');
    const installees = { ...devDependencies, ...dependencies };
    for (const nom of await nomsDesFonctions()) {
      const { imports = {} } = await lireJson(join(FONCTIONS, nom, 'deno.json'));
      expect(await readFile(join(FONCTIONS, nom, 'deno.json'), 'utf8'), nom).toBe(unique);
      expect(imports.zod, nom).toBe(`npm:zod@${installees.zod ?? ''}`);
      for (const [importe, adresse] of Object.entries(imports)) {
        const [, paquet = '', version] = /^npm:(@?[^@]+)@([^/]+)/.exec(adresse) ?? [];
        expect(importe === paquet || importe.startsWith(`${paquet}/`), `${nom} : ${importe}`).toBe(
          true,
        );
        expect(version, `${nom} : ${importe}`).toBe(installees[paquet]);
      }
    }
  });

  it('n’importent que ce que leur deno.json déclare', async () => {
    const { imports = {} } = await lireJson(join(FONCTIONS, 'demande/deno.json'));
    const chemins = ['supabase/functions/**/*.{ts,tsx}', 'src/socle/*.ts', 'src/*/regles/*.ts'];
    const textes = await Promise.all(
      (await Array.fromAsync(glob(chemins))).map((chemin) => readFile(chemin, 'utf8')),
    );
    const employes = textes.flatMap((texte) =>
      [...texte.matchAll(/^(?:import|export)[^;]*? from '([^.'][^']*)'/gm)].map(
        ([, nom = '']) => nom,
      ),
    );
    expect(employes).toContain('zod');
    for (const nom of new Set(employes))
      expect(nom.startsWith('node:') || nom in imports, nom).toBe(true);
  });

  it('sont celles que le site connaît, et leurs routes aussi, chez Supabase comme sur le poste', async () => {
    const reglages = await readFile('supabase/config.toml', 'utf8');
    const noms = await nomsDesFonctions();
    expect(noms).toEqual(Object.keys(ROUTES).sort());
    expect(reglages.match(/^\[functions\./gm)).toHaveLength(noms.length);
    for (const nom of noms) {
      const branchement = await readFile(join(FONCTIONS, nom, 'index.ts'), 'utf8');
      // Le type oblige à brancher chaque route de la liste, et aucune autre.
      expect(branchement).toContain(`const routes: RoutesDe<'${nom}'>`);
      expect(branchement).toContain(`servir('${nom}', salle('${nom}', routes`);
      expect(branchement.split('\n').length).toBeLessThan(40);
      expect(reglages).toContain(`[functions.${nom}]\nverify_jwt = false`);
    }
  });
});
