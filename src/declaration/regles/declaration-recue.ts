import type { Marche } from '../../marche/regles/marche.ts';
import type { Parcours } from '../../parcours/regles/parcours.ts';

/** Le rôle de chaque personne d'une déclaration, tel que l'équipe le lit. */
export const NOMS_DES_ROLES: Readonly<Record<string, string>> = {
  'entreprise-1': 'Contact du marché',
  'entreprise-2': 'Tuteur entreprise',
  acheteur: 'Acheteur',
  prescripteur: 'Prescripteur',
};

export type PersonneRecue = {
  role: string;
  nom: string;
  courriel: string;
  telephone: string | null;
};

/** Ce que le service dit d'une déclaration à qui a le lien. */
export type DeclarationRecue = {
  reference: string;
  /** Le rôle de la personne à qui ce lien a été envoyé. */
  role: string;
  public: Parcours;
  contacts: PersonneRecue[];
  contactsConfirmesLe: string | null;
  /** De quel marché il s'agit, si la déclaration le dit. */
  marche?: Marche | null;
};

/* Le service est le nôtre et a vérifié ces champs en les recevant ; on ne s'assure que de leur présence. */
export function estDeclaration<R extends Record<string, unknown>>(
  reponse: R | undefined,
): reponse is R & DeclarationRecue {
  return (
    typeof reponse?.reference === 'string' &&
    typeof reponse.public === 'object' &&
    reponse.public !== null &&
    Array.isArray(reponse.contacts)
  );
}
