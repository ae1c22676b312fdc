import type { RoleDeLien } from '../../../../src/suivi/regles/mots.ts';
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
