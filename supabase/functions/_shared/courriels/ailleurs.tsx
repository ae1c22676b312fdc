import type { Ailleurs } from '../../../../src/catalogue/regles/ailleurs.ts';
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
            etapes={parcours.map(({ id, intitule, dit }) => (
              <>
                <Lien href={`${site}/parcours/${id}/`}>{intitule}</Lien>
                {` : ${dit}. `}
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
