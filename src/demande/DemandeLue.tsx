import { libelleDuree } from '../calibrage/regles/calibrage.ts';
import { enFrancais } from '../socle/dates.ts';
import type { Lue } from './lue.ts';

/** Ce que le lien désigne. */
export function DemandeLue({
  demande: { parcours, heures, debutLe, reference },
}: {
  demande: Lue;
}) {
  return (
    <dl className="csf-demande">
      {parcours && (
        <div>
          <dt>Parcours</dt>
          <dd>
            <a href={`/parcours/${parcours.id}/`}>{parcours.intitule}</a>
          </dd>
        </div>
      )}
      {heures !== undefined && (
        <div>
          <dt>Durée</dt>
          <dd>{libelleDuree(heures)}</dd>
        </div>
      )}
      {debutLe !== undefined && (
        <div>
          <dt>Début souhaité</dt>
          <dd>{enFrancais(debutLe, { jourDeSemaine: true })}</dd>
        </div>
      )}
      <div>
        <dt>Référence de la demande</dt>
        <dd className="csf-reference">{reference}</dd>
      </div>
    </dl>
  );
}
