import { filtrer, type Comptes, type Lot } from '../regles/catalogue.ts';
import type { ContenuDeCarte } from '../../parcours/regles/carte.ts';
import { SANS_FILTRE } from '../regles/filtres.ts';
import { carteDe } from '../../parcours/contenu/cartes.ts';
import { tousLesDomaines } from '../../parcours/contenu/domaines.ts';
import { ligneDe } from './lots.ts';
import { parcoursOuverts, type Fiche } from '../../parcours/contenu/parcours.ts';

/** Nombre de parcours par page de liste. */
const PARCOURS_PAR_PAGE = 40;

export type Option = { compte: number; nom: string };

export type PageDeListe = {
  cartes: ContenuDeCarte[];
  total: number;
  page: number;
  derniere: number;
  comptes: Comptes;
  domaines: (Option & { slug: string })[];
  departements: (Option & { code: string })[];
};

/* Les comptes de départ sont ceux que l'île recalculera : la même fonction, sans filtre. */
function comptesDe(fiches: Fiche[], domaines: string[]): Comptes {
  const lot: Lot = {
    id: '',
    communes: fiches.map(({ lieu }) => ({
      code: lieu.code,
      nom: lieu.commune,
      departement: lieu.departement.code,
      latitude: null,
      longitude: null,
      approximative: false,
    })),
    lignes: fiches.map((fiche, rang) => ligneDe(fiche, rang, domaines.indexOf(fiche.domaine))),
  };
  const portee = { domaine: null, departements: null };
  return filtrer([lot], { filtres: SANS_FILTRE, centre: null, portee, domaine: null }).comptes;
}

/** Découpe une liste de parcours ouverts en pages, avec les comptes de chaque option de filtre. */
export async function enPages(fiches: Fiche[]): Promise<PageDeListe[]> {
  const tous = await tousLesDomaines();
  const slugs = tous.map(({ slug }) => slug);
  const comptes = comptesDe(fiches, slugs);
  const domaines = tous.flatMap(({ slug, nom }, rang) => {
    const compte = comptes.domaine[rang];
    return compte ? [{ slug, nom, compte }] : [];
  });
  const noms = new Map(fiches.map(({ lieu }) => [lieu.departement.code, lieu.departement.nom]));
  const departements = [...noms]
    .map(([code, nom]) => ({ code, nom, compte: comptes.departement[code] ?? 0 }))
    .sort((a, b) => a.code.localeCompare(b.code));
  const derniere = Math.max(1, Math.ceil(fiches.length / PARCOURS_PAR_PAGE));
  return Array.from({ length: derniere }, (_, rang) => ({
    cartes: fiches.slice(rang * PARCOURS_PAR_PAGE, (rang + 1) * PARCOURS_PAR_PAGE).map(carteDe),
    total: fiches.length,
    page: rang + 1,
    derniere,
    comptes,
    domaines,
    departements,
  }));
}

/**
 * Les pages de la liste de chaque entrée (une académie, un département, un domaine), pour `getStaticPaths`.
 * @param critere slug de l'entrée à laquelle un parcours appartient
 */
export async function cheminsDesListes<E extends { slug: string }>(
  entrees: E[],
  critere: (fiche: Fiche) => string,
) {
  const groupes = Map.groupBy(await parcoursOuverts(), critere);
  const chemins = entrees.map(async (entree) => {
    const pages = await enPages(groupes.get(entree.slug) ?? []);
    return pages.map((liste) => ({
      params: { slug: entree.slug, page: cheminDePage(liste.page) },
      props: { entree, liste },
    }));
  });
  return (await Promise.all(chemins)).flat();
}

/** Chemins d'une liste paginée : la première page n'a pas de numéro, les autres sont sous `page/`. */
export function cheminDePage(page: number): string | undefined {
  return page === 1 ? undefined : `page/${page}`;
}
