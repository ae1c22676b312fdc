import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { OdtDocument } from 'odf-kit/odt';
import type { DocumentAEcrire } from '../regles/bloc.ts';

/** La langue du document, et des titres à la taille d'une pièce de marché : odf-kit ne règle ni l'une ni l'autre. */
function styles(xml: string): string {
  const langue =
    '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr" fo:country="FR"/></style:default-style>';
  return xml
    .replace('<office:styles>', `<office:styles>${langue}`)
    .replace(/size(-asian|-complex)?="28pt"/g, 'size$1="18pt"')
    .replace(/size(-asian|-complex)?="24pt"/g, 'size$1="14pt"')
    .replace(/size(-asian|-complex)?="20pt"/g, 'size$1="12pt"');
}

/**
 * Les retouches de chaque fichier du paquet. odf-kit met chaque passage d'un paragraphe sur sa ligne,
 * ce qui se lit comme une espace de trop avant une virgule : les sauts de ligne partent.
 */
const RETOUCHES: Record<string, (xml: string) => string> = {
  'content.xml': (xml) => xml.replaceAll('\n', ''),
  'styles.xml': styles,
  'meta.xml': (xml) =>
    xml.replace('</office:meta>', '<dc:language>fr-FR</dc:language></office:meta>'),
};

/* « mimetype » vient en premier et sans compression : c'est la règle du format. */
function retoucher(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const { mimetype, ...autres } = unzipSync(octets);
  if (!mimetype) throw new Error('Fichier .odt sans mimetype.');
  const paquet: Zippable = { mimetype: [mimetype, { level: 0 }] };
  for (const [nom, contenu] of Object.entries(autres)) {
    const retouche = RETOUCHES[nom];
    paquet[nom] = retouche ? strToU8(retouche(strFromU8(contenu))) : contenu;
  }
  return zipSync(paquet);
}

/** Écrit un document .odt en français, avec de vrais styles de titres. */
export async function ecrireOdt({ titre, description, blocs }: DocumentAEcrire): Promise<Blob> {
  const document = new OdtDocument();
  document.setMetadata({ title: titre, description, creator: 'Clause sociale de formation' });
  document.setPageLayout({ width: '21cm', height: '29.7cm' });
  for (const { niveau, segments } of blocs) {
    const remplir = (paragraphe: {
      addText(texte: string, forme?: { underline: true }): unknown;
    }) => {
      for (const { genre, texte } of segments)
        paragraphe.addText(texte, genre === 'blanc' ? { underline: true } : undefined);
    };
    if (niveau === 0) document.addParagraph(remplir);
    else document.addHeading(remplir, niveau);
  }
  return new Blob([retoucher(await document.save())], {
    type: 'application/vnd.oasis.opendocument.text',
  });
}
