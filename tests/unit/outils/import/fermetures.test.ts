import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Options } from '../../../../src/outils/import/importer.ts';
import { Atelier, enCsv, uneLigne } from './un-export.ts';

let atelier: Atelier;
beforeEach(() => {
  atelier = new Atelier();
});
afterEach(() => {
  atelier.nettoyer();
});

const desLignes = (nombre: number, champs: Parameters<typeof uneLigne>[0] = {}) =>
  Array.from({ length: nombre }, (_, rang) =>
    uneLigne({ objet: `Fourniture numéro ${rang}`, ...champs }),
  );
const importer = (lignes: Parameters<typeof enCsv>[0], options: Partial<Options> = {}) =>
  atelier.importer(enCsv(lignes), options);
const refus = async (contenu: string, options: Partial<Options> = {}) => {
  const erreur: unknown = await atelier
    .importer(contenu, options)
    .catch((raison: unknown) => raison);
  expect(erreur).toMatchObject({ name: 'ErreurImport' });
  return (erreur as Error).message;
};
const ouverts = () =>
  [...atelier.fichiers().values()].filter((texte) => !/^disponibilite: termine$/m.test(texte));

describe('un import qui fermerait beaucoup de parcours', () => {
  it('s’arrête avant d’écrire quoi que ce soit, et dit combien et lesquels', async () => {
    const { parcours, fichiers } = await importer(desLignes(20));
    const corrigee = desLignes(1, { heures: '150' });
    const message = await refus(enCsv(corrigee));
    expect(message).toContain('fermerait 19 des 20 parcours publiés');
    expect(message).toContain('--fermer 19');
    const nommes = parcours.filter(({ id }) => message.includes(id));
    expect(nommes).toHaveLength(19);
    expect(atelier.fichiers()).toEqual(fichiers);
  });

  it('n’envoie rien non plus à la base', async () => {
    await importer(desLignes(20));
    const envoi = {
      ajouter: () => Promise.reject(new Error('envoyé')),
      finir: () => Promise.reject(new Error('fini')),
    };
    expect(await refus(enCsv(desLignes(1)), { envoi })).toContain('--fermer 19');
  });

  it('passe avec le nombre exact, et lui seul', async () => {
    await importer(desLignes(20));
    const reste = desLignes(10);
    for (const fermer of [9, 11, 20]) {
      const message = await refus(enCsv(reste), { fermer });
      expect(message).toContain(`--fermer ${fermer}`);
      expect(message).toContain('fermerait 10 des 20');
    }
    expect(ouverts()).toHaveLength(20);
    const { bilan } = await importer(reste, { fermer: 10 });
    expect(bilan.clos).toBe(10);
    expect(ouverts()).toHaveLength(10);
  });

  it('ne demande rien jusqu’à un parcours sur dix ; les terminés ne comptent pas', async () => {
    await importer([
      ...desLignes(20),
      ...desLignes(40, { entreprise: 'Autre SAS', disponibilite: 'Terminé' }),
    ]);
    expect((await importer(desLignes(18))).bilan.clos).toBe(2);
    expect(await refus(enCsv(desLignes(16)))).toContain('fermerait 2 des 18 parcours publiés');
  });

  it('refuse un accord qui ne correspond plus à rien', async () => {
    await importer(desLignes(20));
    expect(await refus(enCsv(desLignes(20)), { fermer: 3 })).toContain(
      'ne fermerait aucun parcours',
    );
  });

  it('ne compte pas ce qui est mis de côté, ni un second parcours du même marché', async () => {
    const lignes = [...desLignes(3), ...desLignes(3, { heures: '150' })];
    await importer(lignes);
    expect((await importer(lignes)).bilan).toMatchObject({ clos: 0, fichiersChanges: 0 });
    const autre = uneLigne({ entreprise: 'Autre SAS' });
    await importer([...lignes, autre]);
    const deCote = await importer([...lignes, { ...autre, taches: '' }]);
    expect(deCote.bilan).toMatchObject({ clos: 0, ecartees: 1 });
  });

  it('le dit en vérification, sans rien écrire et sans s’arrêter', async () => {
    const { fichiers } = await importer(desLignes(20));
    const { bilan, remarques } = await importer(desLignes(1), { verifier: true });
    expect(bilan).toMatchObject({ clos: 19, accordRequis: true });
    expect(remarques.filter(({ statut }) => statut === 'clos')).toHaveLength(19);
    expect(atelier.fichiers()).toEqual(fichiers);
    expect((await importer(desLignes(19), { verifier: true })).bilan).toMatchObject({
      clos: 1,
      accordRequis: false,
    });
  });
});

describe('un fichier qui n’est pas entier', () => {
  it('raccourci pendant sa lecture, ne ferme rien', async () => {
    const lignes = desLignes(400);
    await importer(lignes);
    const fichier = join(atelier.dossier, 'export.csv');
    const message = await refus(enCsv(lignes), {
      avancer: (fait) => {
        if (fait === 1) truncateSync(fichier, Buffer.byteLength(enCsv(lignes.slice(0, 200))));
      },
    });
    expect(message).toContain('a changé pendant sa lecture');
    expect(ouverts()).toHaveLength(400);
  });

  it('illisible au milieu de sa lecture, ne ferme rien', async () => {
    const lignes = desLignes(400);
    await importer(lignes);
    const fichier = join(atelier.dossier, 'export.csv');
    const lecture = atelier.importer(enCsv(lignes), {
      avancer: (fait) => {
        if (fait === 1) throw Object.assign(new Error(fichier), { code: 'EIO' });
      },
    });
    await expect(lecture).rejects.toMatchObject({ code: 'EIO' });
    expect(ouverts()).toHaveLength(400);
  });

  it.each([
    ['dans une colonne facultative', 29],
    ['dans une colonne requise', 8],
  ])('coupé %s, ne ferme rien et le dit', async (_ou, cellules) => {
    await importer(desLignes(40));
    const coupe = enCsv(desLignes(38))
      .split('","')
      .slice(0, -(31 - cellules))
      .join('","');
    const { bilan, remarques } = await atelier.importer(`${coupe}"`, { fermer: undefined });
    expect(bilan.clos).toBe(0);
    expect(ouverts()).toHaveLength(40);
    expect(remarques.map(({ motif }) => motif).join(' ')).toContain('coupé');
  });
});
