import type { Ailleurs } from '../../../../../src/catalogue/regles/ailleurs.ts';
import { Etapes, Lien, Paragraphe, Titre } from '../gabarit.tsx';

interface Props {
  ailleurs?: Ailleurs;
  site: string;
  /** Vrai quand la demande est finie : il n'y a plus rien à attendre. */
  finie: boolean;
}

/** D'autres parcours libres près de celui que la tutrice attend ; rien quand on n'en a pas cherché. */
export function ParcoursAilleurs({ ailleurs, site, finie }: Props) {
  if (ailleurs === undefined) return null;
  const { parcours, recherche } = ailleurs;
  return (
    <>
      {parcours.length > 0 && (
        <>
          <Titre>{finie ? 'D’autres parcours' : 'Le jeune ne peut pas attendre ?'}</Titre>
          <Paragraphe>
            {parcours.length > 1 ? 'Ces parcours sont libres' : 'Ce parcours est libre'} tout près
            aujourd’hui, pour la même durée.{finie ? '' : ' Votre demande, elle, continue.'}
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
