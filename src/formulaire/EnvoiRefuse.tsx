import { useEffect, useRef } from 'react';
import { CourrielEquipe } from '../site/CourrielEquipe.tsx';
import { courrielPrepare } from '../site/regles/courriel-equipe.ts';
import { Copier } from '../ui/Copier.tsx';
import { estUnePanne, raisonDuRefus } from './regles/refus.ts';
import type { Machine } from './useFormulaire.ts';

/* L'adresse à ouvrir ailleurs : sans rien de ce qui a été tapé. */
const adresseDeLaPage = () => `${location.origin}${location.pathname}`;

interface Props {
  refus: Machine['refus'];
  /** Le jeton du lien personnel qui a ouvert la page : sans lui, elle ne s'ouvre pas ailleurs. */
  jeton?: string;
}

/** Dit pourquoi rien n'est parti : ce qui est tapé reste, et peut partir par courriel, même sans logiciel de courrier. */
export function EnvoiRefuse({ refus, jeton }: Props) {
  const encart = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refus) encart.current?.focus();
  }, [refus]);
  if (!refus) return null;
  const { raison, objet, texte } = refus;
  return (
    <div
      ref={encart}
      className="csf-alerte csf-refus"
      role="group"
      aria-labelledby="envoi-refuse"
      tabIndex={-1}
    >
      <h2 id="envoi-refuse" className="fr-h6">
        Rien n’a été envoyé
      </h2>
      <p>{raisonDuRefus(raison)}</p>
      {estUnePanne(raison) && (
        <>
          <p>
            Le réseau de votre établissement le bloque peut-être. Essayez une fois de plus ; si cela
            recommence, ouvrez cette page sur un téléphone, hors de ce réseau :
          </p>
          {jeton === undefined ? (
            <Copier quoi="L’adresse de cette page" texte={adresseDeLaPage()} lignes={1} />
          ) : (
            <Copier
              quoi="Votre lien personnel"
              texte={`${adresseDeLaPage()}#${jeton}`}
              lignes={3}
            />
          )}
        </>
      )}
      <p>
        Ce que vous avez écrit est toujours là. Vous pouvez aussi{' '}
        <a href={courrielPrepare(objet, texte)}>l’envoyer par courriel à l’équipe</a> (
        <CourrielEquipe />
        ). Si rien ne s’ouvre, copiez ce texte dans votre messagerie :
      </p>
      <Copier quoi="Le texte du courriel" texte={`${objet}\n\n${texte}`} lignes={5} />
    </div>
  );
}
