import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { defineMdastPlugin } from 'satteri';
import { delaisDits, friseSchema } from '../../frise/regles/frise.ts';
import { CHIFFRES } from '../../site/regles/chiffres-cites.ts';

type AvecId = { id: string };

function yaml(chemin: string): unknown {
  return load(readFileSync(chemin, 'utf8'));
}

function dansLeDossier(dossier: string): string[] {
  return readdirSync(dossier).map((nom) => basename(nom).replace(/\.\w+$/, ''));
}

function dansLaListe(chemin: string): string[] {
  return (yaml(chemin) as AvecId[]).map(({ id }) => id);
}

/** Ce qu'un attribut peut citer : où sont les identifiants, et comment les lire. */
const REFERENCES: Record<string, { source: string; lire: () => string[] }> = {
  etape: {
    source: 'content/frise.yaml',
    lire: () => (yaml('content/frise.yaml') as { etapes: AvecId[] }).etapes.map(({ id }) => id),
  },
  delai: {
    source: 'content/frise.yaml',
    lire: () => Object.keys(delaisDits(friseSchema.parse(yaml('content/frise.yaml')))),
  },
  domaine: { source: 'content/domaines/', lire: () => dansLeDossier('content/domaines') },
  chiffre: { source: 'src/site/regles/chiffres-cites.ts', lire: () => Object.keys(CHIFFRES) },
  document: { source: 'content/documents.yaml', lire: () => dansLaListe('content/documents.yaml') },
  moment: { source: 'content/kit/', lire: () => dansLeDossier('content/kit') },
  regle: { source: 'content/regles.yaml', lire: () => dansLaListe('content/regles.yaml') },
  video: { source: 'content/videos.yaml', lire: () => dansLaListe('content/videos.yaml') },
  lien: { source: 'content/liens.yaml', lire: () => dansLaListe('content/liens.yaml') },
};

type Attribut = { type: string; name?: string; value?: unknown };
type Balise = {
  name?: string | null;
  attributes?: readonly Attribut[];
  position?: { start: { line: number } };
};

/** Le premier attribut qui cite ce qui n'existe pas, dit en une phrase ; undefined si tout est connu. */
function citationInconnue({ name, attributes = [] }: Balise): string | undefined {
  for (const { name: attribut = '', value } of attributes) {
    const reference = REFERENCES[attribut];
    if (!reference || typeof value !== 'string') continue;
    const connus = reference.lire();
    // Un attribut peut citer plusieurs identifiants, séparés par des espaces.
    const inconnu = value.split(/\s+/).find((id) => !connus.includes(id));
    if (inconnu !== undefined) {
      return (
        `<${name ?? ''} ${attribut}="${value}"> cite « ${inconnu} », que ${reference.source} ne connaît pas. ` +
        `Choix possibles : ${connus.join(', ')}.`
      );
    }
  }
  return undefined;
}

/**
 * Un texte MDX qui cite une étape, un délai, un domaine, un document, un moment, une vidéo ou un lien inconnu
 * arrête la construction, en disant le fichier et la ligne.
 */
export const referencesMdx = defineMdastPlugin({
  name: 'csf-references',
  options: { position: true },
  mdxJsxFlowElement(balise, contexte) {
    verifier(balise, contexte.fileURL);
  },
  mdxJsxTextElement(balise, contexte) {
    verifier(balise, contexte.fileURL);
  },
});

function verifier(balise: Balise, fichier: URL | undefined): void {
  const defaut = citationInconnue(balise);
  if (defaut === undefined) return;
  const chemin = fichier ? fileURLToPath(fichier) : 'texte';
  throw new Error(`${chemin}:${balise.position?.start.line ?? '?'} : ${defaut}`);
}
