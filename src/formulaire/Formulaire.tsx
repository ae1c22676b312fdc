import type { SyntheticEvent, ReactNode } from 'react';
import { ErreursDesChamps } from '../ui/erreurs.ts';
import { ResumeErreurs } from '../ui/ResumeErreurs.tsx';
import { Enveloppe } from './Enveloppe.tsx';
import type { Machine } from './useFormulaire.ts';

interface Props {
  machine: Machine;
  /** Identifiant du titre qui nomme le formulaire. */
  titre?: string;
  niveau?: 2 | 3;
  classe?: string;
  cache?: boolean;
  /** Remplace l'envoi, quand une relecture ou une étape le précède. */
  surEnvoi?: () => void;
  children: ReactNode;
}

/** Le cadre d'un formulaire : le résumé de ce qui est à corriger, l'enveloppe de l'envoi, puis les champs. */
export function Formulaire({
  machine,
  titre,
  niveau = 2,
  classe,
  cache = false,
  surEnvoi,
  children,
}: Props) {
  const { onSubmit, ...proprietes } = machine.formulaire;
  const soumettre = (evenement: SyntheticEvent) => {
    if (!surEnvoi) onSubmit(evenement);
    else {
      evenement.preventDefault();
      surEnvoi();
    }
  };
  return (
    <ErreursDesChamps value={machine.erreurs}>
      <form
        ref={machine.ref}
        className={classe === undefined ? 'csf-formulaire' : `csf-formulaire ${classe}`}
        aria-labelledby={titre}
        hidden={cache}
        {...proprietes}
        onSubmit={soumettre}
      >
        <ResumeErreurs niveau={niveau} {...machine.resume} />
        <Enveloppe />
        {children}
      </form>
    </ErreursDesChamps>
  );
}
