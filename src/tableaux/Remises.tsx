import { Liste } from './Liste.tsx';
import { direJour } from './regles/mots.ts';
import { direCourriel, direDestinataire, direLaRemise } from './regles/phrases.ts';
import type { CourrielNonRemis } from './regles/tableau-lu.ts';

function Remise({ remise }: { remise: CourrielNonRemis }) {
  const { gabarit, quoi, role, dossiers, le } = remise;
  return (
    <li>
      {/* Rien n'y est à suivre : c'est lui qui reçoit le focus de « Montrer les autres ». */}
      <strong tabIndex={-1}>{direDestinataire(role)}</strong>
      <small>
        {direCourriel(gabarit)}, {direLaRemise(quoi)} le {direJour(le)}
      </small>
      <small>
        {dossiers.length > 1 ? 'Dossiers' : 'Dossier'}{' '}
        <span className="csf-reference">{dossiers.join(', ')}</span>
      </small>
    </li>
  );
}

/** Les courriels partis que le fournisseur dit ne pas être arrivés, ou pas encore. Leur adresse n'est plus gardée. */
export function Remises({ remises }: { remises: readonly CourrielNonRemis[] }) {
  return (
    <Liste
      nom="remises"
      titre="Courriels refusés ou en retard"
      aide="L’acheteur nomme un autre contact d’entreprise. Pour les autres, appelez, puis corrigez l’adresse."
      aucun="Aucun courriel ne s’est perdu ces trente derniers jours."
      elements={remises.map((remise) => (
        <Remise key={remise.id} remise={remise} />
      ))}
    />
  );
}
