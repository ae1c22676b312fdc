import { useEffect, useMemo, useState } from 'react';
import { lireCommunes, type CommunesDuCatalogue } from '../lieux/appels/communes.ts';
import type { Portee } from '../lien/regles/portees.ts';
import { useLien, type LienTenu } from '../lien/useLien.ts';
import { filtrer, type FiltresDeTableau } from './regles/filtres.ts';
import type { NomsDuTableau } from './regles/mots.ts';
import { nommer, type NomsConnus } from './regles/noms.ts';
import { estTableau, type LigneDeTableau, type Tableau } from './regles/tableau.ts';
import { useFiltres } from './useFiltres.ts';

interface Options {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  noms: NomsConnus;
  portees: readonly Portee[];
  /** Nom sous lequel le lien reste dans l'onglet, le temps d'ouvrir un dossier et de revenir. */
  memoire: string;
  /** L'ordre des dossiers. */
  ranger: (lignes: readonly LigneDeTableau[]) => LigneDeTableau[];
  /** Vrai si l'adresse de la page filtre ce tableau. */
  filtrable?: boolean;
}

/** Un tableau lu : ce que le service a rendu, ses dossiers rangés, et ceux que les filtres gardent. */
export type TableauOuvert = {
  tableau: Tableau;
  noms: NomsDuTableau;
  lignes: readonly LigneDeTableau[];
  retenues: readonly LigneDeTableau[];
  filtres: FiltresDeTableau;
  filtrerPar: (filtres: FiltresDeTableau) => void;
};

/** Les communes ne servent qu'à qui a un lien : elles ne sont demandées qu'une fois le tableau lu. */
function useCommunes(utiles: boolean): CommunesDuCatalogue | undefined {
  const [communes, setCommunes] = useState<CommunesDuCatalogue>();
  useEffect(() => {
    if (!utiles) return undefined;
    let parti = false;
    void lireCommunes().then((lues) => {
      if (!parti) setCommunes(lues);
    });
    return () => {
      parti = true;
    };
  }, [utiles]);
  return communes;
}

/** Lit un tableau avec un lien personnel, range ses dossiers et les filtre. */
export function useTableau({ noms: connus, ranger, filtrable = false, ...options }: Options): {
  lien: LienTenu;
  /** Undefined tant que le tableau n'est pas à montrer. */
  ouvert: TableauOuvert | undefined;
} {
  const lien = useLien({ ...options, route: 'suivi/lire-lien' });
  const [filtres, filtrerPar] = useFiltres();
  const tableau = lien.reponse && estTableau(lien.reponse) ? lien.reponse : undefined;
  const communes = useCommunes(tableau !== undefined);
  const noms = useMemo(() => communes && nommer(connus, communes), [connus, communes]);
  const lignes = useMemo(() => ranger(tableau?.lignes ?? []), [ranger, tableau]);
  const retenues = useMemo(
    () => (filtrable ? filtrer(lignes, filtres) : lignes),
    [filtrable, lignes, filtres],
  );
  if (!tableau) return { lien, ouvert: undefined };
  // Les noms des communes arrivent après la réponse : jusque-là, la page dit encore qu'elle lit le lien.
  if (!noms) return { lien: { ...lien, reponse: undefined }, ouvert: undefined };
  return { lien, ouvert: { tableau, noms, lignes, retenues, filtres, filtrerPar } };
}
