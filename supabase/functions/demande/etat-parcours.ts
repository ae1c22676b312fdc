import { jourAParis } from '../../../src/socle/dates.ts';
import { disponibiliteLe } from '../../../src/parcours/regles/disponibilite.ts';
import { IDENTIFIANT } from '../../../src/parcours/regles/limites.ts';
import { etatDuMomentSchema } from '../../../src/parcours/regles/parcours.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';

/** Dit l'état du moment d'un parcours publié : le site construit n'en a qu'une photographie. */
export const etatParcours: Traitement = async (requete, { base, maintenant }) => {
  const parcours = new URL(requete.url).searchParams.get('parcours') ?? '';
  const etat = IDENTIFIANT.test(parcours)
    ? await base.appeler('parcours_etat', { p_parcours: parcours }, etatDuMomentSchema.nullable())
    : null;
  if (etat === null) return json(404, { statut: 'inconnu' });
  const disponibilite = disponibiliteLe(etat, jourAParis(maintenant()));
  return json(200, { statut: 'connu', ...etat, disponibilite });
};
