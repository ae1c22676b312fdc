import { expect, inject, it } from 'vitest';

const lire = async (site: string) => (await fetch(`${site}/ambassadeurs/`)).text();

it('sans entreprise inscrite, la page le dit, et comment les rejoindre', async () => {
  const page = await lire(inject('site'));
  expect(page).toContain('Aucune entreprise n’est encore inscrite ici.');
  expect(page).toMatch(/href="\/contact\/\?role=entreprise&(amp;)?sujet=ambassadeur"/);
});

it('une entreprise publiée par l’équipe paraît avec ce qu’elle propose, et se joint par l’équipe', async () => {
  const page = await lire(inject('siteOfficiel'));
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
