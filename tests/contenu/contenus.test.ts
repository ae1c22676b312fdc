import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { domaineSchema } from '../../src/parcours/regles/domaine.ts';
import { friseSchema } from '../../src/frise/regles/frise.ts';
import { pageSchema } from '../../src/site/regles/page.ts';

const DOMAINES = readdirSync('content/domaines');
const PAGES = [
  'content/pages',
  'content/legal',
  'content/acheteur',
  'content/guides',
  'content/interet',
].flatMap((dossier) => readdirSync(dossier).map((nom) => `${dossier}/${nom}`));

function enTete(fichier: string): unknown {
  const [, yaml = ''] = readFileSync(fichier, 'utf8').split(/^---$/m);
  return load(yaml);
}

describe('les domaines', () => {
  it('sont quinze, dans un ordre sans trou', () => {
    const ordres = DOMAINES.map(
      (nom) => domaineSchema.parse(load(readFileSync(`content/domaines/${nom}`, 'utf8'))).ordre,
    );
    expect(ordres.sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  });

  it.each(DOMAINES)('%s a un pictogramme et des voisins qui existent', (nom) => {
    const domaine = domaineSchema.parse(load(readFileSync(`content/domaines/${nom}`, 'utf8')));
    expect(existsSync(`public/pictogrammes/${domaine.pictogramme}.svg`)).toBe(true);
    for (const voisin of domaine.voisins) expect(DOMAINES).toContain(`${voisin}.yaml`);
    expect(domaine.voisins).not.toContain(nom.replace('.yaml', ''));
  });
});

describe('les textes', () => {
  it('la frise suit son schéma', () => {
    const frise = friseSchema.parse(load(readFileSync('content/frise.yaml', 'utf8')));
    expect(new Set(frise.etapes.map(({ id }) => id)).size).toBe(frise.etapes.length);
  });

  it.each(PAGES)('%s a un en-tête complet', (fichier) => {
    expect(() => pageSchema.parse(enTete(fichier))).not.toThrow();
  });

  it.each(PAGES)('%s explique CSF, MLDS et acheteur à leur première mention', (fichier) => {
    const texte = readFileSync(fichier, 'utf8').split(/^---$/m).slice(2).join('');
    const premiereMention = (mot: RegExp) => texte.slice(0, (mot.exec(texte)?.index ?? 0) + 120);
    if (/\bCSF\b/.test(texte))
      expect(premiereMention(/\bCSF\b/)).toMatch(/clause sociale de formation/i);
    if (/\bMLDS\b/.test(texte))
      expect(premiereMention(/\bMLDS\b/)).toMatch(
        /mission de lutte contre le décrochage scolaire/i,
      );
    if (/acheteur/i.test(texte))
      expect(premiereMention(/acheteur/i)).toMatch(/marché public|personne publique|passe/i);
  });

  it.each(PAGES)('%s n’emploie aucun des mots que le public entend mal', (fichier) => {
    expect(readFileSync(fichier, 'utf8')).not.toMatch(/décrocheu[rs]|candidature|recrutement/i);
  });
});
