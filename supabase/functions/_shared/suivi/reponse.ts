import { fautIlChercherAilleurs } from '../../../../src/relances/regles/ailleurs.ts';
import { actionsDuLien } from '../../../../src/relais/regles/droits.ts';
import { sansDoublon } from '../../../../src/relais/regles/seul-contact.ts';
import { suivre, type Suivi } from '../../../../src/suivi/regles/suivi.ts';
import { ditDuDossier } from '../../../../src/suivi/regles/dit.ts';
import { dossierVuSchema } from '../../../../src/suivi/regles/dossier.ts';
import { pasDeLaTutrice } from '../../../../src/relances/regles/pas-de-la-tutrice.ts';
import type { PourLaTutrice, SuiviRecu } from '../../../../src/suivi/regles/recu.ts';
import { phraseDEvenement } from '../../../../src/suivi/regles/phrases-evenements.ts';
import { roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import {
  dossierPour,
  evenementsPour,
  journalPour,
  momentDe,
  suiviPour,
} from '../../../../src/suivi/regles/visibilite.ts';
import type { Deps } from '../deps.ts';
import { chercherAilleurs } from './ailleurs.ts';
import { avenirDe } from './avenir.ts';
import type { SuiviOuvert } from './lecture.ts';
import { ditEnPropre } from './dit.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

async function suiteDeLaTutrice(lu: SuiviOuvert, suivi: Suivi, deps: Deps): Promise<PourLaTutrice> {
  const cherche = fautIlChercherAilleurs(suivi, deps.maintenant(), DELAIS);
  const ailleurs = cherche ? await chercherAilleurs(lu.dossier, deps) : null;
  return {
    pas: pasDeLaTutrice(suivi),
    avenir: avenirDe(lu, suivi, deps),
    ...(ailleurs ? { ailleurs } : {}),
  };
}

/** La réponse d'une lecture : où en est le suivi, ce que ce rôle peut y voir et y faire. */
export async function corpsDuSuivi(
  lu: SuiviOuvert,
  deps: Deps,
  statut = 'ouvert',
): Promise<SuiviRecu> {
  const instant = deps.maintenant();
  const suivi = suivre(lu.evenements, instant, DELAIS, CALENDRIER);
  const maintenant = instant.toISOString();
  const role = roleDuLien(lu.role);
  const moment = momentDe(suivi.etat, lu.evenements);
  const montre = suiviPour(
    role,
    suivre(journalPour(role, lu.evenements), instant, DELAIS, CALENDRIER),
  );
  const dossier = dossierPour(lu.role, moment, dossierVuSchema.parse(lu.dossier));
  const evenements = evenementsPour(role, lu.evenements).map((evenement) => ({
    ...evenement,
    phrase: phraseDEvenement(evenement),
  }));
  const vus = {
    role,
    suivi: montre,
    actions: actionsDuLien(suivi, lu.role, instant, lu.cede),
    dossier: { ...dossier, contacts: sansDoublon(dossier.contacts, lu.role) },
    evenements,
    maintenant,
  };
  return {
    ...vus,
    statut,
    roleDuLien: lu.role,
    vu: lu.vu,
    dit: ditDuDossier(vus, ditEnPropre(suivi, lu)),
    ...(role === 'tutrice' ? { pourLaTutrice: await suiteDeLaTutrice(lu, suivi, deps) } : {}),
  };
}
