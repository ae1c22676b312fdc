import { coordonneesDesCommunes } from './coordonnees.ts';
import { entreesCommunes } from './donnees.ts';
import type { EntreeCommune } from './donnees.ts';

/**
 * Une commune actuelle ou un arrondissement municipal (« Paris 7e »).
 * `approximative` : les coordonnées sont celles des environs, pas celles de la commune.
 */
export type Commune = {
  code: string;
  nom: string;
  departement: string;
  codesPostaux: string[];
  population: number;
  latitude: number | null;
  longitude: number | null;
  approximative: boolean;
};

/** Un ancien nom, avec la commune actuelle qui le porte. */
export type AncienneCommune = { nom: string; departement: string; actuelle: string };

type Table = {
  liste: readonly Commune[];
  parCode: ReadonlyMap<string, Commune>;
  anciennes: readonly AncienneCommune[];
};

let memoire: Table | undefined;

function table(): Table {
  if (memoire) return memoire;
  const entrees = entreesCommunes();
  const coordonnees = coordonneesDesCommunes(entrees);
  const liste = entrees
    .filter((entree) => entree.chefLieu === undefined)
    .map((entree): Commune => {
      const position = coordonnees.get(entree.code);
      return {
        code: entree.code,
        nom: nomAffiche(entree),
        departement: entree.departement,
        codesPostaux: entree.codesPostaux ?? [],
        population: entree.population ?? 0,
        latitude: position?.latitude ?? null,
        longitude: position?.longitude ?? null,
        approximative: position?.approximative ?? false,
      };
    });
  memoire = {
    liste,
    parCode: new Map(liste.map((commune) => [commune.code, commune])),
    anciennes: entrees.flatMap(({ nom, departement, chefLieu }) =>
      chefLieu === undefined ? [] : [{ nom, departement, actuelle: chefLieu }],
    ),
  };
  return memoire;
}

function nomAffiche({ nom, type }: EntreeCommune): string {
  return type === 'arrondissement-municipal' ? nom.replace(/ Arrondissement$/, '') : nom;
}

/** Communes actuelles et arrondissements de Paris, Lyon et Marseille ; ces trois villes entières y sont aussi. */
export function communes(): readonly Commune[] {
  return table().liste;
}

/** Commune par code INSEE (`75107`, `2A004`), ou undefined. */
export function communeParCode(code: string): Commune | undefined {
  return table().parCode.get(code);
}

/** Communes déléguées et associées : des noms que l'on écrit encore. */
export function anciennesCommunes(): readonly AncienneCommune[] {
  return table().anciennes;
}
