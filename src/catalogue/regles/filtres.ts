import type { ClasseDuree } from '../../calibrage/regles/calibrage.ts';
import { SEUIL_DUREE_HEURES } from '../../calibrage/regles/calibrage.ts';
import { deLieu } from '../../socle/texte.ts';
import { LIBELLES_DISPONIBILITE, type Disponibilite } from '../../parcours/regles/disponibilite.ts';

/** Rayons proposés, en kilomètres. */
export const RAYONS_KM = [10, 20, 35, 50, 100] as const;
export const RAYON_PAR_DEFAUT_KM = 35;
export type RayonKm = (typeof RAYONS_KM)[number];

export const TRIS = ['disponibles', 'distance', 'recents', 'fin'] as const;
export type Tri = (typeof TRIS)[number];

export const LIBELLES_TRI: Record<Tri, string> = {
  disponibles: 'Disponibles d’abord',
  distance: 'Les plus proches',
  recents: 'Les plus récents',
  fin: 'Bientôt terminés',
};

/** Classes de durée dans l'ordre des cases ; le seuil est dans calibrage.ts. */
export const LIBELLES_DUREE: Record<ClasseDuree, string> = {
  courte: `Jusqu’à 2 mois (${SEUIL_DUREE_HEURES} h), ou partageable`,
  longue: 'Plus de 2 mois',
  'a-convenir': 'Durée à convenir',
};

/** Disponibilités que l'on peut filtrer : celles des listes. */
export const DISPONIBILITES_FILTRABLES = ['disponible', 'en-preparation', 'reserve'] as const;

export const LIBELLES_BOOLEENS = {
  amenages: 'Horaires aménagés',
  gratification: 'Avec gratification',
} as const;

const DUREES = Object.keys(LIBELLES_DUREE) as ClasseDuree[];

/** L'état entier d'une liste : il tient dans l'adresse de la page. */
export type Filtres = {
  /** Lieu de l'adresse : « nanterre-92050 » une fois choisi, ou le texte tapé ; '' sans lieu. */
  lieu: string;
  rayon: RayonKm;
  durees: ClasseDuree[];
  disponibilites: Disponibilite[];
  departement: string;
  domaine: string;
  amenages: boolean;
  gratification: boolean;
  /** null : le tri naturel (la distance s'il y a un lieu, sinon les disponibles d'abord). */
  tri: Tri | null;
  page: number;
};

export const SANS_FILTRE: Filtres = {
  lieu: '',
  rayon: RAYON_PAR_DEFAUT_KM,
  durees: [],
  disponibilites: [],
  departement: '',
  domaine: '',
  amenages: false,
  gratification: false,
  tri: null,
  page: 1,
};

function parmi<T extends string | number>(permises: readonly T[], valeurs: readonly string[]): T[] {
  return permises.filter((permise) => valeurs.includes(String(permise)));
}

/** Lit l'état dans l'adresse ; ce qui n'est pas connu est ignoré, jamais une erreur. */
export function lireFiltres(parametres: URLSearchParams): Filtres {
  const page = Number(parametres.get('page'));
  return {
    lieu: (parametres.get('lieu') ?? '').trim().slice(0, 80),
    rayon: parmi(RAYONS_KM, parametres.getAll('rayon'))[0] ?? RAYON_PAR_DEFAUT_KM,
    durees: parmi(DUREES, parametres.getAll('duree')),
    disponibilites: parmi(DISPONIBILITES_FILTRABLES, parametres.getAll('dispo')),
    departement: /^(\d{2,3}|2[AB])$/.exec(parametres.get('departement') ?? '')?.[0] ?? '',
    domaine: /^[a-z]+(-[a-z]+)*$/.exec(parametres.get('domaine') ?? '')?.[0] ?? '',
    amenages: parametres.get('amenages') === 'oui',
    gratification: parametres.get('gratification') === 'oui',
    tri: parmi(TRIS, parametres.getAll('tri'))[0] ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** Écrit l'état dans une adresse, au plus court : ce qui est par défaut n'y est pas. */
export function ecrireFiltres(filtres: Filtres): URLSearchParams {
  const parametres = new URLSearchParams();
  if (filtres.lieu) {
    parametres.set('lieu', filtres.lieu);
    if (filtres.rayon !== RAYON_PAR_DEFAUT_KM) parametres.set('rayon', String(filtres.rayon));
  }
  for (const duree of filtres.durees) parametres.append('duree', duree);
  for (const disponibilite of filtres.disponibilites) parametres.append('dispo', disponibilite);
  if (filtres.departement) parametres.set('departement', filtres.departement);
  if (filtres.domaine) parametres.set('domaine', filtres.domaine);
  if (filtres.amenages) parametres.set('amenages', 'oui');
  if (filtres.gratification) parametres.set('gratification', 'oui');
  if (filtres.tri) parametres.set('tri', filtres.tri);
  if (filtres.page > 1) parametres.set('page', String(filtres.page));
  return parametres;
}

/** Le tri appliqué : trier par distance n'a de sens qu'avec un lieu. */
export function triEffectif(filtres: Filtres, aUnLieu: boolean): Tri {
  if (filtres.tri && (filtres.tri !== 'distance' || aUnLieu)) return filtres.tri;
  return aUnLieu ? 'distance' : 'disponibles';
}

export type FiltreActif = {
  libelle: string;
  /** L'état de la liste si l'on retire ce filtre. */
  sans: Filtres;
};

/**
 * Les filtres actifs, chacun avec l'état qui reste quand on le retire.
 * @param noms libellés du lieu, du domaine et du département, que les règles ne connaissent pas
 */
export function filtresActifs(
  filtres: Filtres,
  noms: { lieu: string; domaine: string; departement: string },
): FiltreActif[] {
  const depart = { ...filtres, page: 1 };
  const actifs: FiltreActif[] = [];
  if (filtres.lieu) {
    const libelle = `À ${filtres.rayon} km ${deLieu(noms.lieu || filtres.lieu)}`;
    actifs.push({ libelle, sans: { ...depart, lieu: '', rayon: RAYON_PAR_DEFAUT_KM } });
  }
  if (filtres.domaine) {
    actifs.push({ libelle: noms.domaine || filtres.domaine, sans: { ...depart, domaine: '' } });
  }
  for (const duree of filtres.durees) {
    const durees = filtres.durees.filter((autre) => autre !== duree);
    actifs.push({ libelle: LIBELLES_DUREE[duree], sans: { ...depart, durees } });
  }
  for (const disponibilite of filtres.disponibilites) {
    const disponibilites = filtres.disponibilites.filter((autre) => autre !== disponibilite);
    const libelle = LIBELLES_DISPONIBILITE[disponibilite];
    actifs.push({ libelle, sans: { ...depart, disponibilites } });
  }
  if (filtres.departement) {
    const libelle = noms.departement || filtres.departement;
    actifs.push({ libelle, sans: { ...depart, departement: '' } });
  }
  for (const cle of ['amenages', 'gratification'] as const) {
    if (filtres[cle])
      actifs.push({ libelle: LIBELLES_BOOLEENS[cle], sans: { ...depart, [cle]: false } });
  }
  return actifs;
}

/** Texte du lien qui mène des filtres à la liste. */
export function raccourci(nombre: number): string {
  if (nombre === 0) return 'Aucun parcours : que faire ?';
  return nombre === 1 ? 'Voir le parcours' : `Voir les ${nombre} parcours`;
}
