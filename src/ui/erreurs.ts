import { createContext, useContext } from 'react';

/** Le message de chaque champ à corriger, par son nom. */
export const ErreursDesChamps = createContext<Readonly<Record<string, string>>>({});

/** Sans résumé en tête du formulaire, chaque message dit lui-même qu'il en est une. */
export const commeErreurs = (erreurs: Readonly<Partial<Record<string, string>>>) =>
  Object.fromEntries(
    Object.entries(erreurs).map(([nom, erreur = '']) => [nom, `Erreur : ${erreur}`]),
  );

/** Le message d'un champ, ou undefined s'il n'a rien à corriger. */
export const useErreur = (nom: string): string | undefined => useContext(ErreursDesChamps)[nom];
