import { roleDuLien, type RoleDeLien, type RoleEcrit } from '../../../../src/suivi/regles/mots.ts';
import type { Dossier } from '../../../../src/suivi/regles/dossier.ts';

/** Une personne du dossier que l'on peut joindre, et son lien de suivi. */
export type Personne = {
  role: RoleDeLien;
  nom: string | null;
  courriel: string;
  lien: string | null;
};

/** Toutes les personnes du dossier, l'équipe comprise. */
export function personnesDe(dossier: Dossier, equipe: string): Personne[] {
  const { demandeur, contacts, liens } = dossier;
  const lienDe = (role: RoleDeLien) => liens.find((lien) => lien.role === role)?.id ?? null;
  return [
    {
      role: 'tutrice',
      nom: demandeur.nom,
      courriel: demandeur.courriel,
      lien: lienDe('tutrice'),
    },
    ...contacts.map(({ role, nom, courriel }) => ({ role, nom, courriel, lien: lienDe(role) })),
    { role: 'equipe', nom: null, courriel: equipe, lien: lienDe('equipe') },
  ];
}

type Adresses = Pick<Dossier, 'contacts' | 'demandeur'>;

/** Les adresses où nos courriels n'arrivent pas : une même personne peut tenir deux rôles. */
export function perdues(
  { contacts, demandeur }: Adresses,
  nonRemis: readonly RoleEcrit[],
): Set<string> {
  const toutes: { role: RoleEcrit; courriel: string }[] = [
    { role: 'tutrice', courriel: demandeur.courriel },
    ...contacts,
  ];
  return new Set(
    toutes
      .filter(({ role }) => nonRemis.includes(role))
      .map(({ courriel }) => courriel.toLowerCase()),
  );
}

/** À combien de personnes, une adresse chacune, nos courriels peuvent arriver dans l'entreprise et chez l'acheteur. */
export function joignables(dossier: Adresses, nonRemis: readonly RoleEcrit[]) {
  const sourdes = perdues(dossier, nonRemis);
  const compter = (role: 'entreprise' | 'acheteur') =>
    new Set(
      dossier.contacts
        .filter((contact) => roleDuLien(contact.role) === role)
        .map(({ courriel }) => courriel.toLowerCase())
        .filter((adresse) => !sourdes.has(adresse)),
    ).size;
  return { entreprises: compter('entreprise'), acheteurs: compter('acheteur') };
}
