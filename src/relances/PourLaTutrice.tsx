import { enFrancais } from '../socle/dates.ts';
import { ParcoursAilleurs } from './ParcoursAilleurs.tsx';
import type { SuiviRecu } from '../suivi/regles/recu.ts';

/** Ce que la tutrice a à faire, et ce que le service fera si personne n'agit. */
export default function PourLaTutrice({ recu: { pourLaTutrice, dossier } }: { recu: SuiviRecu }) {
  if (pourLaTutrice === undefined) return null;
  const { pas, avenir, ailleurs } = pourLaTutrice;
  return (
    <section aria-labelledby="ensuite">
      <h2 id="ensuite">{pas === null ? 'Et maintenant ?' : 'Votre prochain geste, et le nôtre'}</h2>
      {pas !== null && <p>{pas}</p>}
      {avenir.length > 0 && (
        <>
          <p id="si-personne">Si personne n’agit, voici ce que nous ferons :</p>
          <ol className="csf-nue csf-chronologie" aria-labelledby="si-personne">
            {avenir.map(({ le, phrase }) => (
              <li key={`${le} ${phrase}`} className="csf-chronologie__suite">
                <span className="csf-chronologie__date">
                  <time dateTime={le}>{enFrancais(le, { jourDeSemaine: true })}</time>
                </span>
                <span>{`${phrase}.`}</span>
              </li>
            ))}
          </ol>
          <p className="csf-note">
            Une réponse, un rendez-vous : la suite change, et cette liste avec elle.
          </p>
        </>
      )}
      <p>
        <a href="/suivi/demandes/">Toutes mes demandes</a>
      </p>
      {ailleurs && <ParcoursAilleurs ailleurs={ailleurs} dossier={dossier} finie={pas === null} />}
    </section>
  );
}
