import { useEffect, useRef, useState, type RefObject } from 'react';
import { remplirChamps, texteDesChamps, textesTouches } from '../formulaire/scripts/champs.ts';
import { useAdresse } from '../formulaire/useAdresse.ts';
import { useChampFini } from '../formulaire/useChampFini.ts';
import {
  adresseDeLaSaisie,
  saisieDeLAdresse,
  SAISIE_VIDE,
  type Champ,
  type Erreurs,
  type Saisie,
} from './regles/marche.ts';
import { erreursADire, resultat, type Demandees, type Resultat } from './regles/resultat.ts';

/* Le temps de finir un nombre : on ne calcule pas, et on ne lit pas à voix haute, à chaque touche. */
const REPIT_MS = 500;

export type CalibrageEnCours = Resultat & {
  formulaire: RefObject<HTMLFormElement | null>;
  saisie: Saisie;
  /** Les erreurs à montrer sous leur champ. */
  erreurs: Erreurs;
  taper: () => void;
  /** Relit tout : la personne demande le résultat. */
  demander: () => void;
  effacer: () => void;
};

/** Le calcul suit la saisie, et l'adresse de la page en garde ce qui est lisible. */
export function useCalibrage(): CalibrageEnCours {
  const formulaire = useRef<HTMLFormElement>(null);
  const attente = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [{ saisie, erreurs }, setEtat] = useState<{ saisie: Saisie; erreurs: Erreurs }>({
    saisie: SAISIE_VIDE,
    erreurs: {},
  });

  const lire = (): Saisie => {
    const lus = formulaire.current ? texteDesChamps(formulaire.current) : {};
    // Une case décochée n'est pas dans ce qui est lu.
    return { ...SAISIE_VIDE, ...lus };
  };

  const calculer = (demandees: Demandees) => {
    clearTimeout(attente.current);
    const lue = lire();
    setEtat(({ erreurs: dites }) => ({
      saisie: lue,
      erreurs: erreursADire(lue, dites, demandees),
    }));
  };

  /* Ce qui remplace toute la saisie : les reproches d'avant ne valent plus. */
  const ecrire = (voulue: Saisie) => {
    clearTimeout(attente.current);
    if (formulaire.current) remplirChamps(formulaire.current, voulue);
    setEtat({ saisie: lire(), erreurs: {} });
  };

  const garder = useAdresse((parametres, arrivee) => {
    const tapes = arrivee && formulaire.current ? textesTouches(formulaire.current) : {};
    ecrire({ ...saisieDeLAdresse(parametres), ...tapes });
  });

  const valider = (demandees: Demandees) => {
    garder(adresseDeLaSaisie(lire()));
    calculer(demandees);
  };

  useEffect(() => () => clearTimeout(attente.current), []);
  useChampFini(formulaire, (nom) => valider(nom as Champ));

  return {
    ...resultat(saisie, erreurs),
    formulaire,
    saisie,
    erreurs,
    taper: () => {
      clearTimeout(attente.current);
      attente.current = setTimeout(() => calculer('aucune'), REPIT_MS);
    },
    demander: () => valider('toutes'),
    effacer: () => {
      ecrire(SAISIE_VIDE);
      valider('aucune');
    },
  };
}
