import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Bloc, DocumentAEcrire, Segment } from '../regles/bloc.ts';

const NIVEAUX = {
  1: HeadingLevel.TITLE,
  2: HeadingLevel.HEADING_1,
  3: HeadingLevel.HEADING_2,
} as const;

/** Tailles en demi-points et espaces en vingtièmes de point, comme dans le format. */
const STYLES = {
  default: {
    document: { run: { font: 'Arial', size: 22, language: { value: 'fr-FR' } } },
    title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 240 } } },
    heading1: {
      run: { size: 28, bold: true, color: '000091' },
      paragraph: { spacing: { before: 400, after: 160 }, keepNext: true },
    },
    heading2: {
      run: { size: 24, bold: true },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
  },
};

/* Un blanc se voit sans la couleur : il est souligné, entre crochets. */
function passage({ genre, texte }: Segment): TextRun {
  return genre === 'blanc' ? new TextRun({ text: texte, underline: {} }) : new TextRun(texte);
}

function paragraphe({ niveau, segments }: Bloc): Paragraph {
  const children = segments.map(passage);
  return niveau === 0
    ? new Paragraph({ children, spacing: { after: 140, line: 276 } })
    : new Paragraph({ children, heading: NIVEAUX[niveau] });
}

/** Écrit un document .docx en français, avec de vrais styles de titres ; rend ses octets. */
export async function ecrireDocx({ titre, description, blocs }: DocumentAEcrire): Promise<Blob> {
  const document = new Document({
    title: titre,
    description,
    creator: 'Clause sociale de formation',
    lastModifiedBy: 'Clause sociale de formation',
    styles: STYLES,
    sections: [{ children: blocs.map(paragraphe) }],
  });
  return Packer.toBlob(document);
}
