/*
 * Banc d'import : `npm run banc:import`.
 * Importe deux exports synthétiques, de 10 000 puis 100 000 lignes, chacun dans son propre processus, et dit le
 * temps et la mémoire. La mémoire est plate si elle ne suit pas le nombre de lignes.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLES, colonne } from '../../src/outils/import/colonnes.ts';
import { contexteDeLigne } from '../../src/outils/import/contexte.ts';
import { lecteurDeDomaine } from '../../src/outils/import/domaines.ts';
import { CLE_DE_DEMONSTRATION } from '../../src/outils/import/identite.ts';
import { importer } from '../../src/outils/import/importer.ts';
import { communes } from '../../src/lieux/referentiel/communes.ts';

const TAILLES = [10_000, 100_000];
const CIBLE_SECONDES = 60;
const MO = 1024;

type Mesure = { lignes: number; secondes: number; memoireMo: number; publiees: number };

const un = <T>(liste: readonly T[], rang: number): T => liste[rang % liste.length] as T;

/* Une ligne vraisemblable : les colonnes privées sont pleines, une remarque sur dix contient une fuite. */
function ligne(rang: number): string {
  const commune = un(communes(), rang * 7919);
  const societe = `${un(['Altaïs', 'Novéo', 'Corvane', 'Quercia'], rang)} ${rang} ${un(['SAS', 'Groupe', '& Fils'], rang)}`;
  const personne = `${un(['Alix', 'Camille', 'Sacha', 'Noa'], rang)} ${un(['Martin-Fictif', 'Roux-Test'], rang + 1)}`;
  const valeurs: Record<string, string> = {
    creeLe: `${(rang % 28) + 1}/${(rang % 12) + 1}/2026`,
    entreprise: societe,
    secteur: un(['BTP', 'Services', 'Conseil'], rang),
    site: `https://www.societe${rang}.example`,
    heures: un(['150', '300h', '900 heures', '2 x 150'], rang),
    adresse: `${rang % 99} rue des Acacias, ${commune.codesPostaux[0] ?? ''} ${commune.nom}`,
    departement: commune.departement,
    domaine: un(['Accueil', 'Logistique', 'electricite'], rang),
    taches: '- Préparer une commande\n- Tenir un inventaire\n- Contrôler une livraison',
    remarque:
      rang % 10 === 0
        ? `Repas pris en charge. Appeler ${personne} au 06 12 34 56 78.`
        : 'Tenue fournie.',
    disponibilite: 'Disponible',
    mlds: personne,
    referent: personne,
    referentMail: `contact@societe${rang}.example`,
    referentTelephone: '01 23 45 67 89',
    referentFonction: 'Responsable de site',
    acheteur: un(['Rectorat exemple', 'Ville exemple'], rang),
    contactAcheteur: personne,
    contactAcheteurMail: 'achats@acheteur.example',
    objet: `Marché de fournitures, lot ${rang}`,
    objetDetaille: `Marché de fournitures, lot ${rang}, période ferme`,
    notifieLe: '2026-01-15',
    finLe: '15/02/2028',
    commentaires: `Ne pas diffuser : ${personne} ne répond plus.`,
  };
  return CLES.map((cle) => `"${(valeurs[cle] ?? '').replaceAll('"', '""')}"`).join(',');
}

async function ecrireExport(fichier: string, lignes: number): Promise<void> {
  const flux = createWriteStream(fichier);
  flux.write(`${CLES.map((cle) => `"${colonne(cle).titre}"`).join(',')}\r\n`);
  for (let rang = 0; rang < lignes; rang += 1) {
    if (!flux.write(`${ligne(rang)}\r\n`)) await once(flux, 'drain');
  }
  flux.end();
  await once(flux, 'close');
}

async function mesurerIci(fichier: string, sortie: string): Promise<Mesure> {
  const debut = performance.now();
  const bilan = await importer({
    fichier,
    sortie,
    verifier: false,
    cle: CLE_DE_DEMONSTRATION,
    domaine: lecteurDeDomaine(join(import.meta.dirname, '../../content/domaines')),
    contexte: contexteDeLigne(),
    jour: '2026-11-23',
    noter: () => undefined,
    avancer: () => undefined,
  });
  return {
    lignes: bilan.lues,
    secondes: (performance.now() - debut) / 1000,
    memoireMo: process.resourceUsage().maxRSS / MO,
    publiees: bilan.publiees,
  };
}

async function mesurer(racine: string, lignes: number): Promise<Mesure> {
  const fichier = join(racine, `export-${lignes}.csv`);
  await ecrireExport(fichier, lignes);
  const enfant = spawnSync(process.execPath, [
    import.meta.filename,
    fichier,
    join(racine, `parcours-${lignes}`),
  ]);
  if (enfant.status !== 0) throw new Error(enfant.stderr.toString());
  return JSON.parse(enfant.stdout.toString()) as Mesure;
}

function rapport(mesures: readonly Mesure[]): string {
  const nombre = (valeur: number, decimales = 0) =>
    valeur.toLocaleString('fr-FR', { maximumFractionDigits: decimales });
  return [
    "# Banc d'import",
    '',
    'Lancé par `npm run banc:import` : exports synthétiques, colonnes privées pleines, une fuite à retirer toutes',
    `les dix lignes. Cible : 100 000 lignes en moins de ${CIBLE_SECONDES} s, mémoire plate.`,
    '',
    '| lignes | publiées | secondes | lignes par seconde | mémoire maximale (Mo) |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...mesures.map(
      ({ lignes, publiees, secondes, memoireMo }) =>
        `| ${nombre(lignes)} | ${nombre(publiees)} | ${nombre(secondes, 1)} | ${nombre(lignes / secondes)} | ${nombre(memoireMo)} |`,
    ),
    '',
  ].join('\n');
}

async function banc(): Promise<void> {
  const racine = await mkdtemp(join(tmpdir(), 'banc-import-'));
  try {
    const mesures: Mesure[] = [];
    for (const lignes of TAILLES) mesures.push(await mesurer(racine, lignes));
    const texte = rapport(mesures);
    const dossier = join(import.meta.dirname, 'rapports');
    mkdirSync(dossier, { recursive: true });
    writeFileSync(join(dossier, 'import.md'), texte);
    console.log(texte);
    if (mesures.some(({ secondes }) => secondes > CIBLE_SECONDES)) process.exitCode = 1;
  } finally {
    await rm(racine, { recursive: true, force: true });
  }
}

const [fichier, sortie] = process.argv.slice(2);
if (fichier !== undefined && sortie !== undefined) {
  console.log(JSON.stringify(await mesurerIci(fichier, sortie)));
} else {
  await banc();
}
