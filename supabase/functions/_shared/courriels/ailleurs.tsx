import { libelleDureeDeParcours } from '../../../../src/calibrage/regles/calibrage.ts';
import type { Ailleurs } from '../../../../src/catalogue/regles/ailleurs.ts';
import { libelleDistance } from '../../../../src/socle/distance.ts';
import { Etapes, Lien, Paragraphe, Titre } from './gabarit.tsx';

/** D'autres parcours libres près de celui que la tutrice attend ; rien quand on n'en a pas cherché. */
export function ParcoursAilleurs({ ailleurs, site }: { ailleurs?: Ailleurs; site: string }) {
  if (ailleurs === undefined) return null;
  const { parcours, recherche } = ailleurs;
  return (
    <>
      {parcours.length > 0 && (
        <>
          <Titre>Le jeune ne peut pas attendre ?</Titre>
          <Paragraphe>
            {parcours.length > 1 ? 'Ces parcours sont libres' : 'Ce parcours est libre'} tout près
            aujourd’hui, pour la même durée. Votre demande, elle, continue.
          </Paragraphe>
          <Etapes
            etapes={parcours.map(({ id, intitule, lieu, km, heures }) => (
              <>
                <Lien href={`${site}/parcours/${id}/`}>{intitule}</Lien>
                {` : ${lieu}, à ${libelleDistance(km)}, ${libelleDureeDeParcours(heures)}. `}
                <Lien href={`${site}/interet/?parcours=${id}`}>Dire votre intérêt</Lien>
              </>
            ))}
          />
        </>
      )}
      <Paragraphe>
        <Lien href={`${site}${recherche}`}>Chercher d’autres parcours près de là</Lien>, avec le
        même domaine et la même durée.
      </Paragraphe>
    </>
  );
}
