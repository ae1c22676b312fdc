import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { lireDossier, lireParcours } from '../../../src/parcours/sources/dossier-parcours.ts';
import { chargeurDeParcours } from '../../../src/parcours/sources/parcours.ts';
import { unParcours } from '../../fabriques.ts';

const FICHIER = 'content/parcours/bcdfghjk.yaml';

describe('la lecture d’un fichier de parcours', () => {
  it('rend le parcours, dates comprises en texte', () => {
    const parcours = unParcours({ id: 'bcdfghjk', publieLe: '2026-10-13' });
    expect(lireParcours(FICHIER, dump(parcours))).toEqual(parcours);
  });

  it('refuse un champ que le schéma ne connaît pas, en le nommant', () => {
    const contenu = dump({ ...unParcours({ id: 'bcdfghjk' }), entreprise: 'Société inventée' });
    expect(() => lireParcours(FICHIER, contenu)).toThrow(
      /bcdfghjk\.yaml : champ inconnu « entreprise »/,
    );
  });

  it('ne répète jamais la valeur d’un champ inconnu : elle peut être privée', () => {
    const contenu = dump({ ...unParcours({ id: 'bcdfghjk' }), entreprise: 'Société inventée' });
    expect(() => lireParcours(FICHIER, contenu)).not.toThrow(/Société inventée/);
  });

  it('refuse un champ manquant ou faux, en le nommant', () => {
    const contenu = dump({ ...unParcours({ id: 'bcdfghjk' }), heures: 'deux mois' });
    expect(() => lireParcours(FICHIER, contenu)).toThrow(/champ « heures »/);
  });

  it('refuse un nom de fichier qui n’est pas celui du parcours', () => {
    expect(() => lireParcours(FICHIER, dump(unParcours({ id: 'zzzzzzzz' })))).toThrow('zzzzzzzz');
  });

  it('refuse un fichier qui n’est pas du YAML', () => {
    expect(() => lireParcours(FICHIER, 'id: [')).toThrow(/n’est pas un fichier YAML lisible/);
  });
});

describe('la lecture d’un dossier', () => {
  it('arrête la construction au premier champ inconnu, en disant le fichier', async () => {
    const dossier = await mkdtemp(join(tmpdir(), 'csf-inconnu-'));
    const contenu = { ...unParcours({ id: 'bcdf2345' }), entreprise: 'Exemple et fils' };
    await writeFile(join(dossier, 'bcdf2345.yaml'), dump(contenu));
    const contexte = { store: { clear: () => undefined } } as unknown as LoaderContext;
    await expect(chargeurDeParcours({ CSF_PARCOURS: dossier }).load(contexte)).rejects.toThrow(
      /bcdf2345\.yaml : champ inconnu « entreprise »/,
    );
  });

  it('refuse un catalogue vide', async () => {
    const dossier = await mkdtemp(join(tmpdir(), 'csf-vide-'));
    await expect(lireDossier(dossier)).rejects.toThrow('Aucun parcours');
  });

  it('lit tous les fichiers, dans l’ordre des identifiants', async () => {
    const dossier = await mkdtemp(join(tmpdir(), 'csf-trois-'));
    for (const id of ['dddddddd', 'bbbbbbbb', 'cccccccc'])
      await writeFile(join(dossier, `${id}.yaml`), dump(unParcours({ id })));
    const lus = await lireDossier(dossier);
    expect(lus.map(({ id }) => id)).toEqual(['bbbbbbbb', 'cccccccc', 'dddddddd']);
  });
});
