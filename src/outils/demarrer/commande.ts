import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { arreterProprement } from '../arret.ts';
import { lirePort } from '../port.ts';
import type { Commande } from '../commande.ts';
import { OPTIONS_DU_SITE } from '../serveur/commande.ts';
import { demarrer } from '../serveur/serveur.ts';
import { demarrerService } from '../../../supabase/embarque/service.ts';

const USAGE = `Sert le site et son service (base, fonctions, courriels retenus) sur ce poste.
  --port <numéro>     port du site (4321, ou la variable PORT)
  --hote <adresse>    adresse du site (127.0.0.1) ; le service n'écoute jamais que ce poste
  --dossier <dossier> site construit (dist)
  --neuf              efface la base et les courriels, et recommence avec la démonstration
  --ecrire            sert le site pendant qu'on l'écrit, au lieu du site construit
Variables : CSF_PORT_SERVICE (54321), CSF_DOSSIER (.csf). Avec SUPABASE_URL, le service embarqué ne démarre pas.`;

type Partie = { url: string; fermer: () => Promise<void> };

/** Le site tel qu'on l'écrit : Astro le refait à chaque page. */
function ecrireLeSite(port: number, hote: string): Partie {
  const astro = join(
    dirname(createRequire(import.meta.url).resolve('astro/package.json')),
    'bin/astro.mjs',
  );
  const enfant = spawn(process.execPath, [astro, 'dev', '--port', String(port), '--host', hote], {
    stdio: 'inherit',
  });
  const arreterTout = () => process.kill(process.pid, 'SIGTERM');
  enfant.once('exit', arreterTout);
  return {
    url: `http://localhost:${port}`,
    fermer: () =>
      new Promise((ferme) => {
        if (enfant.exitCode !== null) {
          ferme();
          return;
        }
        enfant.off('exit', arreterTout);
        enfant.once('exit', () => ferme());
        enfant.kill('SIGTERM');
      }),
  };
}

async function servir(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      ...OPTIONS_DU_SITE,
      neuf: { type: 'boolean' },
      ecrire: { type: 'boolean' },
    },
  });
  const { dossier, hote } = values;
  const port = lirePort(values.port);
  const officiel = process.env.SITE_OFFICIEL === '1';
  const site = values.ecrire
    ? ecrireLeSite(port, hote)
    : await demarrer({ dossier, port, hote, officiel });
  // Dès maintenant : un arrêt pendant le démarrage du service ne laisse rien tourner.
  const aFermer = [site.fermer];
  arreterProprement(async () => {
    await Promise.all(aFermer.map((fermer) => fermer()));
  });
  console.log(`Le site est sur ${site.url} (Ctrl + C pour l’arrêter).`);
  if (process.env.SUPABASE_URL) return;
  try {
    const service = await demarrerService({
      dossier: process.env.CSF_DOSSIER ?? '.csf',
      port: lirePort(process.env.CSF_PORT_SERVICE ?? '54321'),
      site: process.env.SITE_URL ?? site.url,
      parcours: process.env.CSF_PARCOURS ?? 'content/parcours',
      neuf: values.neuf ?? false,
      demonstration: true,
    });
    console.log(`Les courriels du service se lisent sur ${service.url}/courriels.`);
    aFermer.push(service.fermer);
  } catch (erreur) {
    await site.fermer();
    throw erreur;
  }
}

export const commande: Commande = { usage: USAGE, executer: servir };
