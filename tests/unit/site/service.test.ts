import { expect, it } from 'vitest';
import { adresseDesFonctions, adresseDuService } from '../../../src/site/regles/service.ts';

it.each([
  [{}, 'http://localhost:54321'],
  [{ CSF_PORT_SERVICE: '54400' }, 'http://localhost:54400'],
  [{ SUPABASE_URL: '', CSF_PORT_SERVICE: '' }, 'http://localhost:54321'],
  [
    { SUPABASE_URL: 'https://projet.service.example/', CSF_PORT_SERVICE: '1' },
    'https://projet.service.example',
  ],
])('avec %j, le service est à %s', (environnement, adresse) => {
  expect(adresseDuService(environnement)).toBe(adresse);
  expect(adresseDesFonctions(environnement)).toBe(`${adresse}/functions/v1`);
});
