import {
  DELAI_MINIMUM_SECONDES,
  LIMITES,
  LIMITES_SANS_SCRIPT,
  type Limite,
} from '../../../src/formulaire/regles/limites.ts';
import type { Erreurs } from '../../../src/socle/saisie.ts';
import type { Deps } from './deps.ts';
import { verifierPreuve, type Preuve } from './defi.ts';
import type { Envoi } from './http.ts';
import { pseudonyme } from './jetons.ts';

/** Ce qui entoure les champs d'un formulaire, et n'en fait pas partie. */
export type Enveloppe = { leurre: unknown; ouvertA: unknown; preuve: unknown };

export function ouvrirEnvoi({ champs }: Envoi): { enveloppe: Enveloppe; saisie: unknown } {
  const { leurre, ouvertA, preuve, ...saisie } = champs;
  return { enveloppe: { leurre, ouvertA, preuve }, saisie };
}

/** Une case que personne ne voit a été remplie : un robot. On lui répond comme à tout le monde. */
export const estLeurre = ({ leurre }: Enveloppe) =>
  leurre !== undefined && leurre !== null && leurre !== '';

const TROP_VITE = { formulaire: 'Cet envoi est parti trop vite : attendez quelques secondes.' };
const SANS_PREUVE = { preuve: 'La vérification a expiré. Refaites-la, puis envoyez de nouveau.' };

type Compteur = { cle: string; secondes: number; max: number };

/** Ce que la base doit compter : des limites, et la preuve présentée. */
export type ACompter = (Compteur | Preuve)[];

/** L'adresse abrégée : celle d'un foyer ou d'un établissement, pas d'un poste. */
function reseauDe(requete: Request): string {
  const { headers } = requete;
  // Posée par l'entrée du service (Cloudflare chez Supabase) : l'appelant ne peut pas l'écrire.
  const adresse =
    headers.get('CF-Connecting-IP') ?? headers.get('X-Forwarded-For')?.split(',').at(-1) ?? '';
  const propre = adresse.trim().toLowerCase();
  return propre.includes(':') ? propre.split(':').slice(0, 4).join(':') : propre;
}

type Formulaire = keyof typeof LIMITES;

/** Un compteur par formulaire : écrire à l'équipe n'empêche pas d'exprimer un intérêt. */
async function compteurs(
  deps: Deps,
  genre: 'courriel' | 'reseau' | 'sansscript' | 'parcours',
  quoi: Formulaire,
  valeur: string,
  limites: readonly Limite[],
): Promise<Compteur[]> {
  const empreinte = await pseudonyme(deps.config.secretDefi, `${quoi}:${genre}:${valeur}`);
  return limites.map((limite) => ({ cle: `${genre}:${empreinte}`, ...limite }));
}

/** Un réseau ne peut pas inonder un parcours ; un autre réseau n'y perd rien. */
export const compteursDuParcours = (requete: Request, parcours: string, deps: Deps) =>
  compteurs(
    deps,
    'parcours',
    'demande',
    `${reseauDe(requete)}:${parcours}`,
    LIMITES.demande.parcours,
  );

/**
 * Contrôle l'enveloppe d'un envoi déjà relu : temps de saisie et preuve de travail. Sans JavaScript, ni l'un ni
 * l'autre n'existe : le réseau est alors compté beaucoup plus serré.
 * @param courriels adresses que cet envoi ferait écrire, toutes comptées
 */
export async function controler(
  requete: Request,
  { natif }: Envoi,
  enveloppe: Enveloppe,
  quoi: Formulaire,
  courriels: readonly string[],
  deps: Deps,
): Promise<{ erreurs: Erreurs } | { aCompter: ACompter }> {
  const maintenant = deps.maintenant();
  const reseau = reseauDe(requete);
  const aCompter: ACompter = [
    ...(await compteurs(deps, 'reseau', quoi, reseau, LIMITES[quoi].reseau)),
    ...(await Promise.all(
      [...new Set(courriels)].map((courriel) =>
        compteurs(deps, 'courriel', quoi, courriel, LIMITES[quoi].courriel),
      ),
    ).then((listes) => listes.flat())),
  ];
  if (natif)
    return {
      aCompter: [
        ...aCompter,
        ...(await compteurs(deps, 'sansscript', quoi, reseau, LIMITES_SANS_SCRIPT)),
      ],
    };
  if (typeof enveloppe.ouvertA !== 'number') return { erreurs: TROP_VITE };
  // Une horloge en avance sur la nôtre donne un temps négatif : elle ne prouve rien contre la personne.
  const secondes = (maintenant.getTime() - enveloppe.ouvertA) / 1000;
  if (secondes >= 0 && secondes < DELAI_MINIMUM_SECONDES) return { erreurs: TROP_VITE };
  const preuve = await verifierPreuve(deps.config.secretDefi, enveloppe.preuve, maintenant);
  return preuve ? { aCompter: [...aCompter, preuve] } : { erreurs: SANS_PREUVE };
}
