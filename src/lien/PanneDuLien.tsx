import { Copier } from '../ui/Copier.tsx';
import { EtatDuLien } from './EtatDuLien.tsx';
import type { LienTenu } from './useLien.ts';

/** Le service n'a pas répondu : un second essai, puis un autre réseau, plutôt qu'un bouton que l'on use. */
export function PanneDuLien({ lien: { agi, jeton, relire } }: { lien: LienTenu }) {
  return (
    <EtatDuLien titre="Le service ne répond pas" focus={agi}>
      <p>Rien n’a changé, et votre lien reste valable.</p>
      <p>
        <button type="button" className="fr-btn" onClick={() => void relire()}>
          Réessayer
        </button>
      </p>
      {agi && (
        <>
          <p>
            Le réseau de votre établissement bloque peut-être ce service. Ouvrez le même courriel
            sur un téléphone, hors de ce réseau, ou recopiez-y votre lien personnel :
          </p>
          <Copier
            quoi="Votre lien personnel"
            texte={`${location.origin}${location.pathname}#${jeton}`}
            lignes={3}
          />
        </>
      )}
    </EtatDuLien>
  );
}
