import { z } from 'zod';
import { estArretee, TACHES, type Tache } from './taches.ts';

/**
 * Minutes qu'un courriel peut attendre son départ. Un envoi raté est réessayé après 1, 5 et 21 minutes : au-delà d'une
 * heure, c'est le fournisseur ou la tâche d'envoi qui ne répond plus, pas un hasard.
 */
const ATTENTE_DES_COURRIELS_MINUTES = 60;

const instant = z.iso.datetime({ offset: true }).nullable();

/** Ce que la base dit d'elle-même : des dates, des codes et un nombre, rien de personne. */
export const releveSchema = z.object({
  passages: z.array(
    z.object({
      tache: z.string(),
      reussiLe: instant,
      echoueLe: instant,
      erreur: z.string().nullable(),
    }),
  ),
  courriels: z.object({ attendDepuis: instant, morts: z.number() }),
});

export type Releve = z.infer<typeof releveSchema>;

/** Ce qui s'est arrêté, en un code qu'une surveillance peut chercher. */
export type Alerte = 'base-muette' | 'courriels-en-attente' | `tache-arretee:${Tache}`;

const minutesDepuis = (date: string | null, maintenant: Date) =>
  date === null ? null : Math.floor((maintenant.getTime() - Date.parse(date)) / 60_000);

/**
 * L'état du service tel que son adresse de surveillance le montre.
 * @param releve ce que la base a dit, ou undefined si elle n'a pas répondu
 */
export function bulletinDe(releve: Releve | undefined, maintenant: Date) {
  const le = maintenant.toISOString();
  if (!releve) return { statut: 'arrete', alertes: ['base-muette'] satisfies Alerte[], le };
  const taches = TACHES.map((tache) => {
    const passage = releve.passages.find((connu) => connu.tache === tache);
    const { reussiLe = null, echoueLe = null, erreur = null } = passage ?? {};
    return { tache, reussiLe, echoueLe, erreur };
  });
  const plusAncienMinutes = minutesDepuis(releve.courriels.attendDepuis, maintenant);
  const alertes: Alerte[] = taches
    .filter(({ tache, reussiLe }) =>
      estArretee(tache, reussiLe === null ? undefined : new Date(reussiLe), maintenant),
    )
    .map(({ tache }) => `tache-arretee:${tache}` as const);
  if (plusAncienMinutes !== null && plusAncienMinutes > ATTENTE_DES_COURRIELS_MINUTES)
    alertes.push('courriels-en-attente');
  return {
    statut: alertes.length === 0 ? 'bien' : 'arrete',
    alertes,
    le,
    courriels: { plusAncienMinutes, morts: releve.courriels.morts },
    taches,
  };
}
