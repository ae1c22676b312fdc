import { muets } from '../../../../src/relais/regles/droits.ts';
import { annoncesDe, type Annonce } from '../../../../src/relances/regles/annonces.ts';
import { rappelsAVenir } from '../../../../src/relances/regles/avenir.ts';
import { echeancesDuService } from '../../../../src/relances/regles/echeances.ts';
import { jourAParis } from '../../../../src/socle/dates.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';
import { VERIFICATION_JOURS } from '../confiance.ts';
import type { Deps } from '../deps.ts';
import type { SuiviOuvert } from './lecture.ts';
import { joignables, perdues } from './personnes.ts';
import { destinatairesDe } from './rappels.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** Ce que le service fera de ce dossier si personne n'agit, dans l'ordre des jours. */
export function avenirDe(
  { dossier, evenements }: SuiviOuvert,
  suivi: Suivi,
  deps: Deps,
): Annonce[] {
  if (suivi.prochaine === null) return [];
  const instant = deps.maintenant();
  const sourdes = perdues(dossier, muets(suivi));
  const prevu = rappelsAVenir(
    {
      evenements,
      instant,
      delais: DELAIS,
      calendrier: CALENDRIER,
      academie: dossier.academie,
      debutLe: dossier.debutLe,
      contacts: joignables(dossier, muets(suivi)),
    },
    (relance) => destinatairesDe(relance, dossier, deps.config.equipe, sourdes).length > 0,
  );
  const echeances = echeancesDuService({
    evenements,
    suivi,
    aujourdHui: jourAParis(instant),
    verificationJours: VERIFICATION_JOURS,
  });
  return [...annoncesDe(prevu), ...echeances].toSorted((une, autre) =>
    une.le < autre.le ? -1 : Number(une.le > autre.le),
  );
}
