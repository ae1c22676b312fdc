import { academies } from './referentiel/academies.ts';
import { departements } from './referentiel/departements.ts';
import { parcoursOuverts } from '../parcours/contenu/parcours.ts';

async function compter(critere: 'academie' | 'departement') {
  const groupes = Map.groupBy(await parcoursOuverts(), ({ lieu }) => lieu[critere].slug);
  return (slug: string) => {
    const groupe = groupes.get(slug) ?? [];
    const disponibles = groupe.filter(({ disponibilite }) => disponibilite === 'disponible');
    return { ouverts: groupe.length, disponibles: disponibles.length };
  };
}

/** Les académies, avec leurs départements et leurs comptes. */
export async function toutesLesAcademies() {
  const parAcademie = await compter('academie');
  const parDepartement = await compter('departement');
  return academies().map((academie) => ({
    ...academie,
    ...parAcademie(academie.slug),
    departements: departements()
      .filter((departement) => departement.academie === academie.slug)
      .map((departement) => ({ ...departement, ...parDepartement(departement.slug) })),
  }));
}

/** Tous les départements, avec le nom de leur académie. */
export async function tousLesDepartements() {
  return (await toutesLesAcademies()).flatMap((academie) =>
    academie.departements.map((departement) => ({
      ...departement,
      nomAcademie: academie.nom,
    })),
  );
}
