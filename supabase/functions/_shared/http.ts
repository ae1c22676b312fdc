import { TAILLE_MAX_OCTETS } from '../../../src/formulaire/regles/limites.ts';
import type { Erreurs } from '../../../src/socle/saisie.ts';
import { champsDuFormulaire } from './formulaire.ts';

export function json(statut: number, corps: Record<string, unknown>): Response {
  return Response.json(corps, {
    status: statut,
    headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
}

export const refuserLesErreurs = (erreurs: Erreurs) => json(422, { statut: 'erreurs', erreurs });

export const attendre = (secondes: number) => {
  const reponse = json(429, { statut: 'limite', secondes });
  reponse.headers.set('Retry-After', String(secondes));
  return reponse;
};

/** Renvoie vers une page du site un formulaire posté sans JavaScript. */
export function renvoyer(site: string, page: string, statut = ''): Response {
  const fragment = statut === '' ? '' : `#${statut}`;
  return new Response(null, {
    status: 303,
    headers: { Location: `${site}${page}${fragment}`, 'Cache-Control': 'no-store' },
  });
}

/** Le corps lu, borné : on arrête de lire au premier octet de trop, quoi qu'annonce l'en-tête. */
async function lireTexte(requete: Request): Promise<string | undefined> {
  const morceaux: Uint8Array[] = [];
  let taille = 0;
  const lecteur = requete.body?.getReader();
  while (lecteur) {
    const { done, value } = await lecteur.read();
    if (done) break;
    taille += value.byteLength;
    if (taille > TAILLE_MAX_OCTETS) {
      await lecteur.cancel();
      return undefined;
    }
    morceaux.push(value);
  }
  const octets = new Uint8Array(taille);
  let place = 0;
  for (const morceau of morceaux) {
    octets.set(morceau, place);
    place += morceau.byteLength;
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(octets);
}

/** Un envoi lu : ses champs, et s'il vient d'un formulaire posté sans JavaScript. */
export type Envoi = { champs: Record<string, unknown>; natif: boolean };

const ILLISIBLE = { formulaire: 'Cet envoi est illisible. Rechargez la page, puis recommencez.' };

/** Lit un envoi, ou rend la réponse qui le refuse : méthode, type, taille ou forme. */
export async function lireEnvoi(requete: Request): Promise<Envoi | Response> {
  if (requete.method !== 'POST') {
    const refus = json(405, { statut: 'methode' });
    refus.headers.set('Allow', 'POST, OPTIONS');
    return refus;
  }
  const type = (requete.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
  const natif = type === 'application/x-www-form-urlencoded';
  if (!natif && type !== 'application/json') return json(415, { statut: 'type' });
  try {
    const texte = await lireTexte(requete);
    if (texte === undefined) return json(413, { statut: 'taille' });
    if (natif) return { champs: await champsDuFormulaire(texte), natif };
    const champs: unknown = JSON.parse(texte);
    if (typeof champs !== 'object' || champs === null || Array.isArray(champs))
      return refuserLesErreurs(ILLISIBLE);
    return { champs: champs as Record<string, unknown>, natif };
  } catch {
    // JSON mal formé, texte qui n'est pas de l'UTF-8, envoi interrompu : la faute est dans l'envoi.
    return refuserLesErreurs(ILLISIBLE);
  }
}
