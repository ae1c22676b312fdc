import { useState } from 'react';
import type { LienTenu } from '../lien/useLien.ts';
import { Liste } from './Liste.tsx';
import { direJour } from './regles/mots.ts';
import { direCourriel, direErreurDEnvoi } from './regles/phrases.ts';
import type { CourrielMort } from './regles/tableau-lu.ts';

type Appeler = LienTenu['appeler'];

interface Props {
  courriels: readonly CourrielMort[];
  appeler: Appeler;
}

const DIT = {
  '': '',
  'en-cours': 'Envoi en cours…',
  fait: 'Le courriel repart dans quelques instants.',
  echec: 'Rien n’est reparti. Réessayez plus tard.',
};

function Courriel({ courriel, appeler }: { courriel: CourrielMort; appeler: Appeler }) {
  const { id, gabarit, destinataire, erreur, creeLe, reference } = courriel;
  const [envoi, setEnvoi] = useState<keyof typeof DIT>('');
  // Reparti, il n'est plus à renvoyer ; le bouton reste atteignable pour ne pas perdre le focus.
  const occupe = envoi === 'en-cours' || envoi === 'fait';
  const renvoyer = async () => {
    if (occupe) return;
    setEnvoi('en-cours');
    const { statut } = await appeler('suivi/agir-tableau', { action: 'renvoyer-courriel', id });
    setEnvoi(statut === 'fait' ? 'fait' : 'echec');
  };
  return (
    <li>
      <strong>{destinataire ?? 'Destinataire effacé'}</strong>
      <small>
        {direCourriel(gabarit)}, écrit le {direJour(creeLe)}
        {reference !== null && (
          <>
            , dossier <span className="csf-reference">{reference}</span>
          </>
        )}
      </small>
      <small>{direErreurDEnvoi(erreur)}</small>
      <button
        type="button"
        className="fr-btn fr-btn--sm fr-btn--secondary"
        aria-disabled={occupe}
        onClick={() => void renvoyer()}
      >
        Renvoyer{' '}
        <span className="fr-sr-only">
          à {destinataire ?? 'cette personne'} ({direCourriel(gabarit)}
          {reference !== null && `, dossier ${reference}`})
        </span>
      </button>
      <p className="csf-message" role="status">
        {DIT[envoi]}
      </p>
    </li>
  );
}

/** Les courriels qui ne sont jamais arrivés, chacun avec son bouton « Renvoyer ». */
export function Courriels({ courriels, appeler }: Props) {
  return (
    <Liste
      nom="courriels"
      titre="Courriels non arrivés"
      aide="Vérifiez l’adresse avec l’acheteur, puis renvoyez."
      aucun="Tous les courriels sont partis."
      elements={courriels.map((courriel) => (
        <Courriel key={courriel.id} courriel={courriel} appeler={appeler} />
      ))}
    />
  );
}
