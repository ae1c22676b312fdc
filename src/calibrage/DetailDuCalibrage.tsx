import { libelleDuree } from './regles/calibrage.ts';
import { lienVersLaClause } from './regles/calibrer.ts';
import type { Conseil } from './regles/conseils.ts';
import type { Resultat } from './regles/resultat.ts';

type Detail = NonNullable<Resultat['detail']>;

/** Les quatre volumes : celui qui est retenu se dit en toutes lettres, pas seulement en couleur. */
function Volumes({ choix, retenu }: { choix: Detail['choix']; retenu: number | null }) {
  return (
    <>
      <h3>Les quatre volumes</h3>
      <ul className="csf-nue csf-volumes">
        {choix.map(({ heures, libelle, permis, raison }) => (
          <li key={heures} className={permis ? 'csf-volume' : 'csf-volume csf-volume--refuse'}>
            <strong>
              {libelle}
              {heures === retenu && <em> (retenu)</em>}
            </strong>{' '}
            {raison}
          </li>
        ))}
      </ul>
    </>
  );
}

function ConseilDit({ titre, phrases, alerte, suite }: Conseil) {
  return (
    <div className={alerte ? 'csf-conseil csf-alerte' : 'csf-conseil'}>
      <h3>{titre}</h3>
      {phrases.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      {suite && (
        <p>
          <a href={suite.adresse}>{suite.texte}</a>
        </p>
      )}
    </div>
  );
}

/** Ce que le calibrage dit d'un marché : les volumes, la clause à écrire, et ce qu'il faut savoir. */
export function DetailDuCalibrage({ detail }: { detail: Detail }) {
  const { choix, heures, marche, conseils } = detail;
  return (
    <>
      {choix.length > 0 && <Volumes choix={choix} retenu={heures} />}
      {heures !== null && (
        <p>
          <a className="fr-btn" href={lienVersLaClause(marche, heures)}>
            Écrire la clause pour {libelleDuree(heures)}
          </a>
        </p>
      )}
      {conseils.map((conseil) => (
        <ConseilDit key={conseil.titre} {...conseil} />
      ))}
    </>
  );
}
