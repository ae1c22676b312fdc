import { filtrer, lotsUtiles, type Lot, type Portee, type Resultat } from '../regles/catalogue.ts';
import type { Point } from '../../socle/distance.ts';
import { RAYONS_KM, type Filtres } from '../regles/filtres.ts';
import type { Manifeste } from '../regles/lots.ts';
import { lireLot, lireManifeste } from '../appels.ts';

export type Contexte = {
  filtres: Filtres;
  centre: Point | null;
  /** Ce que la page montre : un domaine ('' pour tous), des départements (aucun pour tous). */
  domaine: string;
  departements: string[];
};

export type Reponse = Resultat & {
  manifeste: Manifeste;
  /** Plus grand rayon dont tous les lots sont lus : ses comptes sont justes. */
  rayonLu: number;
};

function demande(manifeste: Manifeste, { filtres, centre, domaine, departements }: Contexte) {
  const rangDe = (slug: string) =>
    slug ? manifeste.domaines.findIndex((domaine) => domaine.slug === slug) : null;
  const portee: Portee = {
    domaine: rangDe(domaine),
    departements: departements.length ? departements : null,
  };
  return { filtres, centre, portee, domaine: rangDe(filtres.domaine) };
}

/** Lit les lots utiles, puis filtre, compte et trie. Rejette si le catalogue est hors d'atteinte. */
export async function chercher(contexte: Contexte): Promise<Reponse> {
  const manifeste = await lireManifeste();
  const question = demande(manifeste, contexte);
  const utiles = lotsUtiles(manifeste.lots, question);
  const lots: Lot[] = await Promise.all(utiles.map(({ id }) => lireLot(manifeste.version, id)));
  const rayonLu = RAYONS_KM.filter((rayon) => {
    const plusLarge = { ...question, filtres: { ...contexte.filtres, rayon } };
    return lotsUtiles(manifeste.lots, plusLarge).every((lot) => utiles.includes(lot));
  }).at(-1);
  return { manifeste, rayonLu: (contexte.centre && rayonLu) ?? 0, ...filtrer(lots, question) };
}
