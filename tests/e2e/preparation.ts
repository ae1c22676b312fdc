import type { TestProject } from 'vitest/node';
import { demarrer } from '../../src/serveur/serveur.ts';
import { preparer } from './construction.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Adresse du site de démonstration, sans barre finale. */
    site: string;
    /** Adresse du site tel que l'exploitant le publierait (SITE_OFFICIEL=1). */
    siteOfficiel: string;
  }
}

/** Construit les deux sites s'il le faut, et les sert comme `npm start` le temps des tests. */
export default async function preparation(projet: TestProject): Promise<() => Promise<void>> {
  const demonstration = await demarrer({ dossier: await preparer('demonstration'), port: 0 });
  const officiel = await demarrer({ dossier: await preparer('officiel'), port: 0 });
  projet.provide('site', demonstration.url);
  projet.provide('siteOfficiel', officiel.url);
  return async () => {
    await Promise.all([demonstration.fermer(), officiel.fermer()]);
  };
}
