import { enFrancais } from '../../socle/dates.ts';

/* Sans zod : la page de confirmation et celle du suivi disent ces phrases dans le navigateur. */

/** Qui dit connaître une personne, ou non. */
export const VERIFICATEURS = ['coordination', 'equipe'] as const;
export type Verificateur = (typeof VERIFICATEURS)[number];

/** Une vérification en cours. Les jours sont compris (AAAA-MM-JJ). */
export type Verification = {
  par: Verificateur;
  /** Le jour où l'équipe prend le relais de la coordination ; null quand c'est déjà elle. */
  relaisLe: string | null;
  /** Le dernier jour où le parcours est gardé ; null quand il ne l'est pas, ou plus. */
  gardeeJusquAu: string | null;
};

/** Chacun, tel qu'on le nomme au début d'une phrase. */
const NOMS_DES_VERIFICATEURS: Record<Verificateur, string> = {
  coordination: 'La coordination de votre académie',
  equipe: 'L’équipe CSF',
};

const enLettres = (jour: string) => enFrancais(jour, { jourDeSemaine: true });

/**
 * Qui vérifie, depuis quand, et ce qui arrive ensuite : une phrase par fait.
 * @param depuisLe jour où la vérification a été demandée (AAAA-MM-JJ)
 */
export function direVerification(
  { par, relaisLe, gardeeJusquAu }: Verification,
  depuisLe: string,
): string[] {
  return [
    `${NOMS_DES_VERIFICATEURS[par]} dit si elle vous connaît. La question lui est posée depuis le ${enLettres(depuisLe)}.`,
    ...(relaisLe === null
      ? []
      : [`Sans réponse le ${enLettres(relaisLe)}, l’équipe CSF prend le relais.`]),
    gardeeJusquAu === null
      ? 'Le parcours n’est pas réservé en attendant : si une autre demande passe avant, vous prenez rang.'
      : `Le parcours vous est gardé jusqu’au ${enLettres(gardeeJusquAu)} compris.`,
  ];
}
