import type { Contact } from '../../suivi/regles/dossier.ts';
import { roleDuLien, type RoleDeLien } from '../../suivi/regles/mots.ts';

/* Sans zod. Dans une petite entreprise, une seule personne tient les deux rôles. */

const deLEntreprise = ({ role }: Pick<Contact, 'role'>) => roleDuLien(role) === 'entreprise';

/**
 * Les contacts à montrer : une personne qui tient les deux rôles de l'entreprise n'y est qu'une fois.
 * @param lien le rôle du lien de qui lit : le sien passe avant l'autre
 */
export function sansDoublon(contacts: readonly Contact[], lien: RoleDeLien): Contact[] {
  const gardes = new Map<string, Contact>();
  for (const contact of contacts) {
    const cle = deLEntreprise(contact) ? contact.courriel.toLowerCase() : contact.role;
    if (!gardes.has(cle) || contact.role === lien) gardes.set(cle, contact);
  }
  return [...gardes.values()];
}

/** Ce que lit un contact d'entreprise qui n'a pas de collègue dans ce dossier. */
export const phraseDuSeulContact = (
  contacts: readonly Contact[],
  lien: RoleDeLien,
): string | undefined =>
  roleDuLien(lien) === 'entreprise' &&
  sansDoublon(contacts, lien).filter(deLEntreprise).length === 1
    ? 'Vous êtes seul contact de votre entreprise pour ce dossier.'
    : undefined;
