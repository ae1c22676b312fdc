import { useEffect, useRef, useState, type Ref, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ErreurDite } from '../ui/ResumeErreurs.tsx';
import type { Erreurs } from '../socle/saisie.ts';
import { erreursDites } from './scripts/champs.ts';

/** Ce qu'il y a à corriger : près de chaque champ, et dans le résumé, qui prend le focus et mène à chacun. */
export type Resume = {
  /** Le message de chaque champ à corriger. */
  erreurs: Readonly<Record<string, string>>;
  resume: { ref: Ref<HTMLDivElement>; erreurs: readonly ErreurDite[]; mener: (id: string) => void };
  /** Montre ces erreurs, à la place des précédentes. */
  montrer: (erreurs: Erreurs) => void;
};

/** @param decouvrir montre ce qui cache un champ, avant d'y mener */
export function useResume(
  formulaire: RefObject<HTMLFormElement | null>,
  decouvrir?: (champ: HTMLElement) => void,
): Resume {
  const ref = useRef<HTMLDivElement>(null);
  const [dites, setDites] = useState<ReturnType<typeof erreursDites>>([]);
  useEffect(() => {
    if (dites.length > 0) ref.current?.focus();
  }, [dites]);
  return {
    erreurs: Object.fromEntries(
      dites.flatMap(({ nom, court }) => (nom === undefined ? [] : [[nom, court]])),
    ),
    resume: {
      ref,
      erreurs: dites,
      mener: (id) => {
        const champ = document.getElementById(id);
        if (!champ) return;
        // Une étape que l'on découvre doit être là avant que le focus n'y aille.
        flushSync(() => decouvrir?.(champ));
        champ.focus();
      },
    },
    montrer: (erreurs) => {
      if (formulaire.current) setDites(erreursDites(formulaire.current, erreurs));
    },
  };
}
