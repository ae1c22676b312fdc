import { readFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { repererCoordonnees } from '../../src/socle/coordonnees.ts';
import { COURRIEL_EQUIPE } from '../../src/site/regles/courriel-equipe.ts';
import { empreintesDe } from '../../src/outils/edition/article.ts';
import {
  dossierDeVersion,
  fichierFige,
  lireEmpreintes,
  lireVersions,
} from '../../src/outils/edition/empreintes.ts';

const VERSIONS = await lireVersions();
const COURANTE = VERSIONS[0]?.id ?? '';
const FICHIERS = (await readdir(dossierDeVersion(COURANTE))).filter((nom) => nom.endsWith('.pdf'));

async function lirePdf(nom: string) {
  const data = new Uint8Array(await readFile(`${dossierDeVersion(COURANTE)}/${nom}`));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => {
      const page = await pdf.getPage(i + 1);
      const [{ items }, arbre, liens] = await Promise.all([
        page.getTextContent(),
        page.getStructTree(),
        page.getAnnotations(),
      ]);
      const texte = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      return { texte, arbre: JSON.stringify(arbre), liens };
    }),
  );
  return { pdf, pages, texte: pages.map((page) => page.texte).join(' ') };
}

describe.each(VERSIONS.map(({ id }) => id))('la version %s', (id) => {
  it('est figée, et n’a pas été retouchée depuis', async () => {
    const fige = await readFile(fichierFige(id), 'utf8');
    const publiees = await lireEmpreintes(id);
    expect(publiees, `Lancez npm run kit:publier.`).toBeDefined();
    expect(empreintesDe(fige)).toEqual({ kit: publiees?.kit, moments: publiees?.moments });
    expect(publiees?.version).toBe(id);
  });

  it('a un PDF pour le kit et un par moment', async () => {
    const publiees = await lireEmpreintes(id);
    const attendus = ['kit', ...Object.keys(publiees?.moments ?? {})].map((nom) => `${nom}.pdf`);
    const presents = (await readdir(dossierDeVersion(id))).filter((nom) => nom.endsWith('.pdf'));
    expect(presents.sort()).toEqual(attendus.sort());
  });

  it('se suffit : ni script, ni style, ni fichier à l’adresse changeante', () => {
    const fige = readFileSync(fichierFige(id), 'utf8');
    expect(fige).not.toMatch(/<script|<style|style=|\/_astro\/|localhost/);
  });
});

describe.each(FICHIERS)('%s', (nom) => {
  it('se lit avec un lecteur d’écran : balisé, en français, titré, avec ses titres', async () => {
    const { pdf, pages } = await lirePdf(nom);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Language: 'fr' });
    expect(info.Title).toContain(`version ${COURANTE}`);
    // pdfjs rend une Map, quoi que disent ses types.
    const marques: unknown = await pdf.getMarkInfo();
    expect((marques as Map<string, boolean>).get('Marked')).toBe(true);
    const arbre = pages.map((page) => page.arbre).join('');
    const niveaux = nom === 'kit.pdf' ? ['H1', 'H2', 'H3'] : ['H1', 'H2'];
    for (const role of [...niveaux, 'L', 'P']) expect(arbre).toContain(`"role":"${role}"`);
    expect(await pdf.getOutline()).not.toHaveLength(0);
  });

  it('porte sa version et ses numéros de page, et rien de l’interface du site', async () => {
    const { pdf, texte } = await lirePdf(nom);
    expect(texte).toContain(`version ${COURANTE}`);
    expect(texte).toContain(`Page ${pdf.numPages} sur ${pdf.numPages}`);
    expect(texte).not.toMatch(/Site de démonstration|Télécharger le kit|Plan du site/);
  });

  it('mène à l’adresse publique, jamais au serveur qui a servi à l’imprimer', async () => {
    const { pages } = await lirePdf(nom);
    const { site } = (await lireEmpreintes(COURANTE)) ?? { site: '' };
    const adresses = pages.flatMap(({ liens }) =>
      liens.flatMap(({ url }: { url?: string }) => (url === undefined ? [] : [url])),
    );
    expect(adresses.length).toBeGreaterThan(0);
    const autres = adresses.filter(
      (adresse) => !adresse.startsWith(site) && !adresse.startsWith(`mailto:${COURRIEL_EQUIPE}`),
    );
    expect(autres.filter((adresse) => adresse.includes('localhost'))).toEqual([]);
  });

  it('ne contient aucune coordonnée de personne', async () => {
    const { texte } = await lirePdf(nom);
    const trouvees = repererCoordonnees(texte).map(({ extrait }) => extrait.replaceAll(' ', ''));
    expect(trouvees.filter((extrait) => extrait !== COURRIEL_EQUIPE)).toEqual([]);
  });
});
