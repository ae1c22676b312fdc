import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type Fonction } from '../../src/formulaire/regles/routes.ts';
import { demarrerUneFonction } from './une-fonction.ts';

const PROJET = resolve('.');
const FONCTIONS = Object.keys(ROUTES).sort() as Fonction[];
const REFERENCE = 'abcdefghijklmnopqrst';

type Deployee = {
  metadonnees: { entrypoint_path: string; import_map_path: string; verify_jwt: boolean };
  fichiers: Map<string, Uint8Array>;
};

/** L'API de gestion de Supabase, imitée : elle note ce que le client envoie. La base et le courriel, par-dessus. */
class Hebergeur {
  readonly deployees = new Map<string, Deployee>();
  readonly courriels: { subject: string; html: string }[] = [];
  #aEnvoyer: object[] = [];
  readonly #serveur: Server = createServer((requete, reponse) => {
    const morceaux: Buffer[] = [];
    requete.on('data', (morceau: Buffer) => morceaux.push(morceau));
    requete.on('end', () => {
      void this.#repondre(
        requete.method ?? '',
        new URL(requete.url ?? '', this.url),
        requete.headers['content-type'] ?? '',
        new Uint8Array(Buffer.concat(morceaux)),
      ).then(({ statut, corps }) => {
        reponse.writeHead(statut, { 'Content-Type': 'application/json' });
        reponse.end(JSON.stringify(corps));
      });
    });
  });

  ouvrir = () =>
    new Promise<void>((ouvert) => this.#serveur.listen(0, '127.0.0.1', () => ouvert()));
  fermer = () =>
    new Promise<void>((ferme) => {
      this.#serveur.close(() => ferme());
      this.#serveur.closeAllConnections();
    });

  get url(): string {
    return `http://127.0.0.1:${(this.#serveur.address() as AddressInfo).port}`;
  }

  /** Un courriel que la base donnera à envoyer, une fois. */
  aEnvoyer(courriel: object): void {
    this.#aEnvoyer.push(courriel);
  }

  async #repondre(
    methode: string,
    { pathname, searchParams }: URL,
    type: string,
    octets: Uint8Array<ArrayBuffer>,
  ) {
    const slug = searchParams.get('slug') ?? '';
    if (methode === 'POST' && pathname === `/v1/projects/${REFERENCE}/functions/deploy`) {
      const formulaire = await new Response(octets, {
        headers: { 'Content-Type': type },
      }).formData();
      const fichiers = new Map<string, Uint8Array>();
      for (const fichier of formulaire.getAll('file'))
        if (fichier instanceof File)
          fichiers.set(fichier.name, new Uint8Array(await fichier.arrayBuffer()));
      const metadonnees = JSON.parse(
        formulaire.get('metadata') as string,
      ) as Deployee['metadonnees'];
      this.deployees.set(slug, { metadonnees, fichiers });
      const recue = { ...metadonnees, id: slug, slug, name: slug, status: 'ACTIVE', version: 1 };
      return { statut: 201, corps: { ...recue, import_map: true, created_at: 0, updated_at: 0 } };
    }
    if (methode === 'PUT') return { statut: 200, corps: [] };
    if (pathname === '/rest/v1/rpc/courriels_prendre')
      return { statut: 200, corps: this.#aEnvoyer.splice(0) };
    if (pathname === '/rest/v1/rpc/courriel_envoye') return { statut: 200, corps: null };
    if (pathname === '/emails') {
      const courriel = JSON.parse(new TextDecoder().decode(octets)) as (typeof this.courriels)[0];
      this.courriels.push(courriel);
      return { statut: 200, corps: { id: randomUUID() } };
    }
    return { statut: 404, corps: { message: 'Inconnu' } };
  }
}

const hebergeur = new Hebergeur();
let dossier: string;

/** Le client officiel n'est au verrou que pour Linux sur x64, la machine de l'intégration continue : là, il est exigé. */
const A_LE_CLIENT = process.platform === 'linux' && process.arch === 'x64';
const CLIENT = join(PROJET, 'node_modules/@supabase/cli-linux-x64/bin/supabase');

/** Lance le client officiel, comme docs/service.md le dit, contre l'API imitée. */
async function deployer(): Promise<string> {
  const profil = join(dossier, 'profil.yaml');
  const { url } = hebergeur;
  await writeFile(
    profil,
    `name: essai\napi_url: ${url}\ndashboard_url: ${url}\ndocs_url: ${url}\nproject_host: 127.0.0.1\n`,
  );
  const { stdout, stderr } = await promisify(execFile)(
    CLIENT,
    [
      ...['--profile', profil, 'functions', 'deploy', '--use-api'],
      ...[`--remote=${REFERENCE}`, '--yes'],
    ],
    {
      env: {
        ...process.env,
        HOME: dossier,
        SUPABASE_ACCESS_TOKEN: `sbp_${'0'.repeat(40)}`,
        DO_NOT_TRACK: '1',
      },
    },
  );
  return stdout + stderr;
}

/** Écrit les fichiers envoyés, et rien d'autre, dans un dossier vide où seules les bibliothèques sont là. */
async function poser(nom: Fonction): Promise<{ racine: string; entree: string }> {
  const deployee = hebergeur.deployees.get(nom);
  if (!deployee) throw new Error(`${nom} n’a pas été déployée.`);
  const { metadonnees, fichiers } = deployee;
  const racine = join(dossier, nom);
  for (const [chemin, octets] of fichiers) {
    const cible = join(racine, chemin);
    expect(relative(racine, cible)).not.toMatch(/^\.\./);
    await mkdir(dirname(cible), { recursive: true });
    await writeFile(cible, octets);
  }
  // Hors ligne, `npm:zod@4.6.7` se lit dans les bibliothèques du poste, dont les versions sont les mêmes.
  await symlink(join(PROJET, 'node_modules'), join(racine, 'node_modules'));
  return { racine, entree: metadonnees.entrypoint_path };
}

const demarrer = ({ racine, entree }: { racine: string; entree: string }) =>
  demarrerUneFonction(racine, entree, [], {
    SUPABASE_URL: hebergeur.url,
    RESEND_BASE_URL: hebergeur.url,
  });

beforeAll(async () => {
  if (!A_LE_CLIENT) return;
  dossier = await mkdtemp(join(tmpdir(), 'csf-deploiement-'));
  await hebergeur.ouvrir();
  const dit = await deployer();
  expect(dit).toContain(FONCTIONS.join(', '));
});
afterAll(async () => {
  if (!A_LE_CLIENT) return;
  await hebergeur.fermer();
  await rm(dossier, { recursive: true, force: true });
});

describe.runIf(A_LE_CLIENT)('le déploiement par le client de Supabase', () => {
  it('envoie les cinq fonctions, sans compte exigé, chacune avec ses réglages', () => {
    expect([...hebergeur.deployees.keys()].sort()).toEqual(FONCTIONS);
    for (const [nom, { metadonnees, fichiers }] of hebergeur.deployees) {
      expect(metadonnees).toMatchObject({
        entrypoint_path: `supabase/functions/${nom}/index.ts`,
        import_map_path: `supabase/functions/${nom}/deno.json`,
        verify_jwt: false,
      });
      expect([...fichiers.keys()]).toEqual(
        expect.arrayContaining(
          Object.values(metadonnees).filter((valeur) => /\.(ts|json)$/.test(String(valeur))),
        ),
      );
    }
  });

  it('n’envoie rien d’autre que des règles, le code commun et la fonction', () => {
    for (const [nom, { fichiers }] of hebergeur.deployees)
      for (const chemin of fichiers.keys())
        expect(chemin).toMatch(
          new RegExp(`^(supabase/functions/(_shared|${nom})/|src/(socle|[a-z]+/regles)/)`),
        );
  });

  it.each(FONCTIONS)('%s démarre avec les seuls fichiers envoyés, et répond', async (nom) => {
    const fonction = await demarrer(await poser(nom));
    try {
      const demander = async (route: string, method = 'GET') => {
        const reponse = await fetch(`${fonction.url}/${nom}/${route}`, { method });
        return { statut: reponse.status, corps: (await reponse.json()) as object };
      };
      for (const route of ROUTES[nom])
        expect((await demander(route, 'DELETE')).statut, route).toBe(
          nom === 'taches' && route !== 'sante' ? 401 : 405,
        );
      if (nom !== 'taches')
        expect(await demander('defi')).toMatchObject({ statut: 200, corps: { parameters: {} } });
      expect((await demander('inconnue')).statut).toBe(nom === 'taches' ? 401 : 404);
    } finally {
      await fonction.fermer();
    }
  });

  it('sait écrire un courriel, que rien ne charge au démarrage', async () => {
    hebergeur.aEnvoyer({
      id: randomUUID(),
      gabarit: 'message-recu',
      destinataire: 'alix@lycee.example',
      donnees: {
        reference: 'M-bcdfgh',
        role: 'tuteur',
        sujet: 'question',
        parcoursId: null,
        nom: 'Alix Exemple',
        courriel: 'alix@lycee.example',
      },
      essais: 0,
      cree_le: '2027-01-12T10:00:00Z',
    });
    const fonction = await demarrer({
      racine: join(dossier, 'taches'),
      entree: 'supabase/functions/taches/index.ts',
    });
    try {
      const reponse = await fetch(`${fonction.url}/taches/envoyer-courriels`, {
        method: 'POST',
        headers: { Authorization: 'Bearer taches' },
      });
      expect(await reponse.json()).toEqual({ statut: 'fait', tentes: 1 });
      expect(hebergeur.courriels).toHaveLength(1);
      expect(hebergeur.courriels[0]?.html).toContain('M-bcdfgh');
    } finally {
      await fonction.fermer();
    }
  });
});
