import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  titre: string;
  children: ReactNode;
}

/** Ce qui prend la place d'un formulaire reçu : le focus y va, on sait que c'est parti. */
export function Recu({ titre, children }: Props) {
  const encart = useRef<HTMLElement>(null);
  useEffect(() => encart.current?.focus(), []);
  return (
    <section ref={encart} className="csf-encart csf-recu" aria-labelledby="recu" tabIndex={-1}>
      <h3 id="recu" className="fr-h6">
        {titre}
      </h3>
      {children}
    </section>
  );
}
