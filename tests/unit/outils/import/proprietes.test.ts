import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { normaliser } from '../../../../src/socle/texte.ts';
import { type Cellules, CLES, colonne } from '../../../../src/outils/import/colonnes.ts';
import { ErreurImport } from '../../../../src/outils/import/erreur.ts';
import { lireLigne } from '../../../../src/outils/import/ligne.ts';
import { Atelier, enCsv, reglages, uneLigne } from './un-export.ts';

let atelier: Atelier;
beforeEach(() => {
  atelier = new Atelier();
});
afterEach(() => {
  atelier.nettoyer();
});

/** Des fragments qui font les textes réels, bons et mauvais. */
const unFragment = fc.oneof(
  fc.constantFrom(
    'Ranger',
    'un colis',
    '. ',
    '; ',
    '\n- ',
    'M. Martin',
    '17 ans',
    '=HYPERLINK("http://x.example";"x")',
    '<b>gras</b>',
    '&nbsp;',
    '"',
    "'",
    ',',
    '06 12 34 56 78',
    'a@b.example',
    '31/02/2026',
    '2 x 150',
    '93 - Seine-Saint-Denis',
    'Zéphyrine',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const unTexte = fc.array(unFragment, { maxLength: 8 }).map((morceaux) => morceaux.join(''));

const desCellules = fc.record(
  Object.fromEntries(CLES.map((cle) => [cle, unTexte])) as Record<keyof Cellules, typeof unTexte>,
);

describe('une ligne quelconque', () => {
  it('ne fait jamais lever d’erreur, et reste dans le schéma', () => {
    fc.assert(
      fc.property(desCellules, fc.boolean(), (cellules, plausible) => {
        const { taches, remarque, heures, departement } = cellules;
        const { contenu, remarques } = lireLigne(
          plausible ? uneLigne({ taches, remarque, heures, departement }) : cellules,
          reglages,
        );
        expect(contenu === null).toBe(remarques.some(({ bloquante }) => bloquante));
        expect(remarques.every(({ motif }) => !motif.includes('schéma'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('ne publie rien de ses colonnes privées, où qu’on les recopie', () => {
    const privees = CLES.filter((cle) => {
      const genre = colonne(cle).prive;
      // Un secteur ou un suivi d'un mot ne désigne personne ; l'adresse garde sa ville, qui est publique.
      return (
        genre !== undefined && uneLigne()[cle] !== '' && cle !== 'secteur' && cle !== 'adresse'
      );
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...privees),
        fc.constantFrom('taches', 'remarque'),
        fc.constantFrom('Voir ', 'avec ', '', '(', 'au : '),
        (cle, cible, avant) => {
          const secret = uneLigne()[cle];
          const { contenu } = lireLigne(
            uneLigne({ [cible]: `Ranger les colis. Puis ${avant}${secret} demain.` }),
            reglages,
          );
          expect(normaliser(JSON.stringify(contenu))).not.toContain(normaliser(secret));
          expect(contenu?.taches.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('un fichier quelconque', () => {
  it('est importé ou refusé, sans autre erreur', async () => {
    const [titres = ''] = enCsv([]).split('\r\n');
    const unFichier = fc
      .tuple(fc.boolean(), fc.array(unTexte, { maxLength: 40 }))
      .map(([avecTitres, textes]) => `${avecTitres ? `${titres}\r\n` : ''}${textes.join(',')}`);
    await fc.assert(
      fc.asyncProperty(unFichier, async (contenu) => {
        try {
          await atelier.importer(contenu);
        } catch (erreur) {
          expect(erreur).toBeInstanceOf(ErreurImport);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('un export', () => {
  const desLignes = fc
    .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 })
    .map((rangs) =>
      rangs.map((rang) =>
        uneLigne({
          objet: `Marché de papier numéro ${rang}`,
          heures: String((rang % 4) * 150),
          taches: rang % 5 === 4 ? '' : `Ranger le lot ${rang} ; Classer`,
        }),
      ),
    );

  it('donne les mêmes fichiers quel que soit l’ordre de ses lignes, et à chaque fois', async () => {
    await fc.assert(
      fc.asyncProperty(desLignes, async (lignes) => {
        const envers = new Atelier();
        const endroit = new Atelier();
        try {
          const premier = await endroit.importer(enCsv(lignes));
          const second = await endroit.importer(enCsv(lignes));
          const inverse = await envers.importer(enCsv([...lignes, ...lignes].reverse(), ';'));
          expect(second.fichiers).toEqual(premier.fichiers);
          expect(second.bilan.fichiersChanges).toBe(0);
          expect(inverse.fichiers).toEqual(premier.fichiers);
        } finally {
          envers.nettoyer();
          endroit.nettoyer();
        }
      }),
      { numRuns: 25 },
    );
  });
});
