import { normaliser, slug } from '../../socle/texte.ts';
import { academieDuDepartement } from './academies.ts';
import { entreesDepartements, entreesRegions } from './donnees.ts';

/** Un département ou une collectivité d'outre-mer ; `academie` est un identifiant d'académie. */
export type Departement = {
  code: string;
  nom: string;
  slug: string;
  region: string;
  academie: string;
};

type Table = {
  liste: readonly Departement[];
  parCode: ReadonlyMap<string, Departement>;
  parNom: ReadonlyMap<string, string>;
};

let memoire: Table | undefined;

function table(): Table {
  if (memoire) return memoire;
  const regions = new Map(entreesRegions().map((region) => [region.code, region.nom]));
  const liste = entreesDepartements().map(({ code, nom, region }) => ({
    code,
    nom,
    slug: slug(nom),
    region: regions.get(region) ?? nom,
    academie: academieDuDepartement(code)?.slug ?? '',
  }));
  memoire = {
    liste,
    parCode: new Map(liste.map((departement) => [departement.code, departement])),
    parNom: new Map(liste.map((departement) => [cleDeNom(departement.nom), departement.code])),
  };
  return memoire;
}

/** Sans article ni « département de », et « St Denis » comme « Saint-Denis ». */
function cleDeNom(texte: string): string {
  return normaliser(texte)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/^departement (de la |de l |des |du |de |d )?/, '')
    .replace(/^(la|le|les|l) /, '');
}

/** Tous les départements, dans l'ordre officiel de leurs codes. */
export function departements(): readonly Departement[] {
  return table().liste;
}

/** Département par code (`01`, `2A`, `974`), ou undefined. */
export function departementParCode(code: string): Departement | undefined {
  return table().parCode.get(code);
}

/**
 * Code du département écrit à la main : `93`, `93 - Seine-Saint-Denis`, `Seine St Denis (93)`,
 * `2a`, `1` (lu `01`). Null s'il est illisible, ou si le code et le nom se contredisent.
 */
export function lireDepartement(texte: string): string | null {
  const brut = texte.trim();
  const signes = /(?<![\dA-Za-z])(\d{1,3}|2[abAB])(?![\dA-Za-z])/.exec(brut)?.[1];
  const nom = cleDeNom(brut.replace(signes ?? '', ' '));
  const parNom = nom === '' ? undefined : table().parNom.get(nom);
  if (signes === undefined) return parNom ?? null;
  const code = codeCanonique(signes);
  if (code === null || (parNom !== undefined && parNom !== code)) return null;
  return code;
}

function codeCanonique(signes: string): string | null {
  const code = signes.toUpperCase().padStart(2, '0');
  // Le code 20 est d'avant 1976 ; il ne dit pas laquelle des deux Corse.
  return table().parCode.has(code) ? code : null;
}

/** Code du département d'un code postal (`97400` donne `974`), ou null si le préfixe est inconnu. */
export function departementDuCodePostal(codePostal: string): string | null {
  const prefixe = codePostal.startsWith('9') && codePostal >= '97' ? 3 : 2;
  if (codePostal.startsWith('20')) return codePostal < '20200' ? '2A' : '2B';
  const code = codePostal.slice(0, prefixe);
  return table().parCode.has(code) ? code : null;
}
