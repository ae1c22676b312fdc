import { avecOrigine, preparerOrigine, refusDOrigine } from './cors.ts';
import { consigner, creerDeps, type Deps, type Traitement } from './deps.ts';
import { json } from './http.ts';

declare const Deno: { serve: (repondre: (requete: Request) => Promise<Response>) => unknown };

let deps: Deps | undefined;

/** Répond toujours : une panne devient « indisponible », sans détail pour l'appelant. */
async function repondre(traiter: Traitement, requete: Request): Promise<Response> {
  let site = '';
  try {
    deps ??= creerDeps();
    ({ site } = deps.config);
    if (requete.method === 'OPTIONS') return preparerOrigine(requete, site);
    const refus = refusDOrigine(requete, site);
    if (refus) return refus;
    return avecOrigine(await traiter(requete, deps), site);
  } catch (erreur) {
    consigner('fonction-en-erreur', erreur);
    return avecOrigine(json(503, { statut: 'indisponible' }), site);
  }
}

/** Les fonctions connues, par nom : le service embarqué les sert toutes dans un seul processus. */
export const fonctions = new Map<string, (requete: Request) => Promise<Response>>();

/** À faire avant de les importer toutes : chacune s'inscrit alors sans ouvrir son propre serveur. */
let embarque = false;
export function embarquer(): void {
  embarque = true;
}

/** Branche une fonction : seule chez Supabase, parmi les autres dans le service embarqué. */
export function servir(nom: string, traiter: Traitement): void {
  const repondreAvec = (requete: Request) => repondre(traiter, requete);
  fonctions.set(nom, repondreAvec);
  if (!embarque) Deno.serve(repondreAvec);
}
