import { enFrancais } from '../socle/dates.ts';
import { ParcoursAilleurs } from './ParcoursAilleurs.tsx';
import type { DossierVu } from '../suivi/regles/dossier.ts';
import type { PourLaTutrice as Suite } from '../suivi/regles/recu.ts';

interface Props {
  suite: Suite;
  dossier: DossierVu;
}

/** Ce que la tutrice a à faire, et ce que le service fera si personne n'agit. */
export default function PourLaTutrice({ suite: { pas, avenir, ailleurs }, dossier }: Props) {
  if (pas === null && avenir.length === 0 && ailleurs === undefined) return null;
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
      {ailleurs && <ParcoursAilleurs ailleurs={ailleurs} dossier={dossier} />}
    </section>
  );
}
