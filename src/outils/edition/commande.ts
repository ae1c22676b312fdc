import { jourAParis } from '../../socle/dates.ts';
import type { Commande } from '../commande.ts';
import { dossierDeVersion } from './empreintes.ts';
import { publier } from './publier.ts';

export const commande: Commande = {
  usage: `Usage : npm run kit:publier
Fige la version courante du kit entreprise et imprime ses PDF, dont les liens mènent à SITE_URL.`,
  executer: async () => {
    const { version, site, moments } = await publier(
      process.env.SITE_URL ?? 'http://localhost:4321',
      jourAParis(new Date()),
    );
    console.log(
      `Version ${version} du kit publiée : ${Object.keys(moments).length + 1} PDF dans ${dossierDeVersion(version)}, ` +
        `dont les liens mènent à ${site}. Relisez-les, puis enregistrez-les avec le kit.`,
    );
  },
};
