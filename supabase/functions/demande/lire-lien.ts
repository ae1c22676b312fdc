import { demandeLueSchema } from '../../../src/suivi/regles/dossier.ts';
import { lireUnLien, type Montrer } from '../_shared/liens.ts';
import { peutSeRetirer } from '../_shared/suivi/agir.ts';
import { ouvertSchema } from '../_shared/suivi/lecture.ts';

/** Une demande suivie, telle que la page de retrait la montre à la tutrice ; aux autres, ce lien n'ouvre que le suivi. */
const montrerLaDemandeSuivie: Montrer = (lu, deps) => {
  const suivi = ouvertSchema.parse(lu);
  if (suivi.role !== 'tutrice') return { statut: 'autre-page' };
  const { etat } = suivi.dossier;
  const statut = etat === 'active' && !peutSeRetirer(suivi, deps) ? 'interdite' : etat;
  return { ...demandeLueSchema.parse(suivi.dossier), statut };
};

export const lireLien = lireUnLien({
  'confirmer-demande': (lu) => lu,
  'accepter-proposition': (lu) => lu,
  'verifier-personne': (lu) => lu,
  suivre: montrerLaDemandeSuivie,
});
