import { getCollection } from 'astro:content';
import { disponibiliteLe, estOuvert, prochaineFin, derniereFin } from '../regles/disponibilite.ts';
import { type Parcours } from '../regles/parcours.ts';
import { DISPONIBILITES } from '../regles/disponibilite.ts';
import { communeParCode } from '../../lieux/referentiel/communes.ts';
import { departementParCode } from '../../lieux/referentiel/departements.ts';
import { academies } from '../../lieux/referentiel/academies.ts';
import { typographier } from '../../socle/typographie.ts';
import { tousLesDomaines } from './domaines.ts';
import { JOUR } from '../../site/contenu/jour.ts';

/** Où se déroule un parcours : tout est déduit du code de la commune. */
export type Lieu = {
  code: string;
  commune: string;
  departement: { code: string; nom: string; slug: string };
  academie: { slug: string; nom: string };
  region: string;
  latitude: number | null;
  longitude: number | null;
  approximative: boolean;
};

/** Un parcours prêt à être montré, au jour de la publication. */
export type Fiche = Parcours & {
  nomDomaine: string;
  lieu: Lieu;
  /** Fin à annoncer (AAAA-MM-JJ), ou null. */
  fin: string | null;
  derniereFin: string | null;
};

const lieux = new Map<string, Lieu>();

function lieuDe(parcours: Parcours): Lieu {
  const connu = lieux.get(parcours.commune);
  if (connu) return connu;
  const commune = communeParCode(parcours.commune);
  const departement = commune && departementParCode(commune.departement);
  const academie = departement && academies().find(({ slug }) => slug === departement.academie);
  if (!academie)
    throw new Error(`Le parcours ${parcours.id} cite une commune inconnue : ${parcours.commune}.`);
  const lieu: Lieu = {
    code: commune.code,
    commune: typographier(commune.nom),
    departement: { code: departement.code, nom: departement.nom, slug: departement.slug },
    academie: { slug: academie.slug, nom: academie.nom },
    region: departement.region,
    latitude: commune.latitude,
    longitude: commune.longitude,
    approximative: commune.approximative,
  };
  lieux.set(parcours.commune, lieu);
  return lieu;
}

/* Ordre naturel des listes : les disponibles d'abord, puis les plus récents, puis l'identifiant. */
function ordreNaturel(a: Fiche, b: Fiche): number {
  const rang = (fiche: Fiche) => DISPONIBILITES.indexOf(fiche.disponibilite);
  return (
    rang(a) - rang(b) ||
    (b.publieLe ?? '').localeCompare(a.publieLe ?? '') ||
    a.id.localeCompare(b.id)
  );
}

async function lire(): Promise<Fiche[]> {
  const noms = new Map((await tousLesDomaines()).map(({ slug, nom }) => [slug, nom]));
  const entrees = await getCollection('parcours');
  return entrees
    .map(({ data }) => {
      const nomDomaine = noms.get(data.domaine);
      if (nomDomaine === undefined)
        throw new Error(`Le parcours ${data.id} cite un domaine inconnu : ${data.domaine}.`);
      return {
        ...data,
        intitule: typographier(data.intitule),
        taches: data.taches.map(typographier),
        conditions: data.conditions.map(typographier),
        // Une date de création à venir n'est pas annoncée : elle dirait une publication qui n'a pas eu lieu.
        publieLe: data.publieLe !== null && data.publieLe > JOUR ? null : data.publieLe,
        disponibilite: disponibiliteLe(data, JOUR),
        fin: prochaineFin(data, JOUR),
        derniereFin: derniereFin(data),
        nomDomaine,
        lieu: lieuDe(data),
      };
    })
    .sort(ordreNaturel);
}

let memoire: Promise<Fiche[]> | undefined;

/** Tous les parcours publiés, dans l'ordre naturel des listes. */
export function tousLesParcours(): Promise<Fiche[]> {
  memoire ??= lire();
  return memoire;
}

/** Les parcours des listes : ni pourvus, ni terminés. */
export async function parcoursOuverts(): Promise<Fiche[]> {
  return (await tousLesParcours()).filter(({ disponibilite }) => estOuvert(disponibilite));
}

/** Nombre de parcours disponibles aujourd'hui pour chaque valeur d'un critère. */
export function compterDisponibles(fiches: Fiche[], critere: (fiche: Fiche) => string) {
  const comptes = new Map<string, number>();
  for (const fiche of fiches) {
    if (fiche.disponibilite !== 'disponible') continue;
    const valeur = critere(fiche);
    comptes.set(valeur, (comptes.get(valeur) ?? 0) + 1);
  }
  return comptes;
}
