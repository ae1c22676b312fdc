import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { copierLeProjet, type Copie } from './copie.ts';

let copie: Copie;
beforeAll(async () => {
  copie = await copierLeProjet(3);
});
afterAll(() => copie.supprimer());

it('sans entreprise inscrite, la page le dit, et comment les rejoindre', async () => {
  const page = await (await fetch(`${inject('site')}/ambassadeurs/`)).text();
  expect(page).toContain('Aucune entreprise n’est encore inscrite ici.');
  expect(page).toMatch(/href="\/contact\/\?role=entreprise&(amp;)?sujet=ambassadeur"/);
});

it('une entreprise publiée par l’équipe paraît avec ce qu’elle propose, et se joint par l’équipe', async () => {
  await copie.ajouter(
    'content/ambassadeurs/exemple.yaml',
    [
      'entreprise: Entreprise Exemple',
      'activite: Elle entretient des espaces verts.',
      "departement: '93'",
      'domaines: [logistique, autre]',
      'propose: [Répondre à une entreprise qui hésite]',
      "accordLe: '2026-11-23'",
    ].join('\n'),
  );
  const { code, sortie } = await copie.construire();
  expect(code, sortie.slice(-2000)).toBe(0);
  const page = await readFile(join(copie.dossier, 'dist/ambassadeurs/index.html'), 'utf8');
  for (const attendu of [
    '<h3>Entreprise Exemple</h3>',
    'Seine-Saint-Denis (93)',
    'Logistique, Autre',
    'Répondre à une entreprise qui hésite',
    '23 novembre 2026',
  ])
    expect(page).toContain(attendu);
  expect(page).not.toContain('Aucune entreprise');
});
