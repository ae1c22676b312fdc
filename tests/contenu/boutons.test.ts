import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOTS_DES_ACTIONS } from '../../src/suivi/regles/actions-mots.ts';

/** Les boutons d'une page ou d'un courriel, hors du suivi : où ils sont écrits. */
const AILLEURS: Record<string, string> = {
  'Confirmer ou corriger': 'supabase/functions/_shared/courriels/declarations.tsx',
  'Ce parcours m’intéresse': 'src/parcours/regles/fiche.ts',
};

const BOUTONS = [
  ...Object.values(MOTS_DES_ACTIONS).map(({ libelle }) => libelle),
  ...Object.keys(AILLEURS),
];

const FICHIERS = [
  ...['kit', 'guides', 'faq', 'acheteur', 'pages'].flatMap((dossier) =>
    readdirSync(`content/${dossier}`).map((nom) => `content/${dossier}/${nom}`),
  ),
  ...['contacts', 'fiche-entreprise', 'surveillance'].map((nom) => `content/${nom}.yaml`),
];

const lire = (fichier: string) => readFileSync(fichier, 'utf8').replaceAll("'", '’');

/* « appuyer sur « X » », « le bouton « X » », « ou sur « X » » : ce que le texte donne pour un bouton. */
const CITE = /(?:sur|bouton|peut aussi) «\s([^»]+?)\s»/g;

const cites = FICHIERS.flatMap((fichier) =>
  [...lire(fichier).matchAll(CITE)].map(([, bouton = '']) => ({ fichier, bouton })),
);

describe('les boutons que citent le kit, les guides et la FAQ', () => {
  it.each(cites)('$fichier : « $bouton » existe, écrit pareil', ({ bouton }) => {
    expect(BOUTONS).toContain(bouton);
  });

  it.each(Object.entries(AILLEURS))('« %s » est dans %s', (bouton, fichier) => {
    expect(lire(fichier)).toContain(bouton);
  });

  it('disent chaque geste de l’entreprise, du tuteur et de l’acheteur que le silence bloquerait', () => {
    const dits = cites.map(({ bouton }) => bouton);
    for (const geste of [
      'proposer-creneaux',
      'changer-contact',
      'reporter',
      'refuser',
      'declarer-heures',
      'confirmer-heures',
      'choisir-creneau',
      'retirer',
      'relancer',
      'nommer-contact',
    ] as const)
      expect(dits).toContain(MOTS_DES_ACTIONS[geste].libelle);
  });
});
