import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { construire } from './construction.ts';

let dossier: string;

beforeAll(async () => {
  await mkdir('.csf', { recursive: true });
  dossier = await mkdtemp('.csf/fuite-');
});

afterAll(() => rm(dossier, { recursive: true }));

/** Un parcours publiable, à une tâche près. */
function unParcours(tache: string): string {
  return `id: bcdf2345
intitule: Accueillir et orienter le public
domaine: accueil
taches:
  - ${tache}
heures: 300
commune: '69383'
conditions: []
horairesAmenages: false
gratificationPrevue: false
disponibilite: disponible
publieLe: null
finLe: null
finReconductionLe: null
`;
}

async function construireAvec(contenu: string) {
  const parcours = join(dossier, 'parcours');
  await mkdir(parcours, { recursive: true });
  await writeFile(join(parcours, 'bcdf2345.yaml'), contenu);
  return construire(join(dossier, 'dist'), { CSF_PARCOURS: parcours });
}

test('la construction échoue si une page laisse voir un courriel ou un téléphone', async () => {
  const { code, sortie } = await construireAvec(
    unParcours('Écrire à camille.durand@entreprise.example ou appeler le 06 12 34 56 78'),
  );
  expect(code).not.toBe(0);
  expect(sortie).toContain('Publication refusée');
  expect(sortie).toContain('parcours/bcdf2345/index.html : adresse électronique');
  expect(sortie).toContain('parcours/bcdf2345/index.html : numéro de téléphone');
  expect(sortie).toContain('c…@…example');
  expect(sortie).toMatch(/pagefind\/fragment\/\S+ : adresse électronique/);
  expect(sortie).not.toContain('camille.durand');
  expect(sortie).not.toContain('12 34 56');
});

test('la construction échoue si un fichier de parcours a un champ inconnu', async () => {
  const contenu = `${unParcours('Accueillir le public')}entreprise: Exemple et fils\n`;
  const { code, sortie } = await construireAvec(contenu);
  expect(code).not.toBe(0);
  expect(sortie).toContain('bcdf2345.yaml');
  expect(sortie).toContain('champ inconnu « entreprise »');
});
