import { gunzipSync } from 'node:zlib';
import { extname } from 'node:path';
import { decodeHTML } from 'entities/decode';
import { estSuspect } from './suspect.ts';

/**
 * Sépare deux morceaux de texte sans lien : ni une espace, ni une lettre, ni un chiffre,
 * pour qu'une suite de cellules de tableau ne forme pas un numéro de téléphone.
 */
export const SEPARATEUR = ' ␞ ';

/** Attributs de dessin : des suites de nombres, jamais un texte. */
const ATTRIBUTS_DE_DESSIN =
  /^(d|points|viewbox|transform|values|x|y|x1|x2|y1|y2|cx|cy|r|width|height|integrity)$/i;

/** Balises qui n'interrompent pas un mot à l'écran : une adresse coupée par `<wbr>` reste une adresse. */
const BALISES_EN_LIGNE =
  /^(a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tspan|u|wbr)$/i;

const MORCEAU =
  /<!--([\s\S]*?)(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<(script|style)\b([^>]*)>([\s\S]*?)<\/\3\s*>|<\/?([a-z][\w:-]*)(?![\w:-])((?:"[^"]*"|'[^']*'|[^>"'])*)>|<[!?][^>]*>/gi;
const ATTRIBUT = /(?<![^\s=/"'<>])([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

function caractere(code: number, brut: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : brut;
}

/** Le texte tel qu'un navigateur le montre ; une césure facultative ne coupe pas une adresse. */
function decoderEntites(texte: string): string {
  if (!texte.includes('&')) return texte;
  return decodeHTML(texte).replaceAll('\u00ad', '').replaceAll('\u2010', '-');
}

function decoderPourcents(texte: string): string {
  return texte.replace(/(?:%[\da-f]{2})+/gi, (brut) => {
    try {
      return decodeURIComponent(brut);
    } catch {
      return brut;
    }
  });
}

function decoderEchappements(texte: string): string {
  return texte.replace(
    /\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})/gi,
    (brut, accolades, u, x) =>
      caractere(Number.parseInt((accolades ?? u ?? x) as string, 16), brut),
  );
}

function valeursDAttributs(attributs: string): string {
  let valeurs = '';
  for (const [, nom = '', double, simple, nue] of attributs.matchAll(ATTRIBUT)) {
    if (ATTRIBUTS_DE_DESSIN.test(nom)) continue;
    const valeur = double ?? simple ?? nue ?? '';
    valeurs += SEPARATEUR + decoderPourcents(decoderEntites(valeur));
  }
  return valeurs;
}

/** Texte visible, commentaires, valeurs d'attributs et données en ligne d'une page (ou d'un XML, d'un SVG). */
function texteDeBalises(source: string): string {
  let annexes = '';
  const visible = source.replace(
    MORCEAU,
    (_brut, commentaire, cdata, bloc, attributsDeBloc, contenu, balise, attributs) => {
      if (cdata) return SEPARATEUR + (cdata as string) + SEPARATEUR;
      if (commentaire) annexes += SEPARATEUR + decoderEntites(commentaire as string);
      if (bloc) {
        annexes += valeursDAttributs(attributsDeBloc as string);
        annexes += SEPARATEUR + decoderEchappements(contenu as string);
      }
      if (attributs) annexes += valeursDAttributs(attributs as string);
      return balise && BALISES_EN_LIGNE.test(balise as string) ? '' : SEPARATEUR;
    },
  );
  return decoderEntites(visible) + annexes;
}

/** Chaînes d'un JSON, clés comprises ; les nombres (coordonnées, compteurs) ne sont pas des textes. */
function texteDeJson(source: string): string {
  const chaines: string[] = [];
  try {
    JSON.parse(source, (cle, valeur: unknown) => {
      if (cle) chaines.push(cle);
      if (typeof valeur === 'string') chaines.push(decoderPourcents(decoderEntites(valeur)));
      return valeur;
    });
  } catch {
    return source;
  }
  return chaines.join(SEPARATEUR);
}

/** Fichier d'index de Pagefind : compressé, un en-tête, puis du JSON ou des mots entre des octets. */
function texteDePagefind(octets: Buffer): string {
  const contenu = gunzipSync(octets).toString('utf8');
  // Les octets de structure séparent les mots.
  return decoderEntites(contenu.replace(/[\u0000-\u001f\u007f\ufffd]+/g, SEPARATEUR));
}

/** Ce que la garde doit lire d'un fichier publié. */
export type Lecture = {
  texte: string;
  /** Dans un programme, une suite de chiffres est une constante : seules les adresses y sont cherchées. */
  telephones: boolean;
};

const BINAIRES =
  /\.(woff2?|png|jpe?g|gif|webp|avif|ico|wasm|pagefind|pdf|br|gz|zip|mp4|webm|docx|odt)$/i;

/** Le moteur de Pagefind n'est pas à nous et ne contient rien de nous. */
const MOTEUR_DE_RECHERCHE = /(^|\/)pagefind\/[^/]+\.(js|css)$/;

/** Vrai si le fichier (chemin relatif, barres obliques) peut contenir un texte à nous. */
export function estALire(chemin: string): boolean {
  return !BINAIRES.test(chemin) && !MOTEUR_DE_RECHERCHE.test(chemin);
}

/**
 * Texte d'un fichier publié, décodé selon son type ; un type inconnu est lu comme du texte,
 * et un fichier sans rien qui ressemble à une coordonnée n'est pas décodé.
 */
export function extraire(chemin: string, octets: Buffer): Lecture {
  const type = extname(chemin).toLowerCase();
  if (type.startsWith('.pf_')) return { texte: texteDePagefind(octets), telephones: true };
  const source = octets.toString('utf8');
  if (!estSuspect(source)) return { texte: '', telephones: false };
  switch (type) {
    case '.html':
    case '.xml':
    case '.svg':
      return { texte: texteDeBalises(source), telephones: true };
    case '.json':
    case '.webmanifest':
      return { texte: texteDeJson(source), telephones: true };
    case '.js':
    case '.css':
    case '.map':
      return { texte: decoderEchappements(source), telephones: false };
    default:
      return { texte: source, telephones: true };
  }
}
