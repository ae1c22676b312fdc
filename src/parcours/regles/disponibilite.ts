/**
 * Disponibilités d'un parcours, dans l'ordre où une tutrice veut les voir.
 * L'ordre compte : c'est celui des listes et celui du codage des lots du catalogue.
 */
export const DISPONIBILITES = [
  'disponible',
  'en-preparation',
  'reserve',
  'pourvu',
  'termine',
] as const;

/** Étiquettes affichées : le seul endroit où elles sont écrites. */
export const LIBELLES_DISPONIBILITE: Record<Disponibilite, string> = {
  disponible: 'Disponible',
  'en-preparation': 'En préparation',
  reserve: 'Réservé',
  pourvu: 'Pourvu',
  termine: 'Terminé',
};

export type Disponibilite = (typeof DISPONIBILITES)[number];

/** Fins connues d'un parcours (AAAA-MM-JJ), ou null. */
export type Fins = { finLe: string | null; finReconductionLe: string | null };

/**
 * Dernière fin connue du parcours (AAAA-MM-JJ), reconduction comprise, ou null.
 */
export function derniereFin({ finLe, finReconductionLe }: Fins) {
  if (finLe === null || finReconductionLe === null) return finReconductionLe ?? finLe;
  return finReconductionLe > finLe ? finReconductionLe : finLe;
}

/**
 * Prochaine fin à annoncer un jour donné : la fin ferme si elle est à venir, sinon celle de la reconduction.
 * @param jour AAAA-MM-JJ
 */
export function prochaineFin(parcours: Fins, jour: string) {
  const { finLe } = parcours;
  return finLe !== null && finLe >= jour ? finLe : derniereFin(parcours);
}

/**
 * Disponibilité réelle un jour donné : un parcours dont la dernière fin est passée est terminé,
 * même si l'export le dit encore disponible.
 * @param jour AAAA-MM-JJ
 */
export function disponibiliteLe(
  parcours: Fins & { disponibilite: Disponibilite },
  jour: string,
): Disponibilite {
  const fin = derniereFin(parcours);
  return fin !== null && fin < jour ? 'termine' : parcours.disponibilite;
}

/** Vrai tant que le parcours a sa place dans une liste : ni pourvu, ni terminé. */
export function estOuvert(disponibilite: Disponibilite): boolean {
  return disponibilite !== 'pourvu' && disponibilite !== 'termine';
}
