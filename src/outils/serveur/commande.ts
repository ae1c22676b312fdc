import { parseArgs } from 'node:util';
import { arreterProprement } from './arret.ts';
import { lirePort } from './port.ts';
import { demarrer, ErreurDeDemarrage } from './serveur.ts';

const AIDE = `Sert le site construit.
  --port <numéro>     port d'écoute (4321, ou la variable PORT)
  --hote <adresse>    adresse d'écoute (127.0.0.1 ; 0.0.0.0 pour le réseau local)
  --dossier <dossier> site construit (dist)`;

async function servir(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      hote: { type: 'string' },
      dossier: { type: 'string' },
      aide: { type: 'boolean' },
    },
  });
  if (values.aide) {
    console.log(AIDE);
    return;
  }
  const site = await demarrer({
    dossier: values.dossier ?? 'dist',
    port: lirePort(values.port ?? process.env.PORT ?? '4321'),
    hote: values.hote ?? '127.0.0.1',
    officiel: process.env.SITE_OFFICIEL === '1',
  });
  console.log(`Le site est sur ${site.url} (Ctrl + C pour l’arrêter).`);
  arreterProprement(site.fermer);
}

try {
  await servir();
} catch (erreur) {
  if (erreur instanceof ErreurDeDemarrage) console.error(erreur.message);
  else if (erreur instanceof TypeError && 'code' in erreur)
    console.error(`${erreur.message}\n${AIDE}`);
  else throw erreur;
  process.exitCode = 1;
}
