import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { enFrancais } from '../../socle/dates.ts';
import { semaineDite, type Preuve } from '../regles/preuve-execution.ts';
import { typographier } from '../../socle/typographie.ts';

/** A4 et marges, en points. */
const PAGE = { largeur: 595.28, hauteur: 841.89, marge: 56 } as const;
const UTILE = PAGE.largeur - 2 * PAGE.marge;
const BLEU = rgb(0, 0, 0.57);
const NOIR = rgb(0.09, 0.09, 0.09);
const GRIS = rgb(0.4, 0.4, 0.4);

/* Les polices d'un PDF sans fonte jointe n'ont que les signes de Windows-1252. */
function ecrivable(texte: string, police: PDFFont): string {
  const connus = new Set(police.getCharacterSet());
  const simple = typographier(texte)
    .normalize('NFC')
    .replace(/[\u202F\u2009]/g, '\u00A0')
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/\s*\n\s*/g, ' ');
  return [...simple]
    .map((signe) => {
      if (connus.has(signe.codePointAt(0) ?? 0)) return signe;
      const [base = ''] = signe.normalize('NFD');
      return connus.has(base.codePointAt(0) ?? 0) ? base : '?';
    })
    .join('');
}

/** Une feuille qui se remplit de haut en bas, et une page de plus quand il le faut. */
class Feuille {
  readonly #document: PDFDocument;
  readonly #normal: PDFFont;
  readonly #gras: PDFFont;
  #page: PDFPage;
  #y = PAGE.hauteur - PAGE.marge;

  constructor(document: PDFDocument, normal: PDFFont, gras: PDFFont) {
    this.#document = document;
    this.#normal = normal;
    this.#gras = gras;
    this.#page = document.addPage([PAGE.largeur, PAGE.hauteur]);
  }

  /* Garde cette hauteur d'un seul tenant, en points. */
  #reserver(hauteur: number) {
    if (this.#y - hauteur >= PAGE.marge + 12) return;
    this.#page = this.#document.addPage([PAGE.largeur, PAGE.hauteur]);
    this.#y = PAGE.hauteur - PAGE.marge;
  }

  #lignes(texte: string, police: PDFFont, corps: number, largeur: number): string[] {
    const lignes = [''];
    for (const mot of ecrivable(texte, police).split(' ')) {
      const derniere = lignes.at(-1) ?? '';
      const essai = derniere === '' ? mot : `${derniere} ${mot}`;
      if (derniere === '' || police.widthOfTextAtSize(essai, corps) <= largeur)
        lignes[lignes.length - 1] = essai;
      else lignes.push(mot);
    }
    return lignes;
  }

  texte(
    texte: string,
    { corps = 10, gras = false, couleur = NOIR, apres = 6 }: OptionsDeTexte = {},
  ): void {
    const police = gras ? this.#gras : this.#normal;
    for (const ligne of this.#lignes(texte, police, corps, UTILE)) {
      this.#reserver(corps * 1.4);
      this.#y -= corps * 1.4;
      this.#page.drawText(ligne, {
        x: PAGE.marge,
        y: this.#y,
        size: corps,
        font: police,
        color: couleur,
      });
    }
    this.#y -= apres;
  }

  /** Un intertitre, qui reste avec sa suite : au moins deux rangées. */
  titre(texte: string, rangees = 2): void {
    this.#reserver(30 + rangees * 20);
    this.#y -= 8;
    this.texte(texte, { corps: 13, gras: true, couleur: BLEU });
  }

  /** Une rangée dont chaque case passe à la ligne dans sa largeur (part de la largeur utile). */
  rangee(cases: readonly { texte: string; part: number; gras?: boolean }[]): void {
    const corps = 9.5;
    const interligne = corps * 1.35;
    const colonnes = cases.map(({ texte, part, gras = false }) => {
      const police = gras ? this.#gras : this.#normal;
      return { police, part, lignes: this.#lignes(texte, police, corps, UTILE * part - 8) };
    });
    const hauteur = Math.max(...colonnes.map(({ lignes }) => lignes.length)) * interligne;
    this.#reserver(hauteur + 6);
    let x: number = PAGE.marge;
    for (const { police, part, lignes } of colonnes) {
      for (const [rang, ligne] of lignes.entries())
        this.#page.drawText(ligne, {
          x,
          y: this.#y - (rang + 1) * interligne + 2,
          size: corps,
          font: police,
          color: NOIR,
        });
      x += UTILE * part;
    }
    this.#y -= hauteur + 3;
    this.#page.drawLine({
      start: { x: PAGE.marge, y: this.#y },
      end: { x: PAGE.largeur - PAGE.marge, y: this.#y },
      thickness: 0.5,
      color: rgb(0.8, 0.8, 0.8),
    });
    this.#y -= 3;
  }

  /** Le pied de chaque page, une fois leur nombre connu. */
  pieds(texte: string): void {
    const pages = this.#document.getPages();
    for (const [rang, page] of pages.entries()) {
      const dire = (mot: string, x: number) =>
        page.drawText(ecrivable(mot, this.#normal), {
          x,
          y: PAGE.marge - 22,
          size: 8,
          font: this.#normal,
          color: GRIS,
        });
      const numero = `Page ${rang + 1} sur ${pages.length}`;
      dire(texte, PAGE.marge);
      dire(numero, PAGE.largeur - PAGE.marge - this.#normal.widthOfTextAtSize(numero, 8));
    }
  }
}

type OptionsDeTexte = {
  corps?: number;
  gras?: boolean;
  couleur?: typeof NOIR;
  apres?: number;
};

function remplir(feuille: Feuille, preuve: Preuve): void {
  const { faits, etapes, semaines, documents } = preuve;
  feuille.texte('Clause sociale de formation sous statut scolaire', { couleur: GRIS, apres: 2 });
  feuille.texte('Exécution de la clause', { corps: 20, gras: true, apres: 4 });
  feuille.texte(
    `Dossier ${preuve.reference}, établi le ${enFrancais(preuve.etabliLe)}. ${preuve.avertissement}`,
    { apres: 8 },
  );
  feuille.titre('Le parcours');
  for (const { terme, valeur } of faits)
    feuille.rangee([
      { texte: terme, part: 0.35, gras: true },
      { texte: valeur, part: 0.65 },
    ]);
  feuille.titre('Les étapes');
  for (const { le, quoi, qui } of etapes)
    feuille.rangee([
      { texte: enFrancais(le), part: 0.24 },
      { texte: quoi, part: 0.54 },
      { texte: qui, part: 0.22 },
    ]);
  feuille.titre('Les heures, semaine par semaine');
  if (semaines.length === 0) feuille.texte('Aucune heure n’est encore déclarée.');
  for (const { lundi, heures } of semaines)
    feuille.rangee([
      { texte: `Semaine ${semaineDite(lundi)}`, part: 0.78 },
      { texte: `${heures} h`, part: 0.22 },
    ]);
  feuille.rangee([
    { texte: 'Total des heures déclarées', part: 0.78, gras: true },
    { texte: `${preuve.total} h`, part: 0.22, gras: true },
  ]);
  feuille.titre('Les documents à joindre', documents.length + 1);
  for (const { titre, remplitPar } of documents)
    feuille.rangee([
      { texte: titre, part: 0.35, gras: true },
      { texte: remplitPar, part: 0.65 },
    ]);
}

/** Écrit le dossier en PDF, sur autant de pages qu'il faut ; rend ses octets. */
export async function ecrireDossier(preuve: Preuve): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(typographier(preuve.titre), { showInWindowTitleBar: true });
  document.setLanguage('fr-FR');
  document.setAuthor('Clause sociale de formation');
  document.setCreator('Clause sociale de formation');
  document.setCreationDate(new Date(`${preuve.etabliLe}T12:00:00Z`));
  const normal = await document.embedFont(StandardFonts.Helvetica);
  const gras = await document.embedFont(StandardFonts.HelveticaBold);
  const feuille = new Feuille(document, normal, gras);
  remplir(feuille, preuve);
  feuille.pieds(`Dossier ${preuve.reference}, établi le ${enFrancais(preuve.etabliLe)}`);
  return document.save();
}
