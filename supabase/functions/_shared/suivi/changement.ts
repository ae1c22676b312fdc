import type { Ailleurs } from '../../../../src/catalogue/regles/ailleurs.ts';
import type { Contact, Dossier } from '../../../../src/suivi/regles/dossier.ts';
import type { Evenement } from '../../../../src/suivi/regles/evenement.ts';
import type { RoleDeLien } from '../../../../src/suivi/regles/mots.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';
import type { Moment } from '../../../../src/suivi/regles/visibilite.ts';

/** Ce qui vient de se passer, avant et après. */
export type Changement = {
  dossier: Dossier;
  /** Où en est l'échange, cet événement compris. */
  moment: Moment;
  /** L'événement qui s'écrit, tel qu'il sera lu. */
  evenement: Evenement;
  precision: string | null;
  avant: Suivi;
  apres: Suivi;
  /** Le rôle du lien de qui agit. */
  lien: RoleDeLien;
  /** La personne qui prend le relais, et le lien qui l'attend ; `cede` : qui le lui passe peut encore le reprendre. */
  relais: { contact: Contact; lien: string; cede: boolean } | null;
  /** D'autres parcours libres, quand la nouvelle est un refus : pour la tutrice. */
  ailleurs?: Ailleurs | undefined;
  instant: Date;
  equipe: string;
};
