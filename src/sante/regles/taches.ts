const MINUTE = 60_000;
const HEURE = 60 * MINUTE;

type Planification = {
  /** Entre deux passages, en millisecondes. */
  pas: number;
  /** Passages manqués de suite que l'on tolère : au-delà, la tâche est dite arrêtée. */
  tolerance: number;
  /** Faux quand l'hébergeur ne lance rien à cet instant-là. */
  estPrevue: (instant: Date) => boolean;
};

const toujours = () => true;

/* Du lundi au vendredi, de 7 h à 16 h en temps universel : celui du planificateur de l'hébergeur (docs/service.md). */
const auxHeuresDeBureau = (instant: Date) => {
  const [jour, heure] = [instant.getUTCDay(), instant.getUTCHours()];
  return jour >= 1 && jour <= 5 && heure >= 7 && heure <= 16;
};

/** Les tâches planifiées, dans l'ordre où l'hébergeur les lance, et quand il les lance. */
const PLANIFICATION = {
  entretenir: { pas: MINUTE, tolerance: 10, estPrevue: toujours },
  relancer: { pas: HEURE, tolerance: 3, estPrevue: auxHeuresDeBureau },
  'envoyer-courriels': { pas: MINUTE, tolerance: 10, estPrevue: toujours },
} as const satisfies Record<string, Planification>;

export type Tache = keyof typeof PLANIFICATION;

export const TACHES = ['entretenir', 'relancer', 'envoyer-courriels'] as const satisfies Tache[];

/**
 * Vrai si une tâche ne passe plus : depuis son dernier succès, elle a manqué plus de passages que l'on n'en tolère. Une
 * nuit ou une fin de semaine sans passage prévu ne compte pas ; une tâche jamais passée est arrêtée.
 * @param reussie son dernier succès
 */
export function estArretee(tache: Tache, reussie: Date | undefined, maintenant: Date): boolean {
  if (!reussie) return true;
  const { pas, tolerance, estPrevue }: Planification = PLANIFICATION[tache];
  let manques = 0;
  const premier = (Math.floor(reussie.getTime() / pas) + 1) * pas;
  for (let instant = premier; instant <= maintenant.getTime(); instant += pas) {
    if (estPrevue(new Date(instant))) manques += 1;
    if (manques > tolerance) return true;
  }
  return false;
}
