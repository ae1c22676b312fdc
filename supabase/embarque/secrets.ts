import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ecrireEntier } from './ecriture.ts';

/** Les secrets du poste : tirés au premier démarrage, gardés dans .csf, jamais dans le dépôt. */
export type Secrets = {
  cleAnon: string;
  cleService: string;
  liens: string;
  defi: string;
  taches: string;
  courriels: string;
  /** Celui dont le fournisseur signe ce qu'il dit des courriels. */
  remises: string;
};

const tirer = () => randomBytes(32).toString('base64url');

export async function lireSecrets(dossier: string): Promise<Secrets> {
  const fichier = join(dossier, 'secrets.json');
  const lus = await readFile(fichier, 'utf8').catch(() => undefined);
  const gardes = lus === undefined ? {} : (JSON.parse(lus) as Partial<Secrets>);
  const secrets: Secrets = {
    cleAnon: `sb_publishable_${tirer()}`,
    cleService: `sb_secret_${tirer()}`,
    liens: tirer(),
    defi: tirer(),
    taches: tirer(),
    courriels: `re_${tirer()}`,
    remises: `whsec_${randomBytes(24).toString('base64')}`,
    // Un secret ajouté depuis n'en change aucun autre.
    ...gardes,
  };
  await mkdir(dossier, { recursive: true });
  await ecrireEntier(fichier, JSON.stringify(secrets, null, 2));
  return secrets;
}
