import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { domaineSchema } from '../../parcours/regles/domaine.ts';
import { normaliser } from '../../socle/texte.ts';

export const DOMAINE_AUTRE = 'autre';

/** Lecteur de domaine : de son nom écrit à la main à l'identifiant de son fichier, ou null. */
export type LecteurDeDomaine = (texte: string) => string | null;

/** Lit les domaines d'un dossier ; accents, casse, ponctuation et pluriels ne comptent pas. */
export function lecteurDeDomaine(dossier: string): LecteurDeDomaine {
  const identifiants = new Map<string, string>();
  for (const fichier of readdirSync(dossier).filter((nom) => nom.endsWith('.yaml'))) {
    const identifiant = basename(fichier, '.yaml');
    const { nom } = domaineSchema.parse(load(readFileSync(join(dossier, fichier), 'utf8')));
    identifiants.set(cle(nom), identifiant);
    identifiants.set(cle(identifiant), identifiant);
  }
  return (texte) => identifiants.get(cle(texte)) ?? null;
}

function cle(texte: string): string {
  return normaliser(texte)
    .split(' ')
    .filter((mot) => mot !== 'et')
    .map((mot) => mot.replace(/s$/, ''))
    .join(' ');
}
