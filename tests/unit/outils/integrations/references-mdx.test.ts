import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { referencesMdx } from '../../../../src/outils/integrations/references-mdx.ts';

function compiler(texte: string): unknown {
  return mdxToJs(texte, {
    mdastPlugins: [referencesMdx],
    fileURL: new URL('file:///content/kit/essai.mdx'),
  });
}

describe('les références d’un texte MDX', () => {
  it('accepte une étape, un domaine, un document, un moment et une vidéo connus', () => {
    const texte = [
      'Réponse : <Delai etape="mise-en-relation" />.',
      '<Exemples domaine="accueil logistique" />',
      '<Documents document="convention" />',
      '<AQuiSAdresser moment="accueil" />',
      '<Video video="emilia" />',
      '<Loi lien="code-education" />',
      '<Chiffre chiffre="seuil-gratification" />',
    ].join('\n\n');
    expect(() => compiler(texte)).not.toThrow();
  });

  it.each([
    ['etape', 'content/frise.yaml'],
    ['delai', 'content/frise.yaml'],
    ['domaine', 'content/domaines/'],
    ['chiffre', 'src/site/regles/chiffres-cites.ts'],
    ['document', 'content/documents.yaml'],
    ['moment', 'content/kit/'],
    ['video', 'content/videos.yaml'],
    ['lien', 'content/liens.yaml'],
  ])('refuse un %s inconnu, en disant le fichier, la ligne et les choix', (attribut, source) => {
    const texte = `Une ligne.\n\n<Essai ${attribut}="inconnu" />\n`;
    expect(() => compiler(texte)).toThrow(/essai\.mdx:3 : .*« inconnu »/);
    expect(() => compiler(texte)).toThrow(`${source} ne connaît pas. Choix possibles : `);
  });

  it('lit aussi les balises au milieu d’une phrase et les listes d’identifiants', () => {
    expect(() => compiler('Avant <Delai etape="jamais" />.')).toThrow(/« jamais »/);
    expect(() => compiler('<Exemples domaine="accueil nulle-part" />')).toThrow(/« nulle-part »/);
  });
});
