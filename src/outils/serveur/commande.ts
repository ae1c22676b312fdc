import { parseArgs } from 'node:util';
import { arreterProprement } from '../arret.ts';
import { lirePort } from '../port.ts';
import type { Commande } from '../commande.ts';
import { demarrer } from './serveur.ts';

const USAGE = `Sert le site construit.
  --port <numéro>     port d'écoute (4321, ou la variable PORT)
  --hote <adresse>    adresse d'écoute (127.0.0.1 ; 0.0.0.0 pour le réseau local)
  --dossier <dossier> site construit (dist)`;

async function servir(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      hote: { type: 'string' },
      dossier: { type: 'string' },
    },
  });
  const site = await demarrer({
    dossier: values.dossier ?? 'dist',
    port: lirePort(values.port ?? process.env.PORT ?? '4321'),
    hote: values.hote ?? '127.0.0.1',
    officiel: process.env.SITE_OFFICIEL === '1',
  });
  console.log(`Le site est sur ${site.url} (Ctrl + C pour l’arrêter).`);
  arreterProprement(site.fermer);
}

export const commande: Commande = { usage: USAGE, executer: servir };
