import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COURRIEL_EQUIPE } from '../../../../src/site/regles/courriel-equipe.ts';
import { verifierPublication } from '../../../../src/outils/garde/verifier.ts';
import { indexer } from '../../../../src/outils/integrations/recherche.ts';

let dossier: string;

beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'csf-garde-'));
});

afterEach(() => rm(dossier, { recursive: true }));

async function publier(fichiers: Record<string, string>): Promise<void> {
  for (const [nom, contenu] of Object.entries(fichiers)) {
    await mkdir(dirname(join(dossier, nom)), { recursive: true });
    await writeFile(join(dossier, nom), contenu);
  }
}

function unePage(texte: string): string {
  return `<!doctype html><html lang="fr"><head><title>Parcours</title></head><body><main data-pagefind-body><h1>Parcours</h1><p>${texte}</p></main><p>${COURRIEL_EQUIPE}</p></body></html>`;
}

async function refus(): Promise<string> {
  return verifierPublication(dossier).then(
    () => 'publié',
    (erreur: unknown) => (erreur as Error).message,
  );
}

describe('la garde de publication', () => {
  test('laisse passer un site propre et dit combien de fichiers elle a lus', async () => {
    await publier({
      'index.html': unePage('Accueillir'),
      'a/index.html': unePage('Ranger'),
      'image.png': 'camille@entreprise.example',
    });
    expect(await verifierPublication(dossier)).toBe(2);
  });

  test('nomme la page, le genre et un extrait masqué', async () => {
    await publier({
      'index.html': unePage('Accueillir'),
      'parcours/bcdf2345/index.html': unePage('Écrire à camille.durand@entreprise.example'),
      'donnees/parcours.json': '{"taches":["Appeler le 06 12 34 56 78"]}',
    });
    const message = await refus();
    expect(message).toContain('2 coordonnée(s)');
    expect(message).toContain('parcours/bcdf2345/index.html : adresse électronique');
    expect(message).toContain('« É… à c…@…example »');
    expect(message).toContain('donnees/parcours.json : numéro de téléphone');
    expect(message).toContain('06…78');
    expect(message).not.toMatch(/durand|12 34/);
  });

  test('montre les vingt premières fuites et compte les autres', async () => {
    const pages = Array.from({ length: 33 }, (_, rang) => [
      `p${rang}/index.html`,
      unePage('c@site.example'),
    ]);
    await publier(Object.fromEntries(pages) as Record<string, string>);
    const message = await refus();
    expect(message).toContain('33 coordonnée(s)');
    expect(message.match(/index\.html/g)).toHaveLength(20);
    expect(message).toContain('et 13 de plus');
  });

  test('lit l’index de recherche que Pagefind construit, et ne s’alarme pas de son moteur', async () => {
    await publier({
      'index.html': unePage('Accueillir des élèves'),
      'b/index.html': unePage('Ranger'),
    });
    await indexer(dossier);
    expect(await verifierPublication(dossier)).toBeGreaterThan(4);
    // La page est retirée : il ne reste de la fuite que son extrait dans l'index.
    await publier({
      'fuite/index.html': unePage('Écrire à camille@entreprise.example ou 06 12 34 56 78'),
    });
    await indexer(dossier);
    await rm(join(dossier, 'fuite'), { recursive: true });
    const message = await refus();
    expect(message).toMatch(/pagefind\/fragment\/\S+\.pf_fragment : adresse électronique/);
    expect(message).toMatch(/pagefind\/fragment\/\S+\.pf_fragment : numéro de téléphone/);
  });
});
