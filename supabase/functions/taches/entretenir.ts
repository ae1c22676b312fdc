import { z } from 'zod';
import { CONSERVATION } from '../../../src/site/regles/conservation.ts';
import { PROPOSITION_HEURES } from '../../../src/demande/regles/demande.ts';
import { VERIFICATION_JOURS } from '../_shared/confiance.ts';
import { envoyerCourriels } from '../_shared/envoi/boite-d-envoi.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';
import { preparerLiens } from '../_shared/jetons.ts';
import { aMaintenant } from '../_shared/liens.ts';
import { reconstruire } from '../_shared/reconstruction.ts';
import { DELAIS } from '../_shared/suivi/regles.ts';
import reglages from '../_shared/reglages.json' with { type: 'json' };

/** Parcours proposés au plus en un passage ; le suivant continue. */
const PROPOSITIONS = 50;

/** Vérifications que le temps fait avancer au plus en un passage ; le suivant continue. */
const VERIFICATIONS = 50;

/** Liens posés au plus en un passage pour les contacts que l'import désigne ; le suivant continue. */
const DESIGNATIONS = 50;

/**
 * Clôt ce dont personne ne s'occupe plus, compte les heures que personne n'a contestées, fait avancer les vérifications,
 * fait expirer ce qui est passé de date, propose les parcours libérés, prévient les contacts que l'import a changés, et
 * efface ce qui ne doit plus être gardé.
 */
export const entretenir: Traitement = async (_requete, deps) => {
  await deps.base.appeler(
    'regler',
    { p_bornes: reglages.bornes, p_academies: reglages.academies },
    z.unknown(),
  );
  const muettes = await deps.base.appeler(
    'dossiers_clore_muets',
    { p_conservation: CONSERVATION, p_equipe: deps.config.equipe, ...aMaintenant(deps) },
    z.number(),
  );
  const comptees = await deps.base.appeler(
    'heures_sans_reponse',
    { p_jours: DELAIS.confirmation, ...aMaintenant(deps) },
    z.number(),
  );
  const verifications = await deps.base.appeler(
    'verifications_avancer',
    {
      p_liens: await preparerLiens(deps.config.secretLiens, VERIFICATIONS),
      p_jours: VERIFICATION_JOURS,
      p_equipe: deps.config.equipe,
      ...aMaintenant(deps),
    },
    z.number(),
  );
  const expirees = await deps.base.appeler(
    'demandes_expirer',
    {
      p_liens: await preparerLiens(deps.config.secretLiens, PROPOSITIONS),
      p_valable: `${PROPOSITION_HEURES} hours`,
      ...aMaintenant(deps),
    },
    z.number(),
  );
  const prevenus = await deps.base.appeler(
    'contacts_prevenir',
    { p_liens: await preparerLiens(deps.config.secretLiens, DESIGNATIONS), ...aMaintenant(deps) },
    z.number(),
  );
  const effaces = await deps.base.appeler(
    'purger',
    { p_conservation: CONSERVATION, ...aMaintenant(deps) },
    z.record(z.string(), z.number()),
  );
  if (muettes + verifications + expirees + prevenus > 0) deps.enArriere(envoyerCourriels(deps));
  if (effaces.parcoursRetires) deps.enArriere(reconstruire(deps));
  return json(200, {
    statut: 'fait',
    muettes,
    comptees,
    verifications,
    expirees,
    prevenus,
    effaces,
  });
};
