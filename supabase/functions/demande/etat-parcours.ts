import { z } from 'zod';
import { jourAParis } from '../../../src/socle/dates.ts';
import { disponibiliteLe, DISPONIBILITES } from '../../../src/parcours/regles/disponibilite.ts';
import { IDENTIFIANT } from '../../../src/parcours/regles/parcours.ts';
import type { Traitement } from '../_shared/deps.ts';
import { json } from '../_shared/http.ts';

const etatSchema = z
  .object({
    intitule: z.string(),
    commune: z.string(),
    heures: z.number().nullable(),
    finLe: z.string().nullable(),
    finReconductionLe: z.string().nullable(),
    disponibilite: z.enum(DISPONIBILITES),
    heuresRestantes: z.number().nullable(),
    reserveLe: z.string().nullable(),
    enAttente: z.number(),
  })
  .nullable();

/** Dit l'état du moment d'un parcours publié : le site construit n'en a qu'une photographie. */
export const etatParcours: Traitement = async (requete, { base, maintenant }) => {
  const parcours = new URL(requete.url).searchParams.get('parcours') ?? '';
  const etat = IDENTIFIANT.test(parcours)
    ? await base.appeler('parcours_etat', { p_parcours: parcours }, etatSchema)
    : null;
  if (etat === null) return json(404, { statut: 'inconnu' });
  const disponibilite = disponibiliteLe(etat, jourAParis(maintenant()));
  return json(200, { statut: 'connu', ...etat, disponibilite });
};
