import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  titre: string;
  /** Vrai après un geste : le focus va au titre. */
  focus: boolean;
  children?: ReactNode;
}

/** Ce qu'un lien ouvre, ou pourquoi il n'ouvre rien. */
export function EtatDuLien({ titre, focus, children }: Props) {
  const tete = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) tete.current?.focus();
  }, [focus, titre]);
  return (
    <section className="csf-etat-du-lien">
      <h2 ref={tete} tabIndex={-1}>
        {titre}
      </h2>
      {children}
    </section>
  );
}
