import { dump } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unParcours } from '../fabriques.ts';
import { copierLeProjet, type Copie } from './copie.ts';

let copie: Copie;
beforeAll(async () => {
  copie = await copierLeProjet(0);
});
afterAll(() => copie.supprimer());

test('la construction échoue si une page laisse voir un courriel ou un téléphone', async () => {
  const tache = 'Écrire à camille.durand@entreprise.example ou appeler le 06 12 34 56 78';
  const parcours = unParcours({ id: 'bcdf2345', taches: [tache] });
  await copie.ajouter('content/parcours/bcdf2345.yaml', dump(parcours));
  const { code, sortie } = await copie.construire();
  expect(code).not.toBe(0);
  expect(sortie).toContain('Publication refusée');
  expect(sortie).toContain('parcours/bcdf2345/index.html : adresse électronique');
  expect(sortie).toContain('parcours/bcdf2345/index.html : numéro de téléphone');
  expect(sortie).toContain('c…@…example');
  expect(sortie).toMatch(/pagefind\/fragment\/\S+ : adresse électronique/);
  expect(sortie).not.toContain('camille.durand');
  expect(sortie).not.toContain('12 34 56');
});
