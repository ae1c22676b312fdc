/* Sans zod : le filtre de la foire aux questions charge ce fichier dans le navigateur. */

/** Ceux à qui une réponse s'adresse, dans l'ordre des filtres. */
export const ROLES = [
  'tuteur',
  'entreprise',
  'acheteur',
  'jeune',
  'coordination',
  'partenaire',
] as const;
export type Role = (typeof ROLES)[number];

export const LIBELLES_DES_ROLES: Record<Role, string> = {
  tuteur: 'Tuteur ou tutrice',
  entreprise: 'Entreprise',
  acheteur: 'Acheteur',
  jeune: 'Jeune ou famille',
  coordination: 'Coordination',
  partenaire: 'Partenaire',
};

/** Rôle écrit dans l'adresse d'une page (`?pour=acheteur`) ; absent ou inconnu, c'est tout le monde (null). */
export function roleDeLAdresse(requete: string): Role | null {
  const demande = new URLSearchParams(requete).get('pour');
  return ROLES.find((role) => role === demande) ?? null;
}

/** Une réponse est montrée à ce rôle ; `null` montre tout. */
export function estPour(roles: readonly Role[], role: Role | null): boolean {
  return role === null || roles.includes(role);
}

/** Nombre de questions montrées, en toutes lettres : « 1 question », « 12 questions ». */
export function compteDeQuestions(nombre: number): string {
  return `${nombre} question${nombre > 1 ? 's' : ''}`;
}
