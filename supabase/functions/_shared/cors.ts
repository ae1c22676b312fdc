import { json } from './http.ts';

/** Ajoute à une réponse l'unique origine admise : le site. */
export function avecOrigine(reponse: Response, site: string): Response {
  reponse.headers.set('Access-Control-Allow-Origin', site);
  reponse.headers.set('Vary', 'Origin');
  return reponse;
}

export function preparerOrigine(requete: Request, site: string): Response {
  const admise = requete.headers.get('Origin') === site;
  return new Response(null, {
    status: admise ? 204 : 403,
    headers: admise
      ? {
          'Access-Control-Allow-Origin': site,
          'Access-Control-Allow-Methods': 'GET, POST',
          'Access-Control-Allow-Headers': 'content-type',
          'Access-Control-Max-Age': '86400',
          Vary: 'Origin',
        }
      : { Vary: 'Origin' },
  });
}

/**
 * Refuse une autre origine. Sans origine (tâche planifiée) ou « null » (formulaire posté par un navigateur
 * qui la tait), la requête passe : rien ne dépend ici d'un témoin de connexion.
 */
export function refusDOrigine(requete: Request, site: string): Response | undefined {
  const origine = requete.headers.get('Origin');
  if (origine === null || origine === 'null' || origine === site) return undefined;
  return json(403, { statut: 'origine' });
}
