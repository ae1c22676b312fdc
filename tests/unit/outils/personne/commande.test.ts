import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repondreAUnePersonne } from '../../../../src/outils/personne/commande.ts';
import { PARTIES } from '../../../../src/outils/personne/parties.ts';
import { DE_PERSONNE } from '../../../base/colonnes.ts';

const ALIX = 'alix@lycee.example';
const TENU = {
  adresse: ALIX,
  tables: { demandes: [{ reference: 'D-bcdfgh', courriel: ALIX }], messages: [{ courriel: ALIX }] },
};
const EFFACEE = {
  statut: 'effacee',
  demandesRetirees: ['D-bcdfgh'],
  declarationsCloses: [],
  aConfier: [{ parcoursId: 'bcdfghj2', role: 'entreprise-1', enCours: ['D-bcdfgj'] }],
  reste: ['parcours'],
};

/** Une base qui retient ce qu'on lui demande, et une personne au clavier. */
function dehors(tapee = '', tenu: object = TENU, effacee: object = EFFACEE) {
  const appels: string[] = [];
  const recus: Record<string, unknown>[] = [];
  return {
    appels,
    recus,
    appeler: (nom: string, parametres: Record<string, unknown>) => {
      appels.push(nom);
      recus.push(parametres);
      return Promise.resolve(nom === 'personne_exporter' ? tenu : effacee);
    },
    demander: () => Promise.resolve(tapee),
  };
}

let dossier: string;
beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'personne-'));
});
afterAll(() => rm(dossier, { recursive: true }));

describe('exporter une personne', () => {
  it('rend un JSON où chaque partie dit ce qu’elle est et sa durée, et l’envoie à la personne', async () => {
    const base = dehors();
    const texte = await repondreAUnePersonne(['exporter', ALIX], base);
    expect(JSON.parse(texte)).toMatchObject({
      adresse: ALIX,
      parties: [
        {
          nom: 'demandes',
          ceQueCest: expect.stringContaining('demandes') as string,
          gardeJusqua: expect.stringContaining('12 mois') as string,
          lignes: TENU.tables.demandes,
        },
        { nom: 'messages' },
      ],
    });
    expect(base.appels).toEqual(['personne_exporter', 'personne_repondre']);
    expect(base.recus[1]).toMatchObject({ p_courriel: ALIX, p_fichier: texte });
  });

  it('écrit le fichier demandé, et peut n’écrire à personne', async () => {
    const [base, sortie] = [dehors(), join(dossier, 'alix.json')];
    const dit = await repondreAUnePersonne(
      ['exporter', ALIX, '--sortie', sortie, '--sans-courriel'],
      base,
    );
    expect(dit).toContain('demandes : 1, messages : 1');
    expect(JSON.parse(await readFile(sortie, 'utf8'))).toMatchObject({ adresse: ALIX });
    expect(base.appels).toEqual(['personne_exporter']);
  });

  it('connaît chaque table qui peut citer une adresse', () => {
    const tables = DE_PERSONNE.map((nom) => nom.split('.')[0]).filter((nom) => nom !== 'compteurs');
    expect(Object.keys(PARTIES)).toEqual([...new Set(tables)]);
  });
});

describe('effacer une personne', () => {
  it('attend que l’adresse soit retapée, à la casse et aux espaces près', async () => {
    const refuse = dehors('alix');
    await expect(repondreAUnePersonne(['effacer', ALIX], refuse)).rejects.toThrow(
      'Rien n’a été effacé',
    );
    expect(refuse.appels).toEqual(['personne_exporter']);
    const accepte = dehors(` ${ALIX.toUpperCase()} `);
    await repondreAUnePersonne(['effacer', ALIX], accepte);
    expect(accepte.appels).toEqual(['personne_exporter', 'personne_effacer']);
  });

  it('avec --oui, ne demande rien, et dit ce que l’équipe doit encore faire', async () => {
    const dit = await repondreAUnePersonne(['effacer', ALIX, '--oui'], dehors());
    expect(dit).toContain('D-bcdfgh');
    expect(dit).toContain('entreprise-1 du parcours bcdfghj2 (en cours : D-bcdfgj)');
    expect(dit).toContain('encore citée dans : parcours');
  });

  it('dit quel accueil terminer d’abord', async () => {
    const refuse = { statut: 'accueil-en-cours', references: ['D-bcdfgh'] };
    await expect(
      repondreAUnePersonne(['effacer', ALIX, '--oui'], dehors('', TENU, refuse)),
    ).rejects.toThrow(/D-bcdfgh.*Rien n’a été effacé/);
  });

  it('ne fait rien d’une adresse inconnue, ni d’une commande mal tapée', async () => {
    const base = dehors('', { adresse: ALIX, tables: {} });
    await expect(repondreAUnePersonne(['effacer', ALIX, '--oui'], base)).rejects.toThrow(
      'ne tient rien',
    );
    expect(base.appels).toEqual(['personne_exporter']);
    for (const args of [
      ['effacer'],
      ['effacer', 'alix'],
      ['oublier', ALIX],
      ['exporter', ALIX, 'x'],
    ])
      await expect(repondreAUnePersonne(args, dehors())).rejects.toThrow('Usage');
  });
});
