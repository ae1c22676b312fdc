import { useEffect, useRef } from 'react';
import type { SuiviRecu } from './regles/recu.ts';

/** Ce qu'une action vient de donner : faite, ou arrivée trop tard (`ecrit` : ce qui était tapé et ne peut plus partir). */
export type AvisDonne = {
  recu: SuiviRecu;
  tard?: { permise: boolean; ecrit: string };
};

const PERMISE =
  'Voici l’état à jour. Ce que vous avez écrit est toujours là : vous pouvez l’envoyer de nouveau.';
const PLUS_PERMISE = 'Voici l’état à jour. Votre action n’a pas été enregistrée.';

function ceQuiEstFait({ suivi: { derniere }, evenements }: SuiviRecu): string {
  const fait = evenements.find(({ id }) => id === derniere?.evenement.id);
  return `C’est enregistré. ${fait ? `${fait.phrase}.` : ''}`;
}

/* Une autre personne a agi entre-temps : on dit laquelle. */
const quiAAgi = ({ par }: SuiviRecu) => par?.dit ?? 'Cette action n’est plus possible.';

/** Dit, en tête du dossier, ce que l'action a donné : le focus y va. */
export function Avis({ avis }: { avis: AvisDonne }) {
  const encart = useRef<HTMLDivElement>(null);
  useEffect(() => encart.current?.focus(), [avis]);
  const { recu, tard } = avis;
  if (!tard)
    return (
      <div ref={encart} className="csf-maintenant__avis csf-encart" tabIndex={-1}>
        <p>{ceQuiEstFait(recu)}</p>
      </div>
    );
  const perdu = !tard.permise && tard.ecrit !== '';
  return (
    <div ref={encart} className="csf-maintenant__avis csf-alerte" tabIndex={-1}>
      <p>{`${quiAAgi(recu)} ${tard.permise ? PERMISE : PLUS_PERMISE}`}</p>
      {perdu && (
        <>
          <p>Vous aviez écrit :</p>
          <blockquote>{tard.ecrit}</blockquote>
        </>
      )}
    </div>
  );
}
