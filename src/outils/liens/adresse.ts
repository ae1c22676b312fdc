import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';

/** Ce qu'un site répond à la vérification d'un lien. */
export type Reponse =
  /** `ailleurs` : l'adresse où le site a renvoyé, quand ce n'est plus celle du lien. */
  | { etat: 'ouvert'; ailleurs: string | null }
  /** Le site répond, mais pas à un programme : une personne doit ouvrir le lien. */
  | { etat: 'ferme aux programmes'; raison: string }
  | { etat: 'echec'; raison: string };

export type Demande = {
  demander: typeof fetch;
  /** Temps laissé à chaque réponse, en millisecondes. */
  delai: number;
  /** Attente avant un nouvel essai, en millisecondes ; elle double à chaque essai. */
  attente: number;
};

export const DEMANDE_POLIE: Demande = { demander: fetch, delai: 15_000, attente: 2_000 };

const ENTETES = {
  'user-agent': 'clause-sociale-de-formation (verification des liens du site)',
  accept: 'text/html,*/*;q=0.8',
  'accept-language': 'fr',
};

const REFUS_AUX_PROGRAMMES = new Set([401, 403, 429]);

/** HEAD d'abord ; bien des sites n'y répondent pas, ou mal : GET tranche, et lui seul est répété. */
async function ouvrir(adresse: string, { demander, delai, attente }: Demande): Promise<Response> {
  const site = ky.create({
    fetch: demander,
    headers: ENTETES,
    timeout: delai,
    retry: {
      limit: 2,
      delay: (essai) => attente * 2 ** (essai - 1),
      // Un site en panne peut se relever ; une page absente (404) ne revient pas.
      shouldRetry: ({ error }) => !isHTTPError(error) || error.response.status >= 500,
    },
  });
  const reponse = await site.head(adresse, { retry: 0 }).catch(() => site.get(adresse));
  // Le corps ne sert pas : le laisser venir occuperait le site pour rien.
  await reponse.body?.cancel();
  return reponse;
}

function raisonDe(erreur: unknown): string {
  if (isTimeoutError(erreur)) return 'sans réponse à temps';
  if (!isNetworkError(erreur)) return 'sans réponse';
  const { cause } = erreur.cause as { cause?: { code?: string } };
  return cause?.code ? `sans réponse (${cause.code})` : 'sans réponse';
}

function lire(adresse: string, reponse: Response): Reponse {
  const { status, ok, url } = reponse;
  if (REFUS_AUX_PROGRAMMES.has(status))
    return { etat: 'ferme aux programmes', raison: `réponse ${status}` };
  if (!ok) return { etat: 'echec', raison: `réponse ${status}` };
  const deplace = url !== '' && url !== new URL(adresse).href;
  return { etat: 'ouvert', ailleurs: deplace ? url : null };
}

/** Demande une adresse comme le ferait un visiteur, trois fois au plus. */
export async function verifierAdresse(
  adresse: string,
  demande: Demande = DEMANDE_POLIE,
): Promise<Reponse> {
  try {
    return lire(adresse, await ouvrir(adresse, demande));
  } catch (erreur) {
    if (isHTTPError(erreur)) return lire(adresse, erreur.response);
    return { etat: 'echec', raison: raisonDe(erreur) };
  }
}
