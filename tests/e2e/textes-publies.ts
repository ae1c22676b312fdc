import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { Parser } from 'htmlparser2';
import { fichiersDe } from '../../src/outils/serveur/fichiers.ts';

/** Ce qui n'est pas le texte de la page : navigation, champs, modèles à recopier, contenus mis par un script. */
const HORS_TEXTE = new Set([
  ...['head', 'nav', 'header', 'footer', 'form', 'table'],
  ...['script', 'style', 'template', 'svg', 'pre', 'textarea'],
]);

const PARAGRAPHES = new Set(['p', 'li', 'dd', 'blockquote', 'figcaption', 'summary']);

/** Les paragraphes d'une page, éléments de liste compris, sans titres ni tableaux. */
export function paragraphesDeLaPage(html: string): string[] {
  const paragraphes: string[] = [];
  let courant = '';
  let exclus = 0;
  const fermer = () => {
    if (courant.trim() !== '') paragraphes.push(courant.replace(/\s+/g, ' ').trim());
    courant = '';
  };
  const ouverts: string[] = [];
  const parser = new Parser({
    onopentag(balise) {
      if (HORS_TEXTE.has(balise)) exclus += 1;
      if (!PARAGRAPHES.has(balise)) return;
      fermer();
      ouverts.push(balise);
    },
    ontext(texte) {
      if (exclus === 0 && ouverts.length > 0) courant += texte;
    },
    onclosetag(balise) {
      if (HORS_TEXTE.has(balise)) exclus -= 1;
      if (!PARAGRAPHES.has(balise)) return;
      fermer();
      ouverts.pop();
    },
  });
  parser.end(html);
  return paragraphes;
}

/** Ce qui n'est pas de la prose : du code, des dessins, ce qu'une personne tape, et l'en-tête technique de la page. */
const SANS_PROSE = new Set(['head', 'script', 'style', 'svg', 'pre', 'code', 'textarea']);

/** Balises qui ne coupent pas une phrase. */
const DANS_LA_LIGNE = new Set(
  [
    'a',
    'abbr',
    'b',
    'bdi',
    'cite',
    'dfn',
    'em',
    'i',
    'kbd',
    'mark',
    'q',
    's',
    'samp',
    'small',
  ].concat(['span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr']),
);

/**
 * Tout ce qu'on lit dans une page, bloc par bloc : titres, paragraphes, étiquettes, cellules, états que les scripts
 * montrent plus tard. Une balise au milieu d'une phrase ne la coupe pas ; les blancs que le navigateur réduit le sont,
 * une espace insécable reste.
 */
export function blocsDeLaPage(html: string): string[] {
  const blocs: string[] = [];
  let courant = '';
  let exclus = 0;
  const ouvertes: number[] = [];
  const fermer = () => {
    const texte = courant.replace(/[ \t\r\n]+/g, ' ').trim();
    if (texte !== '') blocs.push(texte);
    courant = '';
  };
  const parser = new Parser({
    onopentag(balise) {
      if (SANS_PROSE.has(balise)) exclus += 1;
      if (!DANS_LA_LIGNE.has(balise)) fermer();
      ouvertes.push(courant.length);
    },
    ontext(texte) {
      if (exclus === 0) courant += texte;
    },
    onclosetag(balise) {
      if (SANS_PROSE.has(balise)) exclus -= 1;
      // Un mot qu'un script écrira (« Sa référence : <strong></strong>. ») tient sa place dans la phrase.
      if (ouvertes.pop() === courant.length && DANS_LA_LIGNE.has(balise) && balise !== 'wbr')
        courant += '…';
      if (!DANS_LA_LIGNE.has(balise)) fermer();
    },
  });
  parser.end(html);
  fermer();
  return blocs;
}

/** Les fichiers d'un site construit dont le nom convient, avec leur chemin depuis la racine du site. */
export async function fichiersPublies(
  dossier: string,
  nom: RegExp,
): Promise<{ chemin: string; texte: string }[]> {
  const fichiers = [];
  for await (const fichier of fichiersDe(dossier)) {
    const chemin = `/${relative(dossier, fichier).replaceAll(sep, '/')}`;
    if (nom.test(chemin)) fichiers.push({ chemin, texte: readFileSync(fichier, 'utf8') });
  }
  return fichiers.sort((a, b) => a.chemin.localeCompare(b.chemin, 'fr'));
}

/** Les pages d'un site construit dont le chemin (« /kit/ ») convient. */
export async function pagesPubliees(
  dossier: string,
  convient: (chemin: string) => boolean,
): Promise<{ chemin: string; html: string }[]> {
  const pages = (await fichiersPublies(dossier, /\.html$/)).map(({ chemin, texte }) => ({
    chemin: chemin.replace(/\/index\.html$/, '/'),
    html: texte,
  }));
  return pages.filter(({ chemin }) => convient(chemin));
}
