import { z } from 'zod';
import { suivre } from '../../../../src/suivi/regles/suivi.ts';
import type { LigneDeTableau, Tableau } from '../../../../src/tableaux/regles/tableau.ts';
import type { Deps } from '../deps.ts';
import { jetonDe } from '../jetons.ts';
import { evenementsSchema } from './lecture.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** Ce que la base rend d'un tableau. Tout n'en part pas : une page ne reçoit que ce qu'elle montre. */

const parcoursSchema = z.object({
  id: z.string(),
  intitule: z.string(),
  commune: z.string(),
  domaine: z.string(),
});

const parcoursEnBrefSchema = parcoursSchema.extend({
  academie: z.string().nullable(),
  finLe: z.string().nullable(),
});

const ligneSchema = z.object({
  reference: z.string(),
  parcours: parcoursSchema,
  academie: z.string(),
  notifieLe: z.string().nullable(),
  activeLe: z.string().nullable(),
  liens: z.array(z.object({ id: z.uuid() })),
  evenements: evenementsSchema,
});

export const tableauSchema = z.object({
  statut: z.literal('ouvert'),
  portee: z.enum(['dossiers', 'equipe', 'coordination']),
  role: z.enum(['acheteur', 'prescripteur', 'equipe', 'coordination']),
  academie: z.string().nullable(),
  lignes: z.array(ligneSchema),
  parcours: z.array(parcoursEnBrefSchema),
  parcoursSansJeune: z.array(parcoursEnBrefSchema),
  contactsJamaisConfirmes: z.array(
    parcoursSchema.extend({ academie: z.string().nullable(), depuisLe: z.string().nullable() }),
  ),
  courrielsMorts: z.array(
    z.object({
      id: z.uuid(),
      gabarit: z.string(),
      destinataire: z.string().nullable(),
      erreur: z.string().nullable(),
      creeLe: z.string(),
      reference: z.string().nullable(),
    }),
  ),
});
type TableauLu = z.infer<typeof tableauSchema>;

async function ligneDe(ligne: TableauLu['lignes'][number], deps: Deps): Promise<LigneDeTableau> {
  const { evenements, liens, ...champs } = ligne;
  const [lien] = liens;
  return {
    ...champs,
    suivi: suivre(evenements, deps.maintenant(), DELAIS, CALENDRIER),
    ...(lien === undefined ? {} : { jeton: await jetonDe(deps.config.secretLiens, lien.id) }),
  };
}

/** Le tableau d'une personne. Ses jetons sont ceux de ses propres liens, recalculés à la demande. */
export async function corpsDuTableau(lu: TableauLu, deps: Deps): Promise<Tableau> {
  const avecUnJeune = new Set(lu.lignes.map(({ parcours }) => parcours.id));
  return {
    statut: 'ouvert',
    role: lu.role,
    maintenant: deps.maintenant().toISOString(),
    academie: lu.academie,
    lignes: await Promise.all(lu.lignes.map((ligne) => ligneDe(ligne, deps))),
    // Un acheteur voit tous ses parcours : ceux qui n'ont pas de jeune aussi.
    parcoursSansJeune:
      lu.portee === 'dossiers'
        ? lu.parcours.filter(({ id }) => !avecUnJeune.has(id))
        : lu.parcoursSansJeune,
    contactsJamaisConfirmes: lu.contactsJamaisConfirmes,
    courrielsMorts: lu.courrielsMorts,
  };
}
