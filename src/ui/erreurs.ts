import { createContext, useContext } from 'react';

/** Le message de chaque champ à corriger, par son nom. */
export const ErreursDesChamps = createContext<Readonly<Record<string, string>>>({});

/** Le message d'un champ, ou undefined s'il n'a rien à corriger. */
export const useErreur = (nom: string): string | undefined => useContext(ErreursDesChamps)[nom];
