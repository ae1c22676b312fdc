import { useEffect, useMemo, useState } from 'react';
import {
  ecrireFiltresDeTableau,
  lireFiltresDeTableau,
  type FiltresDeTableau,
} from './regles/filtres.ts';

/** Les filtres de l'adresse de la page, où « précédent » les retrouve, et de quoi les changer. */
export function useFiltres(): [FiltresDeTableau, (voulus: FiltresDeTableau) => void] {
  const [recherche, setRecherche] = useState('');
  useEffect(() => {
    const lire = () => setRecherche(location.search);
    lire();
    addEventListener('popstate', lire);
    return () => removeEventListener('popstate', lire);
  }, []);
  const filtres = useMemo(() => lireFiltresDeTableau(new URLSearchParams(recherche)), [recherche]);
  const poser = (voulus: FiltresDeTableau) => {
    const parametres = ecrireFiltresDeTableau(voulus).toString();
    history.pushState(null, '', parametres ? `?${parametres}` : location.pathname);
    setRecherche(location.search);
  };
  return [filtres, poser];
}
