import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jourAParis } from '../../socle/dates.ts';
import { ErreurDeCommande, type Commande } from '../commande.ts';
import { daterLiens, lireLiens } from './fichier.ts';
import { rendreCompte, verifierTous } from './verifier.ts';

const FICHIER = join(import.meta.dirname, '../../../content/liens.yaml');

const USAGE = 'Usage : npm run liens:verifier [-- --vu <identifiant>] [--fichier <liens.yaml>]';

/** Écrit la date d'un lien qu'une personne a ouvert elle-même. */
function noterVu(fichier: string, vus: readonly string[], jour: string): number {
  const yaml = readFileSync(fichier, 'utf8');
  const ids = lireLiens(yaml).map(({ id }) => id);
  const inconnu = vus.find((id) => !ids.includes(id));
  if (inconnu !== undefined)
    throw new ErreurDeCommande(`Aucun lien « ${inconnu} » dans ${fichier}.\n${USAGE}`);
  writeFileSync(fichier, daterLiens(yaml, new Set(vus), jour));
  console.log(`Vérifié à la main le ${jour} : ${vus.join(', ')}.`);
  return 0;
}

async function verifier(fichier: string, jour: string): Promise<number> {
  const liens = lireLiens(readFileSync(fichier, 'utf8'));
  const verifies = await verifierTous(liens);
  const ouverts = verifies.filter(({ reponse }) => reponse.etat === 'ouvert');
  // Le fichier est relu : quelqu'un a pu le modifier pendant les demandes.
  const yaml = readFileSync(fichier, 'utf8');
  writeFileSync(fichier, daterLiens(yaml, new Set(ouverts.map(({ lien }) => lien.id)), jour));
  console.log(rendreCompte(verifies));
  return ouverts.length === liens.length ? 0 : 2;
}

/** Rend le code de sortie : 0 tous les liens s'ouvrent, 2 des liens sont à revoir. */
async function executer(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      fichier: { type: 'string', default: FICHIER },
      vu: { type: 'string', multiple: true },
    },
  });
  const jour = jourAParis(new Date());
  return values.vu ? noterVu(values.fichier, values.vu, jour) : verifier(values.fichier, jour);
}

export const commande: Commande = { usage: USAGE, executer };
