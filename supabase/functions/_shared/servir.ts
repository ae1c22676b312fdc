import type { Fonction, RouteDe } from '../../../src/formulaire/regles/routes.ts';
import type { Route } from './salle.ts';

type Repondre = (requete: Request) => Promise<Response> | Response;

declare const Deno: { serve: (repondre: Repondre) => unknown };

/** Les routes qu'une fonction doit brancher : toutes celles que le site connaît, et aucune autre. */
export type RoutesDe<F extends Fonction> = Record<RouteDe<F>, Route>;

/** Les fonctions connues, par nom : le service embarqué les sert toutes dans un seul processus. */
export const fonctions = new Map<string, Repondre>();

/** À faire avant de les importer toutes : chacune s'inscrit alors sans ouvrir son propre serveur. */
let embarque = false;
export function embarquer(): void {
  embarque = true;
}

/** Branche une fonction : seule chez Supabase, parmi les autres dans le service embarqué. */
export function servir(nom: string, app: { fetch: Repondre }): void {
  const repondre: Repondre = (requete) => app.fetch(requete);
  fonctions.set(nom, repondre);
  if (!embarque) Deno.serve(repondre);
}
