/**
 * Forme de recherche d'un texte, sans accents ni majuscules, ligatures ouvertes, où chaque signe sait d'où il
 * vient : ce que l'on y trouve se reporte sur le texte d'origine.
 */
export type Empreinte = {
  texte: string;
  /** Place, dans le texte d'origine, de chaque signe de l'empreinte ; un de plus pour la fin. */
  places: number[];
};

/** Empreinte d'un texte. Tout signe qui n'est ni lettre ni chiffre reste, il sépare des mots. */
export function empreinte(origine: string): Empreinte {
  const places: number[] = [];
  let texte = '';
  let place = 0;
  for (const signe of origine) {
    const simple = signeSimple(signe);
    texte += simple;
    while (places.length < texte.length) places.push(place);
    place += signe.length;
  }
  places.push(place);
  return { texte, places };
}

function signeSimple(signe: string): string {
  if (signe < '\u0080') return signe.toLowerCase();
  return signe
    .toLowerCase()
    .replace('œ', 'oe')
    .replace('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Un mot plus long n'est pas un sigle à points : le chercher lettre à lettre épuiserait la pile. */
const LETTRES_D_UN_MOT = 64;

/**
 * Motif qui retrouve des mots dans une empreinte, entiers, quels que soient les signes entre eux
 * (« Sables & Fils », « sables-et-fils », « SablesFils », « S.N.C.F »).
 * @param mots forme normalisée, mots séparés par une espace
 */
export function motifDeMots(mots: string): RegExp {
  const parties = mots.split(' ').map((mot) => {
    return mot.length < 3 || mot.length > LETTRES_D_UN_MOT ? mot : mot.split('').join('[^a-z0-9]?');
  });
  return new RegExp(`(?<![a-z0-9])${parties.join('[^a-z0-9]{0,4}')}(?![a-z0-9])`, 'g');
}
