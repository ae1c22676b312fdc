import type { ReactNode } from 'react';
import type { SuiviRecu } from './regles/recu.ts';

/** La page du kit entreprise pour une étape de la frise. */
export type MomentDuKit = { etape: string; titre: string; chemin: string };

interface Props {
  recu: SuiviRecu;
  moments: readonly MomentDuKit[];
}

/* Le guide de chaque rôle ; l'entreprise, elle, a une page par moment. */
function guideDe({ recu: { role, dit }, moments }: Props): ReactNode {
  if (role === 'tutrice') return <a href="/tuteur/">Le guide du tuteur et de la tutrice</a>;
  if (role === 'equipe') return <a href="/equipe/">Le tableau de l’équipe</a>;
  if (role === 'acheteur')
    return (
      <>
        <a href="/acheteur/suivre/">Suivre l’exécution de la clause</a>, le guide de l’acheteur.
      </>
    );
  const moment = moments.find(({ etape }) => etape === dit.etape);
  if (!moment) return null;
  return (
    <>
      <a href={moment.chemin}>{moment.titre}</a>, la page du kit entreprise pour ce moment.
    </>
  );
}

/** La page qui aide ce rôle à ce moment. */
export function Aide(props: Props) {
  const guide = guideDe(props);
  if (guide === null) return null;
  return (
    <section className="csf-aide" aria-labelledby="aide">
      <h2 id="aide">Pour vous aider</h2>
      <p>{guide}</p>
    </section>
  );
}
