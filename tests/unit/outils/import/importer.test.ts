import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IDENTIFIANT } from '../../../../src/parcours/regles/limites.ts';
import { COLONNES } from '../../../../src/outils/import/colonnes.ts';
import { Atelier, enCsv, uneLigne } from './un-export.ts';

let atelier: Atelier;
beforeEach(() => {
  atelier = new Atelier();
});
afterEach(() => {
  atelier.nettoyer();
});

const importer = (lignes: Parameters<typeof enCsv>[0], options = {}) =>
  atelier.importer(enCsv(lignes), options);

describe('une ligne', () => {
  it('donne un parcours, avec ses seuls champs publics', async () => {
    const { parcours, bilan, remarques } = await importer([uneLigne()]);
    expect(parcours).toEqual([
      {
        id: expect.stringMatching(IDENTIFIANT) as string,
        intitule: 'Préparer une commande, tenir un inventaire',
        domaine: 'logistique',
        taches: ['Préparer une commande', 'Tenir un inventaire'],
        heures: 300,
        commune: '75107',
        conditions: ['Repas pris en charge.'],
        horairesAmenages: false,
        gratificationPrevue: false,
        disponibilite: 'disponible',
        publieLe: '2026-01-26',
        finLe: '2028-02-15',
        finReconductionLe: null,
      },
    ]);
    expect(bilan).toMatchObject({
      lues: 1,
      publiees: 1,
      averties: 0,
      ecartees: 0,
      fichiersChanges: 1,
    });
    expect(remarques).toEqual([]);
  });

  it.each([
    [{ heures: 'autre' }, { heures: null }, COLONNES.heures.titre],
    [{ domaine: 'Plomberie spatiale' }, { domaine: 'autre' }, COLONNES.domaine.titre],
    [
      { disponibilite: 'Peut-être' },
      { disponibilite: 'en-preparation' },
      COLONNES.disponibilite.titre,
    ],
    [{ finLe: '31/02/2028' }, { finLe: null }, COLONNES.finLe.titre],
    [{ finLe: '01/01/2026' }, { finLe: null }, COLONNES.finLe.titre],
    [
      { finReconductionLe: '01/01/2027' },
      { finReconductionLe: null },
      COLONNES.finReconductionLe.titre,
    ],
    [{ creeLe: '2027-01-01' }, { publieLe: '2027-01-01' }, COLONNES.creeLe.titre],
    [{ departement: 'Atlantide' }, { commune: '75107' }, COLONNES.departement.titre],
    [
      { remarque: 'Repas offert. Appeler le 06 12 34 56 78.' },
      { conditions: ['Repas offert.'] },
      COLONNES.remarque.titre,
    ],
    [
      { taches: 'Ranger ; La société Zéphyrine vous attend' },
      { taches: ['Ranger'] },
      COLONNES.taches.titre,
    ],
  ])('%j est publiée avec un avertissement', async (champs, attendu, titre) => {
    const { parcours, bilan, remarques } = await importer([uneLigne(champs)]);
    expect(parcours).toMatchObject([attendu]);
    expect(bilan.averties).toBe(1);
    expect(remarques).toMatchObject([
      { ligne: 2, colonne: titre, statut: 'publié avec avertissement' },
    ]);
  });

  it.each([
    [{ taches: '' }, 'aucune tâche'],
    [{ taches: 'Écrire à contact@zephyrine.example' }, 'aucune tâche publiable'],
    [{ adresse: '' }, 'adresse absente'],
    [{ adresse: 'À définir' }, 'lieu introuvable'],
    [{ remarque: 'Demander M. Martin' }, 'texte à relire'],
    [{ remarque: 'Prévu pour le jeune Kevin' }, 'texte à relire'],
    [{ taches: 'x'.repeat(20_001) }, 'texte trop long'],
    [{ commentaires: '[]('.repeat(7_000) }, 'texte trop long'],
  ])('%j est mise de côté', async (champs, motif) => {
    const { parcours, bilan, remarques } = await importer([
      uneLigne(champs),
      uneLigne({ objet: 'Autre marché' }),
    ]);
    expect(parcours).toHaveLength(1);
    expect(bilan.ecartees).toBe(1);
    expect(remarques[0]).toMatchObject({ ligne: 2, statut: 'mis de côté' });
    expect(remarques.map((remarque) => remarque.motif).join(' ')).toContain(motif);
    expect(remarques.every(({ correction }) => correction.length > 10)).toBe(true);
  });

  it('ne laisse aucune valeur privée dans les remarques', async () => {
    const prive =
      'Zéphyrine SAS Claude Durand-Exemple contact@zephyrine.example 06 12 34 56 78 M. Martin';
    const { remarques } = await importer([
      uneLigne({
        domaine: prive,
        departement: prive,
        academie: prive,
        heures: prive,
        taches: `Ranger ; ${prive}`,
        remarque: prive,
        creeLe: prive,
        finLe: prive,
        disponibilite: prive,
      }),
    ]);
    expect(remarques.length).toBeGreaterThan(7);
    expect(JSON.stringify(remarques)).not.toMatch(/phyrine|Durand|Martin|@|06 12/i);
  });
});

describe('les identifiants', () => {
  const identifiantDe = async (
    champs: Parameters<typeof uneLigne>[0],
    cle = 'cle-de-test',
    fermer?: number,
  ) =>
    (
      await importer([uneLigne(champs)], {
        cle,
        fermer,
        sortie: join(atelier.sortie, '..', 'parcours'),
      })
    ).parcours.map(({ id }) => id);

  it('tiennent quand l’équipe corrige le contenu, changent avec la clé', async () => {
    const [id] = await identifiantDe({});
    await identifiantDe({
      taches: 'Autre chose',
      heures: '900',
      disponibilite: 'Pourvu',
      creeLe: '26/01/2026',
      entreprise: 'ZEPHYRINE sas',
    });
    expect([...atelier.fichiers().keys()]).toEqual([`${id}.yaml`]);
    const autres = await identifiantDe({}, 'une autre clé', 1);
    expect(autres).toHaveLength(2);
  });

  it('publient une seule fois une ligne présente deux fois', async () => {
    const { parcours, bilan, remarques } = await importer([
      uneLigne(),
      uneLigne({ departement: '75' }),
    ]);
    expect(parcours).toHaveLength(1);
    expect(bilan).toMatchObject({ publiees: 2, doublons: 1 });
    expect(remarques).toMatchObject([
      { ligne: 3, motif: expect.stringContaining('une seule fois') as string },
    ]);
  });

  it('séparent deux parcours du même marché', async () => {
    const lignes = [
      uneLigne(),
      uneLigne({ domaine: 'Accueil' }),
      uneLigne({ heures: '900' }),
      uneLigne({ heures: '450' }),
    ];
    const { parcours, remarques } = await importer(lignes);
    expect(new Set(parcours.map(({ id }) => id)).size).toBe(4);
    expect(remarques).toHaveLength(3);
  });
});

describe('un import après l’autre', () => {
  it('ne change rien quand l’export n’a pas changé', async () => {
    const lignes = [uneLigne(), uneLigne({ objet: 'Autre marché' })];
    const premier = await importer(lignes);
    const second = await importer(lignes);
    expect(second.bilan.fichiersChanges).toBe(0);
    expect(second.fichiers).toEqual(premier.fichiers);
  });

  it('clôt un parcours qui n’est plus dans l’export, sans rien changer d’autre', async () => {
    const reste = uneLigne({ objet: 'Autre marché' });
    const avant = await importer([uneLigne(), reste]);
    const apres = await importer([reste], { fermer: 1 });
    const clos = apres.parcours.filter(({ disponibilite }) => disponibilite === 'termine');
    expect(apres.bilan.clos).toBe(1);
    expect(clos).toEqual(
      avant.parcours
        .filter(({ id }) => id === clos[0]?.id)
        .map((parcours) => ({ ...parcours, disponibilite: 'termine' })),
    );
    expect((await importer([reste])).bilan).toMatchObject({ clos: 0, fichiersChanges: 0 });
  });

  it('garde la version publiée d’une ligne désormais mise de côté, et le dit', async () => {
    const reste = uneLigne({ objet: 'Autre marché' });
    const avant = await importer([uneLigne(), reste]);
    const apres = await importer([uneLigne({ remarque: 'Demander M. Martin' }), reste]);
    expect(apres.fichiers).toEqual(avant.fichiers);
    expect(apres.remarques.map(({ statut }) => statut)).toEqual(['mis de côté', 'information']);
  });

  it('ne clôt rien quand plus rien n’est publiable', async () => {
    const avant = await importer([uneLigne()]);
    const apres = await importer([uneLigne({ taches: '', objet: 'Autre marché' })]);
    expect(apres.bilan).toMatchObject({ publiees: 0, clos: 0 });
    expect(apres.fichiers).toEqual(avant.fichiers);
  });

  it('laisse un fichier qui n’est pas un parcours, et le dit', async () => {
    await importer([uneLigne()]);
    writeFileSync(join(atelier.sortie, 'bcdfghjk.yaml'), 'pas: un parcours\n');
    const fichier = join(atelier.dossier, 'export.csv');
    writeFileSync(fichier, enCsv([uneLigne()]));
    expect(atelier.fichiers().size).toBe(2);
    await expect(importer([uneLigne()])).rejects.toThrow();
    expect(atelier.fichiers().get('bcdfghjk.yaml')).toBe('pas: un parcours\n');
  });

  it('n’écrit rien en vérification', async () => {
    const { bilan, fichiers } = await importer([uneLigne()], { verifier: true });
    expect(fichiers.size).toBe(0);
    expect(bilan).toMatchObject({ publiees: 1, fichiersChanges: 1 });
  });
});
