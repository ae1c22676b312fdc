import { libelleDuree } from '../calibrage/regles/calibrage.ts';
import { FaitsDuParcours } from './FaitsDuParcours.tsx';
import { TONS_DISPONIBILITE } from './regles/carte.ts';
import { LIBELLES_DISPONIBILITE } from './regles/disponibilite.ts';
import { faitsDuParcours, type LieuDeFait } from './regles/faits.ts';
import type { Parcours } from './regles/parcours.ts';

interface Props {
  parcours: Parcours;
  lieu: LieuDeFait;
  nomDomaine: string;
}

/** La page publique d'un parcours qui n'est pas encore publié : les mêmes mots, les mêmes règles que la sienne. */
export function Apercu({ parcours, lieu, nomDomaine }: Props) {
  const { disponibilite, intitule, heures, taches, conditions } = parcours;
  // La référence et la date de publication viennent avec la validation.
  const faits = faitsDuParcours({ ...parcours, publieLe: null }, lieu).filter(
    ({ terme }) => terme !== 'Référence',
  );
  return (
    <div className="csf-apercu">
      <p className="csf-carte__haut">
        <span className={`fr-badge fr-badge--no-icon ${TONS_DISPONIBILITE[disponibilite]}`}>
          {LIBELLES_DISPONIBILITE[disponibilite]}
        </span>
        <span>{nomDomaine}</span>
      </p>
      <h4>{intitule}</h4>
      <p className="csf-resume">
        <strong>{libelleDuree(heures)}</strong>
        {`, ${lieu.commune} (${lieu.departement.code})`}
      </p>
      <h5>Ce que le jeune fera</h5>
      <ul className="csf-taches">
        {taches.map((tache) => (
          <li key={tache}>{tache}</li>
        ))}
      </ul>
      {conditions.length > 0 && (
        <>
          <h5>Conditions d’accueil</h5>
          <ul>
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </>
      )}
      <FaitsDuParcours faits={faits} />
    </div>
  );
}
