/** Qui exprime son intérêt. */
export const ROLES_DE_DEMANDE = {
  'tuteur-mlds': 'Tuteur ou tutrice de la MLDS',
  'tuteur-lycee': 'Tuteur ou tutrice en lycée',
  'tuteur-partenaire': 'Tuteur ou tutrice d’une structure partenaire',
  coordination: 'Coordination de la MLDS',
} as const;
export type RoleDeDemande = keyof typeof ROLES_DE_DEMANDE;
