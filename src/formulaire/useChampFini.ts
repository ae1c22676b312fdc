import { useEffect, type RefObject } from 'react';

/**
 * Prévient quand la personne quitte un champ qu'elle a changé, ou choisit dans une liste : on ne reproche rien pendant
 * la frappe. L'événement « onChange » de React, lui, vient à chaque touche.
 */
export function useChampFini(
  formulaire: RefObject<HTMLFormElement | null>,
  surFin: (nom: string) => void,
): void {
  useEffect(() => {
    const element = formulaire.current;
    const finir = ({ target }: Event) => {
      const { name } = target as HTMLInputElement;
      // Ce qui n'a pas de nom n'est pas une réponse.
      if (name !== '') surFin(name);
    };
    element?.addEventListener('change', finir);
    return () => element?.removeEventListener('change', finir);
  });
}
