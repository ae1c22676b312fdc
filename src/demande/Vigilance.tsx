import type { Vigilance as Relue } from '../anonymisation/regles/vigilance.ts';

interface Props {
  classe: string;
  titre: string;
  phrases: readonly string[];
}

function Phrases({ classe, titre, phrases }: Props) {
  if (phrases.length === 0) return null;
  return (
    <div className={classe}>
      <h3>{titre}</h3>
      <ul>
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </div>
  );
}

/** Près du message et à la relecture : ce qui empêche l'envoi, et ce qui n'est qu'un doute. */
export function Vigilance({ vigilance: { bloque, avertit } }: { vigilance: Relue }) {
  return (
    <>
      <Phrases
        classe="csf-alerte"
        titre="Votre message ne peut pas partir ainsi"
        phrases={bloque}
      />
      <Phrases classe="csf-encart" titre="À vérifier dans votre message" phrases={avertit} />
    </>
  );
}
