import { parseArgs } from 'node:util';
import { arreterProprement } from '../arret.ts';
import { lirePort } from '../port.ts';
import type { Commande } from '../commande.ts';
import { demarrer } from './serveur.ts';

const USAGE = `Sert le site construit.
  --port <numéro>     port d'écoute (4321, ou la variable PORT)
  --hote <adresse>    adresse d'écoute (127.0.0.1 ; 0.0.0.0 pour le réseau local)
  --dossier <dossier> site construit (dist)`;

/** Ce que l'on peut choisir du site servi. */
export const OPTIONS_DU_SITE = {
  port: { type: 'string', default: process.env.PORT ?? '4321' },
  hote: { type: 'string', default: '127.0.0.1' },
  dossier: { type: 'string', default: 'dist' },
} as const;

async function servir(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS_DU_SITE });
  const { dossier, hote } = values;
  const officiel = process.env.SITE_OFFICIEL === '1';
  const site = await demarrer({ dossier, port: lirePort(values.port), hote, officiel });
  console.log(`Le site est sur ${site.url} (Ctrl + C pour l’arrêter).`);
  arreterProprement(site.fermer);
}

export const commande: Commande = { usage: USAGE, executer: servir };
