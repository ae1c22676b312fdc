import { setTimeout as attendre } from 'node:timers/promises';

/** Ce qu'un site répond à la vérification d'un lien. */
export type Reponse =
  /** `ailleurs` : l'adresse où le site a renvoyé, quand ce n'est plus celle du lien. */
  | { etat: 'ouvert'; ailleurs: string | null }
  /** Le site répond, mais pas à un programme : une personne doit ouvrir le lien. */
  | { etat: 'ferme aux programmes'; raison: string }
  | { etat: 'echec'; raison: string };

export type Demande = {
  demander: typeof fetch;
  /** Temps laissé à une réponse, en millisecondes. */
  delai: number;
  /** Attente avant un nouvel essai, en millisecondes ; elle double à chaque essai. */
  attente: number;
};

export const DEMANDE_POLIE: Demande = { demander: fetch, delai: 15_000, attente: 2_000 };

const ESSAIS = 3;

const ENTETES = {
  'user-agent': 'clause-sociale-de-formation (verification des liens du site)',
  accept: 'text/html,*/*;q=0.8',
  'accept-language': 'fr',
};

const REFUS_AUX_PROGRAMMES = new Set([401, 403, 429]);

async function unEssai(adresse: string, methode: 'HEAD' | 'GET', demande: Demande) {
  const reponse = await demande.demander(adresse, {
    method: methode,
    headers: ENTETES,
    redirect: 'follow',
    signal: AbortSignal.timeout(demande.delai),
  });
  // Le corps ne sert pas : le laisser venir occuperait le site pour rien.
  await reponse.body?.cancel();
  return reponse;
}

/** HEAD d'abord ; bien des sites n'y répondent pas, ou mal : GET tranche. */
async function ouvrir(adresse: string, demande: Demande): Promise<Response> {
  const reponse = await unEssai(adresse, 'HEAD', demande).catch(() => undefined);
  return reponse?.ok ? reponse : unEssai(adresse, 'GET', demande);
}

function raisonDe(erreur: unknown): string {
  if (!(erreur instanceof Error)) return 'sans réponse';
  if (erreur.name === 'TimeoutError') return 'sans réponse à temps';
  const code = (erreur.cause as { code?: string } | undefined)?.code;
  return code ? `sans réponse (${code})` : 'sans réponse';
}

function lire(adresse: string, reponse: Response): Reponse {
  const { status, ok, url } = reponse;
  if (REFUS_AUX_PROGRAMMES.has(status))
    return { etat: 'ferme aux programmes', raison: `réponse ${status}` };
  if (!ok) return { etat: 'echec', raison: `réponse ${status}` };
  const deplace = url !== '' && url !== new URL(adresse).href;
  return { etat: 'ouvert', ailleurs: deplace ? url : null };
}

/**
 * Demande une adresse comme le ferait un visiteur, trois fois au plus : un site en panne peut se relever,
 * une page absente (404) ne revient pas.
 */
export async function verifierAdresse(
  adresse: string,
  demande: Demande = DEMANDE_POLIE,
): Promise<Reponse> {
  let derniere: Reponse = { etat: 'echec', raison: 'sans réponse' };
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    if (essai > 0) await attendre(demande.attente * 2 ** (essai - 1));
    try {
      const reponse = await ouvrir(adresse, demande);
      derniere = lire(adresse, reponse);
      if (reponse.status < 500) return derniere;
    } catch (erreur) {
      derniere = { etat: 'echec', raison: raisonDe(erreur) };
    }
  }
  return derniere;
}
