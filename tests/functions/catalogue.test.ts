import { afterAll, beforeAll, expect, it } from 'vitest';
import { lireBase } from '../../src/parcours/sources/base-parcours.ts';
import { ServiceDEssai } from './service.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

it('le site se construit depuis la base embarquée comme depuis la vraie : tout le catalogue, et lui seul', async () => {
  const { url, secrets, base } = essai.service;
  await base.query(
    'update prive.parcours set publie = false where id = (select min(id) from prive.parcours)',
  );
  const { rows } = await base.query<{ id: string }>(
    'select id from prive.parcours where publie order by id',
  );
  const parcours = await lireBase({ adresse: url, cle: secrets.cleAnon });
  expect(parcours.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  expect(rows.length).toBeGreaterThan(100);
});
