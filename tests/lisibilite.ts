import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { mdxToMdast, type MdastNode } from 'satteri';

/** Longueur d'une phrase que l'on lit sans effort : la moitié des phrases d'un texte ne la dépasse pas. */
const MEDIANE_AU_PLUS = 18;

/** Au-delà, une phrase se perd, même seule. */
const PHRASE_AU_PLUS = 40;

/** En dessous, ce n'est pas une phrase : un intitulé, une case, « Oui ». */
const PHRASE_AU_MOINS = 4;

const SEGMENTS = new Intl.Segmenter('fr', { granularity: 'sentence' });

/** Un mot élidé (« l'entreprise ») compte pour un mot, un nombre aussi. */
const MOT = /[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu;

export type Phrase = { texte: string; mots: number };

/** Les phrases d'un paragraphe, avec leur nombre de mots ; un fragment trop court n'en est pas une. */
export function phrasesDe(paragraphe: string): Phrase[] {
  return [...SEGMENTS.segment(paragraphe)]
    .map(({ segment }) => segment.replace(/\s+/g, ' ').trim())
    .map((texte) => ({ texte, mots: texte.match(MOT)?.length ?? 0 }))
    .filter(({ mots }) => mots >= PHRASE_AU_MOINS);
}

/** Médiane du nombre de mots ; 0 sans phrase. */
export function mediane(phrases: readonly Phrase[]): number {
  const mots = phrases.map((phrase) => phrase.mots).sort((a, b) => a - b);
  const milieu = Math.floor(mots.length / 2);
  const haut = mots[milieu] ?? 0;
  return mots.length % 2 === 0 ? ((mots[milieu - 1] ?? 0) + haut) / 2 : haut;
}

/** Ce qu'il faut raccourcir dans un texte, les plus longues phrases d'abord ; vide si tout va bien. */
export function defautsDeLecture(paragraphes: readonly string[]): string[] {
  const phrases = paragraphes.flatMap(phrasesDe).sort((a, b) => b.mots - a.mots);
  const trop = phrases.filter(({ mots }) => mots > PHRASE_AU_PLUS);
  const milieu = mediane(phrases);
  const longues = milieu > MEDIANE_AU_PLUS ? phrases.slice(0, 5) : trop;
  return [
    ...(milieu > MEDIANE_AU_PLUS ? [`la moitié des phrases dépasse ${milieu} mots`] : []),
    ...longues.map(({ texte, mots }) => `${mots} mots : « ${texte} »`),
  ];
}

/** Un délai rendu se lit « 14 jours » ; toute autre balise au milieu d'une phrase tient la place d'un mot. */
function texteDe(noeud: MdastNode): string {
  if (noeud.type === 'text' || noeud.type === 'inlineCode') return noeud.value;
  if (noeud.type === 'mdxJsxTextElement' && noeud.children.length === 0)
    return noeud.name === 'Delai' ? '14 jours' : 'mot';
  return 'children' in noeud ? noeud.children.map((enfant) => texteDe(enfant)).join('') : '';
}

/** Paragraphes et éléments de liste d'un arbre MDX ; ni titres ni tableaux, qui ne sont pas des phrases. */
function paragraphesDe(noeud: MdastNode): string[] {
  if (noeud.type === 'paragraph') return [texteDe(noeud)];
  return 'children' in noeud ? noeud.children.flatMap((enfant) => paragraphesDe(enfant)) : [];
}

/** Tous les textes d'une donnée YAML : les champs sans espace sont des identifiants ou des adresses. */
function textesDe(donnee: unknown): string[] {
  if (typeof donnee === 'string') {
    const texte = donnee.replace(/\{[\w-]+\}/g, '14 jours');
    return /\s/.test(texte) ? texte.split(/\n+/) : [];
  }
  if (typeof donnee !== 'object' || donnee === null) return [];
  return Object.values(donnee).flatMap(textesDe);
}

/** Les paragraphes d'un fichier de contenu (MDX avec son en-tête, ou YAML), comme le public les lit. */
export function paragraphesDuFichier(fichier: string): string[] {
  const source = readFileSync(fichier, 'utf8');
  if (fichier.endsWith('.yaml')) return textesDe(load(source));
  const [, enTete = '', ...corps] = source.split(/^---$/m);
  return [...textesDe(load(enTete)), ...paragraphesDe(mdxToMdast(corps.join('---')))];
}
