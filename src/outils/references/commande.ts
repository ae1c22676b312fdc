import { writeFile } from 'node:fs/promises';
import type { Commande } from '../commande.ts';
import { references } from './references.ts';

export const commande: Commande = {
  usage: `Usage : npm run service:references
Recopie pour les fonctions les délais, les limites, le calendrier, les domaines, les communes et leurs lieux.`,
  executer: async () => {
    for (const [fichier, texte] of Object.entries(await references('content'))) {
      await writeFile(fichier, texte);
      console.log(`${fichier} écrit.`);
    }
  },
};
