import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { ErreurDeCommande, type Commande } from './commande.ts';

/** La seule façon de lancer une commande : `node src/outils/lancer.ts <nom> [options]`. */
async function lireCommande(nom: string): Promise<Commande> {
  const noms = globSync('*/commande.ts', { cwd: import.meta.dirname }).map(dirname);
  if (!noms.includes(nom))
    throw new ErreurDeCommande(
      `Aucune commande « ${nom} ». Il y a : ${noms.sort().join(', ')}. npm run les nomme toutes.`,
    );
  const { commande } = (await import(`./${nom}/commande.ts`)) as { commande: Commande };
  return commande;
}

/** `parseArgs` lève un TypeError qui porte un code pour une option inconnue ou incomplète. */
const estUneFauteDOption = (erreur: unknown): erreur is TypeError & { code: string } =>
  erreur instanceof TypeError && 'code' in erreur && String(erreur.code).startsWith('ERR_PARSE');

async function lancer(nom: string, args: string[]): Promise<number> {
  const { usage, executer } = await lireCommande(nom);
  if (args.includes('--aide')) {
    console.log(usage);
    return 0;
  }
  try {
    const code = await executer(args);
    return typeof code === 'number' ? code : 0;
  } catch (erreur) {
    if (!estUneFauteDOption(erreur)) throw erreur;
    throw new ErreurDeCommande(`Option inconnue ou incomplète.\n${usage}`);
  }
}

const [nom = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await lancer(nom, args);
} catch (erreur) {
  if (!(erreur instanceof ErreurDeCommande)) throw erreur;
  console.error(erreur.message);
  process.exitCode = 1;
}
