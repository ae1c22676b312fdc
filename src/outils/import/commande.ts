import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jourAParis } from '../../socle/dates.ts';
import type { Commande } from '../commande.ts';
import { Progression, Resume } from './console.ts';
import { contexteDeLigne } from './contexte.ts';
import { lecteurDeDomaine } from './domaines.ts';
import { type BilanDEnvoi, EnvoiALaBase } from './ecriture-en-base.ts';
import { ErreurImport } from './erreur.ts';
import { CLE_DE_DEMONSTRATION } from './identite.ts';
import { importer } from './importer.ts';
import { type Entree, Rapport } from './rapport.ts';

const RACINE = join(import.meta.dirname, '../../..');

const AVERTISSEMENT_DE_CLE =
  'Clé de démonstration : elle est publique, les identifiants peuvent être devinés ; posez CSF_CLE_IDENTIFIANTS avant de publier de vrais parcours.';

const USAGE =
  'Usage : npm run parcours:importer -- <fichier.csv> [--verifier] [--fermer <nombre>] [--sortie <dossier>] [--rapport <fichier.csv>] [--contacts]\n' +
  '  --fermer <nombre> : accepte de fermer ce nombre exact de parcours, quand l’import s’arrête pour le demander';

type Arguments = {
  fichier: string;
  verifier: boolean;
  fermer: number | undefined;
  sortie: string;
  rapport?: string | undefined;
  contacts: boolean;
};

function lireArguments(args: readonly string[]): Arguments {
  let lus;
  try {
    lus = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        verifier: { type: 'boolean', default: false },
        fermer: { type: 'string' },
        sortie: { type: 'string', default: join(RACINE, 'content/parcours') },
        rapport: { type: 'string' },
        contacts: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new ErreurImport(`Option inconnue ou incomplète.\n${USAGE}`);
  }
  const [fichier, autre] = lus.positionals;
  if (fichier === undefined || autre !== undefined)
    throw new ErreurImport(`Il faut un fichier, et un seul.\n${USAGE}`);
  if (!existsSync(fichier) || !statSync(fichier).isFile())
    throw new ErreurImport(`Fichier introuvable : ${fichier}`);
  return { fichier, ...lus.values, fermer: lireNombre(lus.values.fermer) };
}

/** Un nombre tapé chiffre à chiffre : « 1e3 » ou « 12 environ » ne valent pas un accord. */
function lireNombre(saisie: string | undefined): number | undefined {
  if (saisie === undefined) return undefined;
  if (!/^\d{1,9}$/.test(saisie))
    throw new ErreurImport(`--fermer demande le nombre exact de parcours à fermer.\n${USAGE}`);
  return Number(saisie);
}

/** Une clé vide dans l'environnement ne protégerait rien : elle vaut une clé absente. */
function lireCle(): string {
  const cle = process.env.CSF_CLE_IDENTIFIANTS ?? '';
  return cle.trim() === '' ? CLE_DE_DEMONSTRATION : cle;
}

/** La base où envoyer, quand --contacts le demande. Vérifier n'envoie rien. */
function lireEnvoi(
  { contacts, verifier }: Arguments,
  noter: (entree: Entree) => Promise<void>,
): EnvoiALaBase | undefined {
  if (!contacts) return undefined;
  const { SUPABASE_URL: adresse, SUPABASE_SERVICE_ROLE_KEY: cle } = process.env;
  if (!adresse || !cle)
    throw new ErreurImport('--contacts demande SUPABASE_URL et SUPABASE_SERVICE_ROLE_KEY.');
  return verifier ? undefined : new EnvoiALaBase({ adresse, cle, noter });
}

/** Rend le code de sortie : 0 tout est publié, 2 des lignes sont mises de côté, 1 rien n'a pu être fait. */
async function executer(args: readonly string[]): Promise<number> {
  const lus = lireArguments(args);
  const { fichier, verifier, fermer, sortie, rapport: chemin } = lus;
  const rapport = chemin === undefined ? undefined : new Rapport(chemin);
  const cle = lireCle();
  const resume = new Resume();
  const progression = new Progression();
  const noter = async (entree: Entree) => {
    resume.noter(entree);
    await rapport?.ajouter(entree);
  };
  try {
    const envoi = lireEnvoi(lus, noter);
    const bilan = await importer({
      fichier,
      sortie,
      verifier,
      fermer,
      cle,
      domaine: lecteurDeDomaine(join(RACINE, 'content/domaines')),
      contexte: contexteDeLigne(),
      jour: jourAParis(new Date()),
      noter,
      envoi,
      avancer: (fait, total) => progression.avancer(fait, total),
    });
    progression.arreter();
    console.log(resume.texte(bilan, verifier));
    if (envoi) console.log(`\n${texteDEnvoi(envoi.bilan)}`);
    if (cle === CLE_DE_DEMONSTRATION) console.log(`\n${AVERTISSEMENT_DE_CLE}`);
    if (bilan.publiees === 0) return 1;
    return bilan.ecartees > 0 || (envoi?.bilan.refusees ?? 0) > 0 ? 2 : 0;
  } finally {
    progression.arreter();
    await rapport?.fermer();
  }
}

function texteDEnvoi({ ecrites, refusees, contacts, gardes, remplaces }: BilanDEnvoi): string {
  const suites = [
    refusees > 0 ? `${refusees} refusés` : '',
    remplaces > 0 ? `${remplaces} contacts remplacés, qui l’apprendront` : '',
    gardes > 0 ? `${gardes} contacts changés sur le site, gardés` : '',
  ].filter((suite) => suite !== '');
  const fin = suites.length > 0 ? ` ; ${suites.join(' ; ')} (voir le compte rendu)` : '';
  return `Base : ${ecrites} parcours et ${contacts} contacts à jour${fin}.`;
}

/** Une erreur inattendue ne doit pas recopier une ligne de l'export dans un journal : son genre suffit. */
function messageDe(erreur: unknown): string {
  const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : 'inconnue';
  return `Erreur inattendue (${code}). Les parcours déjà écrits sont entiers ; l'import peut être relancé.`;
}

export const commande: Commande = {
  usage: USAGE,
  executer: async (args) => {
    try {
      return await executer(args);
    } catch (erreur) {
      throw erreur instanceof ErreurImport ? erreur : new ErreurImport(messageDe(erreur));
    }
  },
};
