import { parseArgs } from 'node:util';
import type { Commande } from '../commande.ts';
import { compresser } from './compresser.ts';

const ko = (taille: number) => `${Math.round(taille / 1024).toLocaleString('fr-FR')} ko`;

export const commande: Commande = {
  usage: `Usage : node src/outils/lancer.ts compression [<dossier>]
Pose à côté de chaque fichier du site construit (dist) ses versions brotli et gzip.
Avec CSF_SANS_COMPRESSION=1, ne fait rien.`,
  executer: async (args) => {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    if (process.env.CSF_SANS_COMPRESSION === '1') {
      console.log('Compression : passée (CSF_SANS_COMPRESSION=1).');
      return;
    }
    const { fichiers, octets, brotli } = await compresser(positionals[0] ?? 'dist');
    console.log(`Compression : ${fichiers} fichiers, ${ko(octets)} deviennent ${ko(brotli)}.`);
  },
};
