import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { colonne } from '../../../../src/outils/import/colonnes.ts';
import { ErreurImport } from '../../../../src/outils/import/erreur.ts';
import { Atelier, enCsv, uneLigne } from './un-export.ts';

let atelier: Atelier;
beforeEach(() => {
  atelier = new Atelier();
});
afterEach(() => {
  atelier.nettoyer();
});

const ligne = uneLigne({ taches: 'Préparer l’œuvre\nTenir un inventaire ; classer' });
const attendues = ['Préparer l’œuvre', 'Tenir un inventaire', 'Classer'];

/** Le texte en Windows-1252, pour les signes que ces tests emploient. */
function enWindows1252(texte: string): Uint8Array {
  const speciaux: Record<string, number> = { '’': 0x92, œ: 0x9c, '€': 0x80, Œ: 0x8c };
  return Uint8Array.from(texte, (signe) => speciaux[signe] ?? signe.charCodeAt(0));
}

describe('les fichiers que l’on envoie vraiment', () => {
  it.each([
    ['UTF-8', enCsv([ligne])],
    ['UTF-8 avec marque', `\ufeff${enCsv([ligne])}`],
    ['points-virgules', enCsv([ligne], ';')],
    ['tabulations', enCsv([ligne], '\t')],
    ['Windows-1252', enWindows1252(enCsv([ligne], ';'))],
    ['UTF-16', Buffer.from(`\ufeff${enCsv([ligne], '\t')}`, 'utf16le')],
    ['lignes vides', `${enCsv([ligne])}\r\n\r\n\r\n`],
    [
      'retours de vieux Mac',
      enCsv([uneLigne({ taches: attendues.join(' ; ') })]).replaceAll('\r\n', '\r'),
    ],
  ])('%s', async (_nom, contenu) => {
    const { parcours } = await atelier.importer(contenu);
    expect(parcours).toMatchObject([{ taches: attendues }]);
  });

  it('trouve les colonnes dans le désordre, sans accents ni casse, et ignore celles de trop', async () => {
    const [titres = '', ...lignes] = enCsv([uneLigne()]).split('\r\n');
    const inverser = (texte: string) =>
      texte
        .slice(1, -1)
        .split('","')
        .reverse()
        .map((valeur) => `"${valeur}"`)
        .join(';');
    const contenu = [
      `Couleur;${inverser(titres).toUpperCase().replaceAll('É', 'E')}`,
      ...lignes.map((autre) => `bleu;${inverser(autre)}`),
    ];
    const { parcours } = await atelier.importer(contenu.join('\n'));
    expect(parcours).toMatchObject([{ commune: '75107', heures: 300 }]);
  });

  it('numérote les lignes physiques du fichier', async () => {
    const { remarques } = await atelier.importer(
      enCsv([
        uneLigne({ taches: 'Un\nDeux\nTrois' }),
        uneLigne({ objet: 'Autre marché', taches: '' }),
      ]),
    );
    expect(remarques).toMatchObject([{ ligne: 5, motif: 'aucune tâche' }]);
  });
});

describe('les fichiers que l’on ne peut pas lire', () => {
  const refus = async (contenu: string | Uint8Array) => {
    const erreur: unknown = await atelier.importer(contenu).catch((raison: unknown) => raison);
    expect(erreur).toBeInstanceOf(ErreurImport);
    return (erreur as ErreurImport).message;
  };

  it('nomme toutes les colonnes requises absentes', async () => {
    const contenu = enCsv([uneLigne()])
      .replace('Détail des tâches', 'Détail')
      .replace('"Créé le"', '"Créé"');
    const message = await refus(contenu);
    expect(message).toContain('« Créé le »');
    expect(message).toContain('« Détail des tâches proposées »');
  });

  it('refuse un fichier vide, un export sans ligne, un classeur', async () => {
    expect(await refus('')).toContain('vide');
    expect(await refus(enCsv([]))).toContain('aucune ligne');
    expect(await refus(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toContain('classeur');
  });

  it('refuse une colonne en double', async () => {
    expect(await refus(enCsv([uneLigne()]).replace('"Académie"', '"Créé le"'))).toContain(
      'plusieurs fois',
    );
  });

  it('dit à quelle ligne un guillemet n’est jamais fermé, et n’écrit rien', async () => {
    const contenu = `${enCsv([uneLigne(), uneLigne({ objet: 'Autre' })])}\r\n"jamais fermé, bleu\r\nencore`;
    expect(await refus(contenu)).toContain('ligne 4');
    expect(atelier.fichiers().size).toBe(0);
  });
});

describe('les lignes bancales', () => {
  const avecDerniereLigne = (changer: (texte: string) => string) => {
    const lignes = enCsv([uneLigne(), uneLigne({ objet: 'Autre marché' })]).split('\r\n');
    return [...lignes.slice(0, -1), changer(lignes.at(-1) ?? '')].join('\r\n');
  };

  it('publie une ligne dont il ne manque que la fin, avec un avertissement', async () => {
    const { bilan, remarques } = await atelier.importer(
      avecDerniereLigne((texte) => texte.replace(/(?:,"")+$/, '')),
    );
    expect(bilan.publiees).toBe(2);
    expect(remarques).toMatchObject([
      { ligne: 3, motif: expect.stringContaining('plus courte') as string },
    ]);
  });

  it('met de côté une ligne trop courte ou trop longue : ses valeurs ont pu glisser', async () => {
    const courte = await atelier.importer(
      avecDerniereLigne((texte) => texte.split(',').slice(0, 8).join(',')),
    );
    expect(courte.bilan).toMatchObject({ publiees: 1, ecartees: 1 });
    const longue = await atelier.importer(avecDerniereLigne((texte) => `${texte},"de trop"`));
    expect(longue.bilan).toMatchObject({ publiees: 1, ecartees: 1 });
    const vide = await atelier.importer(avecDerniereLigne((texte) => `${texte},"",""`));
    expect(vide.bilan).toMatchObject({ publiees: 2, ecartees: 0 });
  });

  it('signale une colonne privée absente : l’anonymisation en est affaiblie', async () => {
    const contenu = enCsv([uneLigne()]).replace(colonne('commentaires').titre, 'Notes');
    const { bilan, remarques } = await atelier.importer(contenu);
    expect(bilan.publiees).toBe(1);
    expect(remarques).toMatchObject([
      { ligne: null, colonne: 'Commentaires', statut: 'information' },
    ]);
  });
});
