import type { RoleDeLecteur } from '../../../../src/core/suivi-recu.ts';

/** Qui ouvre un suivi par un lien personnel : l'entreprise a deux contacts, le marché en a deux aussi. */
export const ROLES_DE_LIEN = [
  'tutrice',
  'entreprise-1',
  'entreprise-2',
  'acheteur',
  'prescripteur',
  'equipe',
] as const;
export type RoleDeLien = (typeof ROLES_DE_LIEN)[number];

/** Le rôle que joue un lien dans le suivi. */
export function roleDuSuivi(lien: RoleDeLien): RoleDeLecteur {
  if (lien === 'entreprise-1' || lien === 'entreprise-2') return 'entreprise';
  return lien === 'prescripteur' ? 'acheteur' : lien;
}
