import { Fragment } from 'react';
import { enFrancais } from '../socle/dates.ts';
import type { Fait, Precision } from './regles/faits.ts';

interface Props {
  faits: readonly Fait[];
  /** Attribut de recherche des passages à indexer ; absent, rien ne l'est. */
  indexe?: '' | undefined;
}

const Jour = ({ jour }: { jour: string }) => <time dateTime={jour}>{enFrancais(jour)}</time>;

function EnPetit({ precision, indexe }: { precision: Precision; indexe: '' | undefined }) {
  const { phrase, jour, academie } = precision;
  return (
    <>
      {/* Lue d'une traite, la ligne ne colle pas deux mots. */}{' '}
      <small>
        {phrase}
        {jour !== undefined && (
          <>
            {' '}
            <Jour jour={jour} />
          </>
        )}
        {academie !== undefined && (
          <>
            {' '}
            <span data-pagefind-filter="academie" data-pagefind-body={indexe}>
              {academie}
            </span>
          </>
        )}
      </small>
    </>
  );
}

/** Les faits d'un parcours, terme à terme : la page publiée et l'aperçu d'une déclaration les montrent de même. */
export function FaitsDuParcours({ faits, indexe }: Props) {
  return (
    <dl className="csf-faits">
      {faits.map(({ terme, fort, texte, jour, precisions = [] }) => (
        <Fragment key={terme}>
          <dt>{terme}</dt>
          <dd data-pagefind-body={terme === 'Référence' ? indexe : undefined}>
            {fort !== undefined && <strong>{fort}</strong>}
            {texte}
            {jour !== undefined && <Jour jour={jour} />}
            {precisions.map((precision) => (
              <EnPetit key={precision.phrase} precision={precision} indexe={indexe} />
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
