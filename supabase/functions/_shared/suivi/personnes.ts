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

/** Les adresses où l'on n'écrit pas, parce que rien n'y arrive ou que ce n'est plus la bonne personne : une même personne peut tenir deux rôles. */
export function perdues(
  { contacts, demandeur }: Adresses,
  muets: readonly RoleDeLien[],
): Set<string> {
  const toutes: { role: RoleEcrit; courriel: string }[] = [
    { role: 'tutrice', courriel: demandeur.courriel },
    ...contacts,
  ];
  return new Set(
    toutes.filter(({ role }) => muets.includes(role)).map(({ courriel }) => courriel.toLowerCase()),
  );
}

/** Les rôles d'entreprise que tient la personne de ce rôle, lui d'abord : dans une petite, les deux. */
export function rolesDeLaPersonne<R extends RoleDeLien>(
  { contacts }: Pick<Dossier, 'contacts'>,
  role: R,
): (R | 'entreprise-1' | 'entreprise-2')[] {
  if (roleDuLien(role) !== 'entreprise') return [role];
  const adresse = contacts.find((contact) => contact.role === role)?.courriel.toLowerCase();
  const autres = contacts.flatMap((contact) =>
    contact.role !== role &&
    (contact.role === 'entreprise-1' || contact.role === 'entreprise-2') &&
    contact.courriel.toLowerCase() === adresse
      ? [contact.role]
      : [],
  );
  return [role, ...autres];
}

/** Combien de personnes, une adresse chacune, il reste à joindre dans l'entreprise et chez l'acheteur. */
export function joignables(dossier: Adresses, muets: readonly RoleDeLien[]) {
  const sourdes = perdues(dossier, muets);
  const compter = (role: 'entreprise' | 'acheteur') =>
    new Set(
      dossier.contacts
        .filter((contact) => roleDuLien(contact.role) === role)
        .map(({ courriel }) => courriel.toLowerCase())
        .filter((adresse) => !sourdes.has(adresse)),
    ).size;
  return { entreprises: compter('entreprise'), acheteurs: compter('acheteur') };
}
