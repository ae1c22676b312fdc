import { normaliser } from '../../socle/texte.ts';
import { anciennesCommunes, communeParCode, communes } from './communes.ts';
import type { Commune } from './communes.ts';
import { departementDuCodePostal } from './departements.ts';

export type Adresse = { codePostal?: string; nom?: string; departement?: string };
export type Trouvaille = { commune: Commune; supposition: string | null } | { erreur: string };

type Index = {
  parCodePostal: ReadonlyMap<string, Commune[]>;
  parNom: ReadonlyMap<string, Commune[]>;
  parAncienNom: ReadonlyMap<string, Commune[]>;
  cles: ReadonlyMap<Commune, string>;
};

/** Villes à arrondissements : code de la ville, et base des codes de ses arrondissements. */
const VILLES: Readonly<Record<string, { code: string; base: number }>> = {
  paris: { code: '75056', base: 75100 },
  lyon: { code: '69123', base: 69380 },
  marseille: { code: '13055', base: 13200 },
};
const VILLES_ENTIERES = new Set(Object.values(VILLES).map(({ code }) => code));

let memoire: Index | undefined;

function index(): Index {
  if (memoire) return memoire;
  const parCodePostal = new Map<string, Commune[]>();
  const parNom = new Map<string, Commune[]>();
  const parAncienNom = new Map<string, Commune[]>();
  const cles = new Map(communes().map((commune) => [commune, cleDeNom(commune.nom)]));
  const noter = (carte: Map<string, Commune[]>, cle: string, commune: Commune) => {
    const liste = carte.get(cle);
    if (!liste) carte.set(cle, [commune]);
    else if (!liste.includes(commune)) liste.push(commune);
  };
  for (const commune of communes()) {
    for (const codePostal of commune.codesPostaux) noter(parCodePostal, codePostal, commune);
    noter(parNom, cles.get(commune) ?? '', commune);
  }
  for (const { nom, actuelle } of anciennesCommunes()) {
    const commune = communeParCode(actuelle);
    if (commune) noter(parAncienNom, cleDeNom(nom), commune);
  }
  memoire = { parCodePostal, parNom, parAncienNom, cles };
  return memoire;
}

/** « ST-OUEN s/ Seine », « Saint-Ouen-sur-Seine » et « Le Saint Ouen sur Seine » se valent. */
function cleDeNom(nom: string): string {
  return normaliser(nom.replace(/\bss\/\s*/gi, 'sous ').replace(/\bs\/\s*/gi, 'sur '))
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/ (cedex|cs|bp|tsa)\b.*$/, '')
    .replace(/ france$/, '')
    .replace(/^(le|la|les|l) /, '');
}

function cleDe(commune: Commune): string {
  return index().cles.get(commune) ?? '';
}

/** Arrondissement écrit en toutes lettres ou par son CEDEX : « Paris 7ème », « LYON CEDEX 03 ». */
function arrondissement(nom: string): Commune | undefined {
  const lu =
    /^(paris|lyon|marseille)(?: cedex)? (\d{1,2})(?: ?(?:er|e|eme|ieme|nd|nde))?(?: arrondissement)?$/.exec(
      normaliser(nom),
    );
  const ville = VILLES[lu?.[1] ?? ''];
  return ville && communeParCode(String(ville.base + Number(lu?.[2])));
}

const trouvee = (commune: Commune, supposition: string | null = null): Trouvaille => ({
  commune,
  supposition,
});

/**
 * Commune désignée par un code postal, un nom, un département, ou ce qu'on en a.
 * `supposition` dit ce qu'il a fallu supposer ; `erreur`, pourquoi rien de sûr n'a été trouvé.
 * Ni l'une ni l'autre ne répète le texte reçu, qui peut être privé.
 */
export function trouverCommune({ codePostal, nom = '', departement }: Adresse): Trouvaille {
  const cle = cleDeNom(nom);
  const precise = arrondissement(nom);
  const candidates = codePostal === undefined ? undefined : index().parCodePostal.get(codePostal);
  if (codePostal === undefined || !candidates) {
    return parLeNom(
      cle,
      precise,
      departement ?? departementDuCodePostal(codePostal ?? ''),
      codePostal,
    );
  }
  if (precise) return arrondissementEtCodePostal(precise, candidates);
  const fines = candidates.filter(({ code }) => !VILLES_ENTIERES.has(code));
  if (cle in VILLES && fines.length === 1 && fines[0] && estDansLaVille(fines[0], cle)) {
    return trouvee(fines[0]);
  }
  const exacte = fines.find((commune) => cleDe(commune) === cle);
  if (exacte) return trouvee(exacte);
  const ancienne = fines.find((commune) => index().parAncienNom.get(cle)?.includes(commune));
  if (ancienne)
    return trouvee(
      ancienne,
      'nom d’une ancienne commune, remplacé par celui de la commune actuelle',
    );
  return nomEtCodePostalDiscordants(cle, fines, departement);
}

function estDansLaVille(commune: Commune, ville: string): boolean {
  return cleDe(commune).startsWith(`${ville} `);
}

function arrondissementEtCodePostal(precise: Commune, candidates: readonly Commune[]): Trouvaille {
  if (candidates.includes(precise)) return trouvee(precise);
  const autre = candidates.find(
    ({ code, departement }) => departement === precise.departement && !VILLES_ENTIERES.has(code),
  );
  if (autre)
    return trouvee(
      autre,
      'le code postal et l’arrondissement ne s’accordent pas, le code postal a été retenu',
    );
  return { erreur: 'le code postal et la commune ne s’accordent pas' };
}

/** Le code postal existe, mais aucune de ses communes ne porte exactement ce nom. */
function nomEtCodePostalDiscordants(
  cle: string,
  candidates: readonly Commune[],
  departement: string | undefined,
): Trouvaille {
  const voisines = candidates.filter((commune) => seContiennent(cleDe(commune), cle));
  if (cle !== '' && voisines.length === 1 && voisines[0]) {
    return trouvee(voisines[0], 'nom de commune approché, le code postal a tranché');
  }
  const dansLeDepartement = candidates[0]?.departement;
  const homonymes = [...(index().parNom.get(cle) ?? []), ...(index().parAncienNom.get(cle) ?? [])];
  const proches = homonymes.filter((commune) => commune.departement === dansLeDepartement);
  if (proches.length === 1 && proches[0]) {
    return trouvee(proches[0], 'le code postal n’est pas celui de la commune, le nom a été retenu');
  }
  const lointaines = homonymes.filter((commune) => commune.departement === departement);
  if (
    departement !== undefined &&
    departement !== dansLeDepartement &&
    lointaines.length === 1 &&
    lointaines[0]
  ) {
    return trouvee(lointaines[0], 'le code postal est d’un autre département, le nom a été retenu');
  }
  if (homonymes.length > 0) return { erreur: 'le code postal et la commune ne s’accordent pas' };
  const [seule, seconde] = candidates;
  if (seule && !seconde) {
    return trouvee(seule, cle === '' ? null : 'nom de commune inconnu, le code postal a tranché');
  }
  return { erreur: 'plusieurs communes ont ce code postal et aucune ne porte ce nom' };
}

/** Vrai si l'un des noms est dans l'autre, mots entiers : « saint ouen » et « saint ouen sur seine ». */
function seContiennent(a: string, b: string): boolean {
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

function parLeNom(
  cle: string,
  precise: Commune | undefined,
  departement: string | null,
  codePostal: string | undefined,
): Trouvaille {
  const supposition =
    codePostal === undefined
      ? null
      : 'code postal inconnu (peut-être un CEDEX), commune trouvée par son nom';
  if (precise && (departement === null || precise.departement === departement)) {
    return trouvee(precise, supposition);
  }
  if (cle === '')
    return {
      erreur:
        codePostal === undefined
          ? 'ni code postal ni commune'
          : 'code postal inconnu et commune absente',
    };
  const homonymes = index().parNom.get(cle) ?? index().parAncienNom.get(cle) ?? [];
  const retenues =
    departement === null
      ? homonymes
      : homonymes.filter((commune) => commune.departement === departement);
  const [seule, seconde] = retenues;
  if (seule && !seconde) {
    return trouvee(
      seule,
      supposition ?? (departement === null ? 'commune trouvée par son seul nom' : null),
    );
  }
  if (seule) return { erreur: 'plusieurs communes portent ce nom : il manque un code postal' };
  return {
    erreur: homonymes.length > 0 ? 'la commune n’est pas dans ce département' : 'commune inconnue',
  };
}
