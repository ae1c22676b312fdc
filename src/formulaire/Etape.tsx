import type { ReactNode } from 'react';
import { titreDeLEtape, type Etapes } from './useEtapes.ts';

interface Props {
  etapes: Etapes;
  numero: number;
  titre: string;
  children: ReactNode;
}

/** Une étape d'un formulaire. Sans JavaScript elles se suivent toutes dans la page ; avec, une seule se montre. */
export function Etape({ etapes, numero, titre, children }: Props) {
  const id = titreDeLEtape(numero);
  return (
    <section data-etape={numero} aria-labelledby={id} hidden={!etapes.estMontree(numero)}>
      <div className="fr-stepper">
        <h2 className="fr-stepper__title" id={id} tabIndex={-1}>
          {titre}{' '}
          <span className="fr-stepper__state">{`Étape ${numero} sur ${etapes.nombre}`}</span>
        </h2>
        <div
          className="fr-stepper__steps csf-avec-js"
          data-fr-current-step={numero}
          data-fr-steps={etapes.nombre}
        />
      </div>
      {children}
    </section>
  );
}
