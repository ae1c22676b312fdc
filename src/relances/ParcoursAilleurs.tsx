import type { Ailleurs } from '../catalogue/regles/ailleurs.ts';
import { estPartage } from '../formulaire/scripts/appareil.ts';
import { Brouillon } from '../formulaire/scripts/brouillon.ts';
import type { DossierVu } from '../suivi/regles/dossier.ts';

/* Le formulaire d'une demande reprend son brouillon : ce qu'elle a déjà tapé n'est pas à retaper. */
function preparerLaDemande(parcoursId: string, dossier: DossierVu) {
  if (estPartage()) return;
  const { demandeur, academie, heures, debutLe } = dossier;
  const { nom, courriel, telephone, etablissement } = demandeur;
  new Brouillon('interet').garder({
    parcoursId,
    nom,
    courriel,
    ...(telephone === null ? {} : { telephone }),
    etablissement,
    academie,
    debutLe,
    heures: String(heures),
  });
}

interface Props {
  ailleurs: Ailleurs;
  dossier: DossierVu;
  /** Vrai quand la demande est finie : il n'y a plus rien à attendre. */
  finie: boolean;
}

/** D'autres parcours libres près de celui que l'on attend. */
export function ParcoursAilleurs({ ailleurs, dossier, finie }: Props) {
  const { parcours, recherche } = ailleurs;
  return (
    <>
      <h3>{finie ? 'D’autres parcours' : 'Le jeune ne peut pas attendre ?'}</h3>
      {parcours.length > 0 && (
        <>
          <p>
            {parcours.length > 1 ? 'Ces parcours sont libres' : 'Ce parcours est libre'} tout près
            aujourd’hui, pour la même durée.
          </p>
          <ul>
            {parcours.map(({ id, intitule, dit }) => (
              <li key={id}>
                <a href={`/parcours/${id}/`}>{intitule}</a>
                {` : ${dit}.`}
                <br />
                <a
                  href={`/interet/?parcours=${id}`}
                  onClick={() => preparerLaDemande(id, dossier)}
                  aria-label={`Dire votre intérêt pour ${intitule}, ${dit}`}
                >
                  Dire votre intérêt
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={recherche}>Chercher d’autres parcours près de là</a>, avec le même domaine et la
        même durée.
      </p>
    </>
  );
}
