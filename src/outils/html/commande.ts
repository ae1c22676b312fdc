import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ErreurDeCommande, type Commande } from '../commande.ts';
import { rendreCompte } from './rapport.ts';
import { verifierLeHtml } from './verifier.ts';

const USAGE = `Usage : npm run html:verifier [-- <dossier>…]
Vérifie que chaque page du site construit (dist) est écrite en HTML valide, comme le demande le critère 8.2 du RGAA.
Plusieurs dossiers se donnent à la suite. Il faut Java 17 ou plus récent.`;

/** Rend le code de sortie : 0 aucune erreur, 1 des erreurs à corriger. */
async function executer(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const dossiers = positionals.length > 0 ? positionals : ['dist'];
  const pages = dossiers.map((dossier) => globSync('**/*.html', { cwd: dossier }).length);
  const vide = dossiers.find((_, rang) => pages[rang] === 0);
  if (vide !== undefined)
    throw new ErreurDeCommande(
      `Aucune page dans « ${vide} ». Construisez d’abord le site : npm run build.`,
    );
  const erreurs = await verifierLeHtml(dossiers);
  console.log(
    rendreCompte(
      erreurs,
      pages.reduce((total, nombre) => total + nombre, 0),
    ),
  );
  return erreurs.length === 0 ? 0 : 1;
}

export const commande: Commande = { usage: USAGE, executer };
