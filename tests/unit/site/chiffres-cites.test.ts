import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CHIFFRES } from '../../../src/site/regles/chiffres-cites.ts';
import { CONSERVATION } from '../../../src/site/regles/conservation.ts';

describe('les nombres que les textes citent', () => {
  it('suivent les règles, écrits pour être lus', () => {
    const lus = Object.fromEntries(
      Object.entries(CHIFFRES).map(([nom, ecrit]) => [nom, ecrit.replace(/\s/g, ' ')]),
    );
    expect(lus).toMatchObject({
      'seuil-gratification': '308 h',
      'taux-gratification': '4,50 € l’heure en 2026',
      'seuil-etat': '140 000 €',
      'seuil-travaux': '5 404 000 €',
      'date-consideration-sociale': '22 août 2026',
      'volume-300': '9 semaines (300 h)',
      volumes: '5 semaines (150 h), 9 semaines (300 h), 13 semaines (450 h) ou 26 semaines (900 h)',
    });
  });
});

describe('les durées de conservation', () => {
  it('sont toutes promises sur la page de confidentialité, depuis le seul fichier qui les fixe', async () => {
    const page = await readFile('content/legal/confidentialite.mdx', 'utf8');
    const gardes = Object.keys(CHIFFRES).filter((nom) => nom.startsWith('garde-'));
    expect(gardes).toHaveLength(Object.keys(CONSERVATION).length);
    expect(gardes.filter((nom) => !page.includes(`<Chiffre chiffre="${nom}" />`))).toEqual([]);
    expect(CHIFFRES).toMatchObject({
      'garde-non-confirmee': '7 jours',
      'garde-dossier-muet': '12 mois',
      'garde-parcours-sans-fin': '24 mois',
    });
  });
});
