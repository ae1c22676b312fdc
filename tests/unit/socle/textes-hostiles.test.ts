import { describe, expect, it } from 'vitest';
import {
  cout,
  envoisHostiles,
  formulaireHostile,
  FRAGMENTS,
  FRAGMENTS_SEULS,
  MOTS_DES_REGLES,
  REGLES,
  repeter,
  SCHEMAS,
  TAILLE,
} from '../../textes-hostiles.ts';

/** En dessous, un coût ne se distingue pas du bruit d'un poste chargé, en millisecondes. */
const BRUIT = 100;
const PLAFOND = 1_000;
/** Quatre fois plus long : un coût linéaire vaut quatre fois plus, un carré seize. */
const CROISSANCE = 9;

/** Dit ce qui coûte trop, en commençant petit : un cube ne doit pas arrêter les tests avant de se montrer. */
function defaut(
  regle: (texte: string) => unknown,
  fragment: string,
  tailles = [TAILLE / 16, TAILLE],
): string | undefined {
  const mesurer = (taille: number) => {
    const texte = repeter(fragment, taille);
    return cout(() => regle(texte));
  };
  for (const taille of tailles) {
    if (mesurer(taille) < BRUIT) continue;
    const plusieurs = (combien: number) =>
      Math.min(...Array.from({ length: 3 }, () => mesurer(combien)));
    const ici = plusieurs(taille);
    const quart = plusieurs(taille / 4);
    const dit = `${JSON.stringify(fragment)} : ${ici} ms pour ${taille} octets, ${quart} ms pour le quart`;
    if (ici > PLAFOND || (ici > BRUIT && ici > CROISSANCE * quart)) return dit;
  }
  return undefined;
}

describe('vingt mille octets de n’importe quel signe', () => {
  it('les fragments viennent des règles elles-mêmes', () => {
    expect(FRAGMENTS).toEqual(expect.arrayContaining(['[](', '|', ' |', 'a@', '<a href=']));
    expect(MOTS_DES_REGLES).toEqual(expect.arrayContaining(['arr ', 'siret ', 'monsieur ']));
  });

  it.each(Object.entries(REGLES))('%s les lit d’un trait', (_nom, regle) => {
    const defauts = FRAGMENTS.flatMap((fragment) => defaut(regle, fragment) ?? []);
    expect(defauts).toEqual([]);
  });

  it('la relecture d’un message lit d’un trait chacun de ses propres mots', () => {
    const { relireMessage = () => undefined } = REGLES;
    expect(
      MOTS_DES_REGLES.flatMap((mot) => defaut(relireMessage, mot, [TAILLE / 4]) ?? []),
    ).toEqual([]);
  });

  it.each(Object.entries(SCHEMAS))('le schéma « %s » ne s’y arrête pas', (_nom, schema) => {
    for (const fragment of FRAGMENTS_SEULS)
      for (const envoi of envoisHostiles(fragment))
        expect(
          cout(() => schema.safeParse(envoi)),
          JSON.stringify(fragment),
        ).toBeLessThan(PLAFOND);
  });

  it.each(['a', 'taches', 'suivi.nom', '__proto__', 'a.b.c'])(
    'un formulaire plein de champs « %s » se lit d’un trait',
    (nom) => {
      expect(cout(() => formulaireHostile(nom))).toBeLessThan(PLAFOND);
    },
  );
});
