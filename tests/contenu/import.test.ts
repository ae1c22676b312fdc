import { spawnSync } from 'node:child_process';
import {
  cpSync,
  createReadStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { reperer } from '../../src/socle/coordonnees.ts';
import { normaliser } from '../../src/socle/texte.ts';
import { ErreurDeCommande } from '../../src/outils/commande.ts';
import { COLONNES } from '../../src/outils/import/colonnes.ts';
import { commande } from '../../src/outils/import/commande.ts';

const RACINE = join(import.meta.dirname, '../..');
const EXPORT = join(RACINE, 'tests/donnees/export-airtable.csv');
const PUBLIES = join(RACINE, 'content/parcours');

let travail = '';
beforeAll(() => {
  travail = mkdtempSync(join(tmpdir(), 'contenu-'));
});
afterAll(() => {
  rmSync(travail, { recursive: true, force: true });
});

type Lancement = { code: number | null; sortie: string; erreurs: string };

/** Lance la vraie commande comme on la tape, sans clé dans l'environnement. */
function taper(...args: string[]): Lancement {
  const environnement: NodeJS.ProcessEnv = { ...process.env, CSF_CLE_IDENTIFIANTS: undefined };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(RACINE, 'src/outils/lancer.ts'), 'import', ...args],
    { env: environnement, encoding: 'utf8' },
  );
  return { code: status, sortie: stdout, erreurs: stderr };
}

/** La même sans repasser par un processus neuf, qui coûte plus que l'import ; la clé de démonstration. */
function lancer(...args: string[]) {
  return lancerAvecCle(undefined, ...args);
}

/** La même avec cette clé dans l'environnement, ou sans variable du tout. */
async function lancerAvecCle(cle: string | undefined, ...args: string[]): Promise<Lancement> {
  vi.stubEnv('CSF_CLE_IDENTIFIANTS', cle);
  const ecran = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const faute = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const dit = ({ mock }: { mock: { calls: unknown[][] } }) => mock.calls.flat().join('\n');
  try {
    const code = Number(await commande.executer(args));
    return { code, sortie: dit(ecran), erreurs: dit(faute) };
  } catch (erreur) {
    // Toute autre erreur montrerait sa pile à qui tape la commande.
    if (!(erreur instanceof ErreurDeCommande)) throw erreur;
    return { code: 1, sortie: dit(ecran), erreurs: [dit(faute), erreur.message].join('\n') };
  } finally {
    ecran.mockRestore();
    faute.mockRestore();
    vi.unstubAllEnvs();
  }
}

function fichiersDe(dossier: string): Record<string, string> {
  const noms = readdirSync(dossier).filter((nom) => nom.endsWith('.yaml'));
  return Object.fromEntries(noms.map((nom) => [nom, readFileSync(join(dossier, nom), 'utf8')]));
}

async function lignesDeLExport(): Promise<Record<string, string>[]> {
  const lignes: Record<string, string>[] = [];
  const analyse = createReadStream(EXPORT).pipe(parse({ bom: true, columns: true }));
  for await (const ligne of analyse as AsyncIterable<Record<string, string>>) lignes.push(ligne);
  return lignes;
}

describe('les parcours publiés', () => {
  it('sont exactement ce que la commande fait de l’export', () => {
    const sortie = join(travail, 'parcours');
    const rapport = join(travail, 'rapport.csv');
    const { code, sortie: ecran } = taper(EXPORT, '--sortie', sortie, '--rapport', rapport);
    expect(code).toBe(2);
    expect(fichiersDe(sortie)).toEqual(fichiersDe(PUBLIES));
    const second = taper(EXPORT, '--sortie', sortie);
    expect(second.sortie).toMatch(/fichiers écrits +0/);
    expect(ecran).toMatch(/lignes lues +139/);
    expect(ecran).toMatch(/mises de côté +1/);
  });

  it('ne contiennent aucune valeur privée d’aucune ligne, ni le rapport, ni l’écran', async () => {
    const rapport = join(travail, 'rapport.csv');
    const { sortie: ecran, erreurs } = taper(EXPORT, '--verifier', '--rapport', rapport);
    const textes = [
      ...Object.values(fichiersDe(PUBLIES)),
      readFileSync(rapport, 'utf8'),
      ecran,
      erreurs,
    ];
    const publie = ` ${textes.map(normaliser).join(' ')} `;
    const privees = [
      COLONNES.entreprise,
      COLONNES.site,
      COLONNES.adresse,
      COLONNES.fiche,
      COLONNES.mlds,
      COLONNES.jeune,
      COLONNES.suivi,
      COLONNES.referent,
      COLONNES.referentMail,
      COLONNES.referentTelephone,
      COLONNES.referentFonction,
      COLONNES.referent2,
      COLONNES.referent2Mail,
      COLONNES.referent2Telephone,
      COLONNES.referent2Fonction,
      COLONNES.acheteur,
      COLONNES.contactAcheteur,
      COLONNES.contactAcheteurMail,
      COLONNES.contactAcheteurTelephone,
      COLONNES.objet,
      COLONNES.objetDetaille,
      COLONNES.commentaires,
    ];
    const lues = new Set<string>();
    for (const ligne of await lignesDeLExport()) {
      for (const { titre } of privees) lues.add(normaliser(ligne[titre] ?? ''));
    }
    lues.delete('');
    expect(lues.size).toBeGreaterThan(900);
    expect([...lues].filter((valeur) => publie.includes(` ${valeur} `))).toEqual([]);
  });

  it('ne contiennent ni coordonnée ni adresse', () => {
    const suspects = Object.entries(fichiersDe(PUBLIES)).filter(
      // Les dates et codes ont leur propre forme ; seules les phrases sont du texte libre.
      ([, texte]) =>
        reperer(texte.replace(/^\w+: '?[\d-]+'?$|^(?:id|commune): .*$/gm, '')).length > 0,
    );
    expect(suspects).toEqual([]);
  });
});

describe('la commande', () => {
  it.each([
    [[], 'Il faut un fichier'],
    [['absent.csv'], 'Fichier introuvable'],
    [[EXPORT, '--inconnue'], 'Option inconnue'],
    [[EXPORT, 'autre.csv'], 'un seul'],
    [['package.json'], 'Colonnes introuvables'],
    [[EXPORT, '--fermer', 'beaucoup'], 'le nombre exact'],
  ])('refuse %j avec une explication', async (args, message) => {
    const { code, erreurs } = await lancer(...args);
    expect(code).toBe(1);
    expect(erreurs).toContain(message);
    expect(erreurs).not.toContain('    at ');
  });

  it('tapée, dit son refus sans montrer de pile', () => {
    const { code, erreurs } = taper('absent.csv');
    expect(code).toBe(1);
    expect(erreurs).toMatch(/^Fichier introuvable : absent\.csv\n$/);
  });

  it.each([undefined, '', ' '])(
    'avertit que la clé est celle de démonstration (%j)',
    async (cle) => {
      const { code, sortie } = await lancerAvecCle(cle, EXPORT, '--verifier');
      expect(code).toBe(2);
      expect(sortie).toMatch(
        /^Clé de démonstration : .*posez CSF_CLE_IDENTIFIANTS avant de publier/m,
      );
    },
  );

  it('ne parle pas de la clé quand elle est posée, et ne la montre jamais', async () => {
    const { code, sortie, erreurs } = await lancerAvecCle(
      'cle-de-test-inventee',
      EXPORT,
      '--verifier',
    );
    expect(code).toBe(2);
    expect(sortie).not.toContain('Clé de démonstration');
    expect(sortie + erreurs).not.toContain('cle-de-test-inventee');
  });

  it('n’écrit aucun parcours en vérification', async () => {
    const sortie = join(travail, 'rien');
    expect((await lancer(EXPORT, '--verifier', '--sortie', sortie)).code).toBe(2);
    expect(readdirSync(travail)).not.toContain('rien');
  });

  it('d’un export d’une ligne ne ferme rien sans le nombre exact, et nomme ce qui serait fermé', async () => {
    const proteger = (valeur: string) => `"${valeur.replaceAll('"', '""')}"`;
    const [ligne = {}] = await lignesDeLExport();
    const seule = join(travail, 'une-ligne.csv');
    writeFileSync(
      seule,
      [Object.keys(ligne), Object.values(ligne)]
        .map((cellules) => cellules.map(proteger).join(','))
        .join('\n'),
    );
    const sortie = join(travail, 'copie');
    const rapport = join(travail, 'fermetures.csv');
    cpSync(PUBLIES, sortie, { recursive: true });
    const avant = fichiersDe(sortie);
    const ouverts = Object.entries(avant)
      .filter(([, texte]) => !/^disponibilite: termine$/m.test(texte))
      .map(([nom]) => nom.replace('.yaml', ''));
    const refus = await lancer(seule, '--sortie', sortie, '--rapport', rapport);
    expect(refus.code).toBe(1);
    expect(fichiersDe(sortie)).toEqual(avant);
    const nombre = /fermerait (\d+) des/.exec(refus.erreurs)?.[1] ?? '';
    const nommes = ouverts.filter((id) => refus.erreurs.includes(id));
    expect(nommes.map((id) => readFileSync(rapport, 'utf8').includes(id))).not.toContain(false);
    expect(nommes).toHaveLength(Number(nombre));
    expect(nommes.length).toBeGreaterThan(100);
    const verification = await lancer(seule, '--sortie', sortie, '--verifier');
    expect(verification.sortie).toContain(`il s’arrêtera sans --fermer ${nombre}`);
    expect(fichiersDe(sortie)).toEqual(avant);
    expect((await lancer(seule, '--sortie', sortie, '--fermer', '12')).code).toBe(1);
    expect((await lancer(seule, '--sortie', sortie, '--fermer', nombre)).code).toBe(0);
  });
});
