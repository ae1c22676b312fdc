import { lireUnLien, type Montrer } from '../_shared/liens.ts';
import { peutSeRetirer } from '../_shared/suivi/agir.ts';
import { ouvertSchema } from '../_shared/suivi/lecture.ts';

/** Une demande suivie, telle que la page de retrait la montre à la tutrice ; aux autres, ce lien n'ouvre que le suivi. */
const montrerLaDemandeSuivie: Montrer = (lu, deps) => {
  const suivi = ouvertSchema.parse(lu);
  if (suivi.role !== 'tutrice') return { statut: 'autre-page' };
  const { reference, etat, rang, heures, debutLe, activeLe, parcours } = suivi.dossier;
  return {
    statut: etat === 'active' && !peutSeRetirer(suivi, deps) ? 'interdite' : etat,
    reference,
    parcours: parcours.id,
    intitule: parcours.intitule,
    commune: parcours.commune,
    heures,
    debutLe,
    activeLe,
    rang,
  };
};

export const lireLien = lireUnLien({
  'confirmer-demande': (lu) => lu,
  'accepter-proposition': (lu) => lu,
  suivre: montrerLaDemandeSuivie,
});
