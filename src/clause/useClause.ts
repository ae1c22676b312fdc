import { useEffect, useRef, useState, type RefObject } from 'react';
import { remplirChamps, texteDesChamps, textesTouches } from '../formulaire/scripts/champs.ts';
import type { BrouillonDit } from '../formulaire/useBrouillon.ts';
import { useChampFini } from '../formulaire/useChampFini.ts';
import { redigerClause, type PartieDeClause } from './regles/clause.ts';
import { phraseDesBlancs } from './regles/clause-document.ts';
import type { ModeleDeClause } from './regles/modele.ts';
import {
  depuisAdresse,
  lireReponses,
  versAdresse,
  type Lecture,
  type Reponses,
} from './regles/reponses.ts';
import { useBrouillonDeClause } from './useBrouillonDeClause.ts';

interface Depart {
  modele: ModeleDeClause;
  /** Les réponses avant toute saisie : les délais de la frise, et rien d'autre. */
  depart: Reponses;
  /** Adresse complète du kit entreprise. */
  kit: string;
}

/** La clause, et le formulaire qui la rédige. */
export type ClauseEnCours = {
  formulaire: RefObject<HTMLFormElement | null>;
  reponses: Reponses;
  parties: readonly PartieDeClause[];
  erreurs: Lecture['erreurs'];
  brouillon: BrouillonDit;
  /** Ce que la page vient de dire à voix haute. */
  annonce: string;
  annoncer: (message: string) => void;
  taper: () => void;
};

/* Seul ce qui n'est pas saisi librement va dans l'adresse ; « précédent » ne défait pas une frappe. */
function garderDansLAdresse(reponses: Reponses) {
  const recherche = versAdresse(reponses);
  const adresse = location.pathname + (recherche && `?${recherche}`) + location.hash;
  history.replaceState(null, '', adresse);
}

/** La clause se rédige à chaque frappe ; une erreur, et le compte des blancs, se disent quand un champ est fini. */
export function useClause({ modele, depart, kit }: Depart): ClauseEnCours {
  const formulaire = useRef<HTMLFormElement>(null);
  const [reponses, setReponses] = useState(depart);
  const [erreurs, setErreurs] = useState<Lecture['erreurs']>({});
  const [annonce, annoncer] = useState('');

  const rediger = (): Lecture => {
    const lue = lireReponses(formulaire.current ? texteDesChamps(formulaire.current) : {});
    setReponses(lue.reponses);
    garderDansLAdresse(lue.reponses);
    return lue;
  };

  const toutRelire = () => {
    setErreurs(rediger().erreurs);
    // Le compte qui vient d'être dit ne vaut plus.
    annoncer('');
  };

  const brouillon = useBrouillonDeClause(formulaire, toutRelire);

  useEffect(() => {
    if (!formulaire.current) return;
    remplirChamps(formulaire.current, {
      ...brouillon.reprendre(),
      ...depuisAdresse(location.search),
      ...textesTouches(formulaire.current),
    });
    brouillon.garder();
    toutRelire();
    // À l'arrivée seulement : ensuite, c'est la personne qui répond.
  }, []);

  useChampFini(formulaire, () => {
    const lue = rediger();
    setErreurs(lue.erreurs);
    annoncer(phraseDesBlancs(redigerClause(modele, lue.reponses, kit)));
  });

  return {
    formulaire,
    reponses,
    parties: redigerClause(modele, reponses, kit),
    erreurs,
    brouillon: brouillon.dit,
    annonce,
    annoncer,
    taper: () => {
      rediger();
      brouillon.garder();
    },
  };
}
