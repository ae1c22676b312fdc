import { repererCoordonnees } from '../../socle/coordonnees.ts';
import { COURRIEL_EQUIPE } from '../../site/regles/courriel-equipe.ts';
import { EXEMPLE_DE_COURRIEL } from '../../socle/saisie.ts';
import { SEPARATEUR, type Lecture } from './extraire.ts';

type Coordonnee = ReturnType<typeof repererCoordonnees>[number];

export type Fuite = {
  genre: 'courriel' | 'telephone';
  /** Extrait masqué, avec un peu de ce qui l'entoure : assez pour retrouver, pas pour reconnaître. */
  extrait: string;
};

/** Ce que le site publie exprès. */
const PERMIS = new Set<string>([COURRIEL_EQUIPE, EXEMPLE_DE_COURRIEL]);

/** Caractères montrés de part et d'autre. */
const CONTEXTE = 40;

/** Au-delà, une suite sans espace est une empreinte ou des données codées, pas un numéro. */
const MOT_CODE = 24;

/** Les dix chiffres dans l'ordre : un alphabet de programme, attribué à personne. */
const DIX_CHIFFRES = '0123456789';

/** « camille@site.example » devient « c…@…example », « 06 12 34 56 78 » devient « 06…78 ». */
function masquer(genre: Fuite['genre'], extrait: string): string {
  if (genre === 'courriel')
    return `${extrait.slice(0, 1)}…@…${extrait.match(/\w+\W*/g)?.at(-1) ?? ''}`;
  const chiffres = extrait.replace(/\D/g, '');
  return `${chiffres.slice(0, 2)}…${chiffres.slice(-2)}`;
}

/** Les noms propres et les chiffres voisins sont masqués aussi : le journal ne doit rien apprendre. */
function masquerVoisinage(texte = ''): string {
  return texte
    .replace(/(?<!\S)\S*@\S*/g, '…@…')
    .replace(/\p{Lu}[\p{L}'’-]+/gu, (mot) => `${mot.slice(0, 1)}…`)
    .replace(/\d/g, '·')
    .replace(/\s+/g, ' ');
}

function longueurDuMot(texte: string, position: number, longueur: number): number {
  const avant =
    /(?<![\w+/=-])[\w+/=-]*$/.exec(texte.slice(Math.max(0, position - MOT_CODE), position))?.[0] ??
    '';
  const fin = position + longueur;
  const apres = /^[\w+/=-]*/.exec(texte.slice(fin, fin + MOT_CODE))?.[0] ?? '';
  return avant.length + longueur + apres.length;
}

function estFuite(lecture: Lecture, { genre, extrait, position }: Coordonnee): boolean {
  if (genre === 'courriel') return !PERMIS.has(extrait.toLowerCase());
  if (!lecture.telephones || extrait === DIX_CHIFFRES) return false;
  return longueurDuMot(lecture.texte, position, extrait.length) <= MOT_CODE;
}

/** Courriels et téléphones d'un texte publié, hors de ceux que le site publie exprès. */
export function chercherFuites(lecture: Lecture): Fuite[] {
  const { texte } = lecture;
  return repererCoordonnees(texte)
    .filter((coordonnee) => estFuite(lecture, coordonnee))
    .map(({ genre, extrait, position }) => {
      const fin = position + extrait.length;
      // Le voisinage s'arrête au morceau de texte : au-delà, c'est une autre phrase.
      const avant = texte
        .slice(Math.max(0, position - CONTEXTE), position)
        .split(SEPARATEUR)
        .at(-1);
      const [apres] = texte.slice(fin, fin + CONTEXTE).split(SEPARATEUR);
      const montre = [masquerVoisinage(avant), masquer(genre, extrait), masquerVoisinage(apres)];
      return { genre, extrait: montre.join('').trim() };
    });
}
