import type { TestProject } from 'vitest/node';
import { demarrer } from '../../src/outils/serveur/serveur.ts';
import { demarrerService } from '../../supabase/embarque/service.ts';
import { servirUnNavigateur } from './navigateur.ts';
import { preparer } from './sites.ts';
import { instantaneDeLaBase } from '../instantane.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Adresse du site de démonstration, sans barre finale. */
    site: string;
    /** Adresse du site tel que l'exploitant le publierait (SITE_OFFICIEL=1). */
    siteOfficiel: string;
    /** Adresse du service embarqué : base, fonctions, et courriels retenus à lire sur /courriels.json. */
    service: string;
  }
}

/**
 * Construit les deux sites s'il le faut, et les sert avec leur service, comme `npm start`, le temps des tests ; ouvre le
 * navigateur que tous les fichiers se partagent.
 */
export default async function preparation(projet: TestProject): Promise<() => Promise<void>> {
  const [demonstration, officiel] = await Promise.all(
    (['demonstration', 'officiel'] as const).map(async (site) =>
      demarrer({ dossier: await preparer(site), port: 0 }),
    ),
  );
  if (!demonstration || !officiel) throw new Error('Il manque un site.');
  const service = await demarrerService({
    dossier: '.csf/e2e',
    port: 0,
    site: demonstration.url,
    parcours: process.env.CSF_PARCOURS ?? 'content/parcours',
    neuf: true,
    taches: false,
    adresseCrue: true,
    dire: () => undefined,
    enMemoire: true,
    instantane: await instantaneDeLaBase(),
  });
  // Les pages appellent le port ordinaire du service ; le navigateur des tests y met celui-ci (navigateur.ts).
  process.env.CSF_ESSAI_SERVICE = service.url;
  const navigateur = await servirUnNavigateur();
  process.env.CSF_ESSAI_NAVIGATEUR = navigateur.wsEndpoint();
  projet.provide('service', service.url);
  projet.provide('site', demonstration.url);
  projet.provide('siteOfficiel', officiel.url);
  return async () => {
    await navigateur.close();
    await Promise.all([demonstration.fermer(), officiel.fermer(), service.fermer()]);
  };
}
