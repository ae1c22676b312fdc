import { useEffect, useRef } from 'react';
import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import type { Machine } from '../formulaire/useFormulaire.ts';

interface Props {
  machine: Machine;
  /** La décision relue : « accepte », et la raison si elle refuse. */
  decision: Readonly<Record<string, unknown>>;
  jeton: string;
  revenir: () => void;
}

const phrase = ({ accepte, motif }: Props['decision']) =>
  accepte === true
    ? 'Vous acceptez : le parcours entre au catalogue, et l’acheteur reçoit un courriel.'
    : `Vous refusez : rien n’est publié, et l’acheteur lit cette raison : « ${String(motif).trim()} ».`;

/** La décision à relire : elle ne se reprend pas. */
export function ConfirmerLaDecision({ machine, decision, jeton, revenir }: Props) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} className="csf-relecture" aria-labelledby="decider" tabIndex={-1}>
      <h4 id="decider">Relisez : cette décision ne se reprend pas</h4>
      <p>{phrase(decision)}</p>
      <EnvoiRefuse refus={machine.refus} jeton={jeton} />
      <p className="csf-boutons">
        <BoutonEnvoyer
          machine={machine}
          libelle="Confirmer la décision"
          surAppui={() => void machine.envoyer()}
        />
        <button type="button" className="fr-btn fr-btn--secondary" onClick={revenir}>
          Revenir
        </button>
      </p>
    </section>
  );
}
