import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import lighthouse, { type Result } from 'lighthouse';
import { dirname } from 'node:path';
import { demarrer } from '../../src/outils/serveur/serveur.ts';
import { preparer } from '../e2e/sites.ts';
import { lancerNavigateur } from '../e2e/navigateur.ts';
import { TYPES_DE_PAGE } from '../e2e/pages.ts';

const RAPPORT = 'tests/banc/rapports/lighthouse.md';
/** `npm run banc:lighthouse -- 3` : nombre de passages par page, dont on garde le médian. */
const PASSAGES = Number(process.argv[2] ?? 1);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

type Mesure = { nom: string; notes: number[]; chiffres: string[]; defauts: string[] };

/** Un port libre : Lighthouse parle au navigateur par le réseau local. */
function portLibre(): Promise<number> {
  return new Promise((reussir) => {
    const prise = createServer().listen(0, '127.0.0.1', () => {
      const { port } = prise.address() as AddressInfo;
      prise.close(() => {
        reussir(port);
      });
    });
  });
}

function lire(nom: string, { categories, audits }: Result): Mesure {
  const defauts = CATEGORIES.flatMap((categorie) =>
    (categories[categorie]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(
        ({ id }) => `${audits[id]?.title ?? id} (${audits[id]?.displayValue ?? audits[id]?.score})`,
      ),
  );
  const chiffres = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
  ].map((id) => audits[id]?.displayValue ?? '?');
  const notes = CATEGORIES.map((categorie) =>
    Math.round((categories[categorie]?.score ?? 0) * 100),
  );
  return { nom, notes, chiffres, defauts };
}

function rapport(mesures: Mesure[]): string {
  const lignes = mesures.map(({ nom, notes, chiffres }) =>
    ['', nom, notes.join(' / '), ...chiffres, ''].join(' | ').trim(),
  );
  const defauts = mesures.flatMap((mesure) =>
    mesure.defauts.map((defaut) => `- ${mesure.nom} : ${defaut}`),
  );
  return [
    '# Lighthouse',
    '',
    `Téléphone simulé, site tel que publié (SITE_OFFICIEL=1), le ${new Date().toLocaleDateString('fr-FR', { dateStyle: 'long' })}. Commande : \`npm run banc:lighthouse\`.`,
    '',
    '| page | performance / accessibilité / bonnes pratiques / référencement | premier affichage | plus grand élément | blocage |',
    '| --- | --- | --- | --- | --- |',
    ...lignes,
    '',
    ...(defauts.length > 0 ? ['Ce qui n’est pas à 100 :', '', ...defauts, ''] : []),
  ].join('\n');
}

/** Le passage médian : une machine occupée fausse un passage, rarement la moitié. */
async function mesurer(nom: string, adresse: string, port: number): Promise<Mesure> {
  const passages: Mesure[] = [];
  while (passages.length < PASSAGES) {
    const resultat = await lighthouse(adresse, {
      port,
      logLevel: 'error',
      onlyCategories: CATEGORIES,
    });
    if (!resultat) throw new Error(`Lighthouse n’a rien rendu pour ${adresse}`);
    passages.push(lire(nom, resultat.lhr));
  }
  passages.sort((a, b) => (b.notes[0] ?? 0) - (a.notes[0] ?? 0));
  const mediane = passages[Math.floor(passages.length / 2)];
  if (!mediane) throw new Error('Aucun passage demandé.');
  return mediane;
}

const site = await demarrer({ dossier: await preparer('officiel'), port: 0 });
const port = await portLibre();
const navigateur = await lancerNavigateur([`--remote-debugging-port=${port}`]);
try {
  const mesures: Mesure[] = [];
  for (const [nom, adresse] of Object.entries(TYPES_DE_PAGE)) {
    if (nom === 'introuvable') continue;
    const mesure = await mesurer(nom, site.url + adresse, port);
    mesures.push(mesure);
    console.log(`${nom} : ${mesure.notes.join(' / ')}`);
  }
  await mkdir(dirname(RAPPORT), { recursive: true });
  await writeFile(RAPPORT, rapport(mesures));
  console.log(`Rapport : ${RAPPORT}`);
} finally {
  await navigateur.close();
  await site.fermer();
}
