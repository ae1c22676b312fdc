import { useRef, useState, type RefObject } from 'react';
import { entreesDe, remplirChamps, textesTouches } from '../formulaire/scripts/champs.ts';
import { useAdresse } from '../formulaire/useAdresse.ts';
import { dansMonCas, ecrireReponses, lireReponses, type MonCas } from './regles/choisir.ts';

export type MonCasEnCours = MonCas & {
  formulaire: RefObject<HTMLFormElement | null>;
  repondre: () => void;
  effacer: () => void;
};

const SANS_REPONSE = lireReponses(new URLSearchParams());

/** Les raisons suivent les réponses, que l'adresse de la page garde. */
export function useMonCas(): MonCasEnCours {
  const formulaire = useRef<HTMLFormElement>(null);
  const [reponses, setReponses] = useState(SANS_REPONSE);

  const lire = () =>
    lireReponses(new URLSearchParams(formulaire.current ? entreesDe(formulaire.current) : []));

  const garder = useAdresse((parametres, arrivee) => {
    if (!formulaire.current) return;
    const choisies = arrivee ? textesTouches(formulaire.current) : {};
    remplirChamps(formulaire.current, { ...lireReponses(parametres), ...choisies });
    setReponses(lire());
  });

  const repondre = () => {
    const lues = lire();
    garder(ecrireReponses(lues));
    setReponses(lues);
  };

  return {
    ...dansMonCas(reponses),
    formulaire,
    repondre,
    effacer: () => {
      formulaire.current?.reset();
      repondre();
    },
  };
}
