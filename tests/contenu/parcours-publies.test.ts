import { readdirSync, readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { textesSuspects } from '../../src/anonymisation/regles/textes-suspects.ts';
import { parcoursSchema } from '../../src/parcours/regles/parcours.ts';
import { unParcours } from '../fabriques.ts';

const DOSSIER = 'content/parcours';
const FICHIERS = readdirSync(DOSSIER).filter((nom) => nom.endsWith('.yaml'));

describe('les textes des parcours publiés', () => {
  it('sont là', () => {
    expect(FICHIERS.length).toBeGreaterThan(100);
  });

  it.each(FICHIERS)('%s ne contient ni coordonnée, ni soupçon', (nom) => {
    const contenu = load(readFileSync(`${DOSSIER}/${nom}`, 'utf8'), { schema: CORE_SCHEMA });
    expect(textesSuspects(parcoursSchema.parse(contenu))).toEqual([]);
  });
});

describe('un texte écrit à la main', () => {
  it.each([
    ['Appeler Mme Durand-Fictif au zéro six', 'civilite'],
    ['Écrire à accueil [at] zephyrine . example', 'courriel'],
    ['Téléphoner au 06 39 98 12 34', 'telephone'],
    ['Se présenter au 12 rue des Lilas', 'adresse'],
    ['Seconder Sacha à l’atelier', 'prenom'],
    ['Convient à un élève de 17 ans', 'age'],
  ])('« %s » est repéré dans chaque champ', (texte, motif) => {
    const parcours = unParcours({
      intitule: texte,
      taches: ['Classer', texte],
      conditions: [texte],
    });
    const reperes = textesSuspects(parcours).filter((suspect) => suspect.motif === motif);
    expect(reperes.map(({ champ, ligne }) => `${champ} ${ligne}`)).toEqual([
      'intitule 1',
      'taches 2',
      'conditions 1',
    ]);
  });
});
