import { FunctionsClient, FunctionsHttpError } from '@supabase/functions-js';
import type { Route } from '../regles/routes.ts';

/** Ce qu'une fonction répond : un statut, et ce que la page montre. Chaque page relit ce qu'elle emploie. */
export type Reponse = { statut: string } & Record<string, unknown>;

/** Le service n'a pas répondu, ou pas comme prévu. */
const INDISPONIBLE: Reponse = { statut: 'indisponible' };

/** Au-delà, en millisecondes, la personne est prévenue plutôt que laissée devant un bouton muet. */
const ATTENTE = 20_000;

function estReponse(valeur: unknown): valeur is Reponse {
  return (
    typeof valeur === 'object' &&
    valeur !== null &&
    'statut' in valeur &&
    typeof valeur.statut === 'string'
  );
}

async function lire(
  fonctions: string,
  chemin: string,
  options: { method: 'GET' | 'POST'; body?: Record<string, unknown> },
): Promise<unknown> {
  const client = new FunctionsClient(fonctions);
  const reponse = await client.invoke<unknown>(chemin, { ...options, timeout: ATTENTE });
  if (!(reponse.error instanceof FunctionsHttpError)) return reponse.data;
  const refus = reponse.error.context as Response;
  return refus.json().catch(() => undefined);
}

/**
 * Envoie à une fonction, et rend sa réponse, refus compris. Ne lance jamais d'erreur : une panne, un délai dépassé
 * ou une réponse illisible donnent le statut « indisponible ».
 * @param fonctions adresse des fonctions, sans barre finale
 */
export async function envoyer(
  fonctions: string,
  route: Route,
  body: Record<string, unknown>,
): Promise<Reponse> {
  const reponse = await lire(fonctions, route, { method: 'POST', body });
  return estReponse(reponse) ? reponse : INDISPONIBLE;
}

/** L'état du moment d'un parcours, ou undefined : inconnu, ou service en panne. */
export async function demanderEtat(
  fonctions: string,
  parcours: string,
): Promise<Reponse | undefined> {
  const route: Route = 'demande/etat-parcours';
  const chemin = `${route}?parcours=${encodeURIComponent(parcours)}`;
  const reponse = await lire(fonctions, chemin, { method: 'GET' });
  return estReponse(reponse) ? reponse : undefined;
}

/**
 * Un défi à résoudre avant d'envoyer un formulaire, ou undefined quand le service est en panne.
 * @param route celle qui recevra le formulaire : sa fonction est ainsi réveillée avant l'envoi
 */
export function demanderDefi(fonctions: string, route: Route): Promise<unknown> {
  return lire(fonctions, `${route.slice(0, route.lastIndexOf('/'))}/defi`, { method: 'GET' });
}
