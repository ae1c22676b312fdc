import { z } from 'zod';
import { classeDuree } from '../../calibrage/regles/calibrage.ts';
import { dureeDeCarte } from '../../parcours/regles/carte.ts';
import { parcoursSchema } from '../../parcours/regles/parcours.ts';
import { libelleDistance, type Point } from '../../socle/distance.ts';
import { slug } from '../../socle/texte.ts';
import { ecrireFiltres, SANS_FILTRE } from './filtres.ts';
import { grille, plusProches } from './voisinage.ts';

/** Jusqu'où l'on propose un autre parcours, en kilomètres : un jeune y va chaque jour. */
export const RAYON_AILLEURS_KM = 50;

const COMBIEN = 3;

/** Un parcours libre qui peut accueillir ces heures, tel que la base le rend. */
export const parcoursLibreSchema = parcoursSchema
  .pick({ id: true, intitule: true, domaine: true, commune: true })
  .strip()
  .extend({
    heures: z.number().nullable().describe('Ce qui peut encore se promettre ; null : à convenir'),
  });
export type ParcoursLibre = z.infer<typeof parcoursLibreSchema>;

/** D'autres parcours proposés à qui attend : rien qui ne soit déjà public. */
export const ailleursSchema = z.object({
  parcours: z.array(
    parcoursLibreSchema.pick({ id: true, intitule: true }).extend({
      dit: z.string().describe('« Roubaix (59), à 3 km, 26 semaines (900 h), partageable »'),
    }),
  ),
  recherche: z.string().describe('La liste, avec le même lieu, le même domaine et la même durée'),
});
export type Ailleurs = z.infer<typeof ailleursSchema>;

export type LieuConnu = { code: string; nom: string; departement: string; point: Point };

/** Ce que l'on cherche : près d'où, dans quel domaine, pour combien d'heures. */
export type Recherche = { id: string; domaine: string; heures: number; lieu: LieuConnu };

/** L'adresse de la liste du catalogue, avec le lieu, le domaine et la durée de la demande. */
const adresseDeRecherche = ({ lieu, domaine, heures }: Recherche) =>
  `/parcours/?${ecrireFiltres({
    ...SANS_FILTRE,
    lieu: `${slug(lieu.nom)}-${lieu.code}`,
    domaine,
    durees: [classeDuree(heures)],
  }).toString()}`;

/**
 * Trois parcours libres près d'un autre, rangés comme sur sa page : le même domaine d'abord, à distance comparable.
 * @param lieuDe le lieu d'une commune ; un parcours qu'on ne sait pas situer n'est pas proposé
 */
export function choisirAilleurs(
  libres: readonly ParcoursLibre[],
  recherche: Recherche,
  lieuDe: (commune: string) => LieuConnu | undefined,
): Ailleurs {
  const situes = libres.flatMap((libre) => {
    const lieu = lieuDe(libre.commune);
    return lieu ? [{ ...libre, point: lieu.point, lieu }] : [];
  });
  const { id, domaine, lieu } = recherche;
  const depart = { id, domaine, commune: lieu.code, point: lieu.point };
  return {
    parcours: plusProches(grille(situes, COMBIEN + 1), depart, COMBIEN)
      .filter(({ distance }) => distance <= RAYON_AILLEURS_KM)
      .map(({ element, distance }) => ({
        id: element.id,
        intitule: element.intitule,
        // Dit ici : la page du suivi n'a pas à porter ces règles.
        dit: `${element.lieu.nom} (${element.lieu.departement}), à ${libelleDistance(distance)}, ${dureeDeCarte(element.heures)}`,
      })),
    recherche: adresseDeRecherche(recherche),
  };
}
