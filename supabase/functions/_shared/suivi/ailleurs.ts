import { z } from 'zod';
import {
  choisirAilleurs,
  parcoursLibreSchema,
  RAYON_AILLEURS_KM,
  type Ailleurs,
} from '../../../../src/catalogue/regles/ailleurs.ts';
import { jourAParis, plusTard } from '../../../../src/socle/dates.ts';
import type { Dossier } from '../../../../src/suivi/regles/dossier.ts';
import type { Deps } from '../deps.ts';
import { aMaintenant } from '../liens.ts';
import { communesAutour, lieuDe } from './lieux-autour.ts';

/** Ce qu'il faut savoir d'un dossier pour proposer autre chose : la demande ne dit pas où habite le jeune. */
type Cherche = Pick<Dossier, 'parcours' | 'heures' | 'debutLe'>;

/**
 * D'autres parcours libres près de celui d'un dossier, pour autant d'heures. La base dit ce qui est libre à l'instant ;
 * rien n'en sort qui ne soit au catalogue. null quand on ne sait pas situer le parcours.
 */
export async function chercherAilleurs(dossier: Cherche, deps: Deps): Promise<Ailleurs | null> {
  const { id, domaine, commune } = dossier.parcours;
  const lieu = lieuDe(commune);
  if (lieu === undefined) return null;
  const libres = await deps.base.appeler(
    'parcours_libres_autour',
    {
      p_communes: communesAutour(lieu, RAYON_AILLEURS_KM),
      p_domaine: domaine,
      p_heures: dossier.heures,
      p_debut: plusTard(dossier.debutLe, jourAParis(deps.maintenant())),
      p_sauf: id,
      ...aMaintenant(deps),
    },
    z.array(parcoursLibreSchema),
  );
  return choisirAilleurs(libres, { id, domaine, heures: dossier.heures, lieu }, lieuDe);
}
