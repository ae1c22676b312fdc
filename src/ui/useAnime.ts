import { useSyncExternalStore } from 'react';

const rienASuivre = () => () => undefined;

/** Faux dans la page construite, vrai dès que React l'a animée. */
export const useAnime = (): boolean =>
  useSyncExternalStore(
    rienASuivre,
    () => true,
    () => false,
  );
