import { z } from 'zod';
import {
  DELAI_MINIMUM_SECONDES,
  LIMITES,
  LIMITES_DES_COURRIELS,
  LIMITES_SANS_SCRIPT,
  type Limite,
  type LimiteSur,
} from '../../../src/formulaire/regles/limites.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';
import type { Deps } from './deps.ts';
import { verifierPreuve, type Preuve } from './defi.ts';
import { refusDe } from './refus/genre.ts';
import { json, lireEnvoi, refuserLesErreurs } from './http.ts';
import { pseudonyme } from './jetons.ts';
import { cleDuCompteur, reseauDe, type Formulaire } from './refus/reseau.ts';

const TROP_VITE = { formulaire: 'Cet envoi est parti trop vite : attendez quelques secondes.' };
const CASE_REMPLIE = {
  leurre:
    'Une case invisible s’est remplie, sans doute par un gestionnaire de mots de passe. Videz-la, puis envoyez de nouveau.',
};
const SANS_PREUVE = { preuve: 'La vérification a expiré. Refaites-la, puis envoyez de nouveau.' };

type Compteur = { cle: string; secondes: number; max: number };

/** Une adresse à compter : la base seule sait à quelle boîte elle arrive. Le sel garde son empreinte d'être devinée. */
type CompteurDAdresse = { sel: string; adresse: string; secondes: number; max: number };

/** Ce que la base doit compter : des limites, et la preuve présentée. */
type ACompter = (Compteur | CompteurDAdresse | LimiteSur | Preuve)[];

/** Un compteur par formulaire : écrire à l'équipe n'empêche pas d'exprimer un intérêt. */
async function compteurs(
  deps: Deps,
  genre: 'reseau' | 'sansscript' | 'parcours' | 'reference',
  quoi: Formulaire,
  valeur: string,
  limites: readonly Limite[],
): Promise<Compteur[]> {
  const cle = await cleDuCompteur(deps, genre, quoi, valeur);
  return limites.map((limite) => ({ cle, ...limite }));
}

/** Chaque adresse que cet envoi ferait écrire, ou qu'il désigne. */
export async function compteursDesAdresses(
  deps: Deps,
  quoi: Formulaire,
  adresses: readonly string[],
): Promise<CompteurDAdresse[]> {
  const sel = await pseudonyme(deps.config.secretDefi, `${quoi}:courriel`);
  return adresses.flatMap((adresse) =>
    LIMITES[quoi].courriel.map((limite) => ({ sel, adresse, ...limite })),
  );
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

/** Le code d'une référence ne se cherche pas, même de cent réseaux à la fois. */
export const compteursDeLaReference = (reference: string, deps: Deps) =>
  compteurs(deps, 'reference', 'code', reference, LIMITES.code.reference);

/** Une enveloppe acceptée : la preuve de travail, ou null pour un formulaire posté sans JavaScript. */
type Enveloppe = Preuve | null;

/** Temps de saisie et preuve de travail. Rien n'est encore compté : qui corrige un champ renvoie la même preuve. */
async function verifierEnveloppe(
  ouvertA: unknown,
  preuve: unknown,
  { config, maintenant }: Deps,
): Promise<Response | Preuve> {
  if (typeof ouvertA !== 'number') return refuserLesErreurs(TROP_VITE, 'trop-vite');
  // Une horloge en avance sur la nôtre donne un temps négatif : elle ne prouve rien contre la personne.
  const secondes = (maintenant().getTime() - ouvertA) / 1000;
  if (secondes >= 0 && secondes < DELAI_MINIMUM_SECONDES)
    return refuserLesErreurs(TROP_VITE, 'trop-vite');
  const verifiee = await verifierPreuve(config.secretDefi, preuve, maintenant());
  return verifiee ?? refuserLesErreurs(SANS_PREUVE, 'preuve');
}

/**
 * Répond à qui a rempli la case que personne ne voit. Un gestionnaire de mots de passe la remplit aussi : avec une
 * preuve de travail, l'envoi est à refaire, case vide, et la preuve sert encore. Sans elle, c'est un robot, qui croit
 * avoir réussi. Sans JavaScript, rien ne les distingue : la personne l'apprend, et le robot n'y gagne que les quelques
 * envois par jour laissés à un réseau.
 */
async function refuserLeLeurre(
  { natif, preuve }: { natif: boolean; preuve: unknown },
  commeRecu: () => Response,
  { config, maintenant }: Deps,
): Promise<Response> {
  if (natif) return json(422, { statut: 'leurre' });
  const verifiee = await verifierPreuve(config.secretDefi, preuve, maintenant());
  return verifiee
    ? refuserLesErreurs(CASE_REMPLIE, 'case-remplie')
    : refusDe('leurre', commeRecu());
}

/**
 * Lit un formulaire ; ou rend la réponse qui le refuse. Du moins cher au plus cher : la case cachée, la preuve de
 * travail, puis seulement les règles de texte.
 * @param commeRecu la réponse d'un envoi accepté : un robot n'en reçoit pas d'autre
 */
export async function lireFormulaire<T>(
  requete: Request,
  schema: z.core.$ZodType<T>,
  commeRecu: () => Response,
  deps: Deps,
): Promise<Response | { saisie: T; enveloppe: Enveloppe }> {
  const envoi = await lireEnvoi(requete, schema);
  if (envoi instanceof Response) return envoi;
  const { natif } = envoi;
  const { leurre, ouvertA, preuve, ...champs } = envoi.champs;
  if (leurre !== undefined && leurre !== null && leurre !== '')
    return refuserLeLeurre({ natif, preuve }, commeRecu, deps);
  const enveloppe = natif ? null : await verifierEnveloppe(ouvertA, preuve, deps);
  if (enveloppe instanceof Response) return enveloppe;
  const lecture = z.safeParse(schema, champs);
  if (!lecture.success) return refuserLesErreurs(erreursDe(lecture.error));
  return { saisie: lecture.data, enveloppe };
}

/**
 * Ce que la base doit compter d'un envoi déjà relu. Sans JavaScript, il n'y a pas de preuve de travail : le réseau est
 * alors compté beaucoup plus serré.
 * @param courriels adresses que cet envoi ferait écrire, toutes comptées
 */
export async function compterLEnvoi(
  requete: Request,
  preuve: Enveloppe,
  quoi: Formulaire,
  courriels: readonly string[],
  deps: Deps,
): Promise<ACompter> {
  const reseau = reseauDe(requete);
  const aCompter: ACompter = [
    ...(await compteurs(deps, 'reseau', quoi, reseau, LIMITES[quoi].reseau)),
    ...(await compteursDesAdresses(deps, quoi, courriels)),
    ...LIMITES_DES_COURRIELS,
  ];
  return preuve
    ? [...aCompter, preuve]
    : [...aCompter, ...(await compteurs(deps, 'sansscript', quoi, reseau, LIMITES_SANS_SCRIPT))];
}
