import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, LE, plusTard, REGLAGES } from './fabriques.ts';
import { Listes } from './listes-fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
let listes: Listes;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  listes = new Listes(essai);
});
afterAll(() => essai.fermer());

describe('le tableau d’un acheteur', () => {
  it('montre tous ses parcours, même sans demande, et les dossiers finis qui prouvent l’exécution', async () => {
    const courriel = 'achats@ville.example';
    const [encours, fini] = [await Dossier.ouvrir(essai), await Dossier.ouvrir(essai)];
    const libre = await essai.unParcours();
    await essai.base.query(
      "update prive.contacts set courriel = $1 where role = 'acheteur' and parcours_id = any($2)",
      [courriel, [encours.parcours, fini.parcours, libre]],
    );
    await fini.agir('acheteur', {
      evenements: [{ genre: 'refus-confirme', donnees: {} }],
      clore: 'refusee',
    });
    const { tableau, empreinte } = await listes.ouvrir(courriel);
    expect(tableau).toMatchObject({ statut: 'ouvert', role: 'acheteur', courrielsMorts: [] });
    expect(tableau.lignes.map(({ id }) => id).sort()).toEqual([encours.id, fini.id].sort());
    expect(tableau.parcours.map(({ id }) => id).sort()).toEqual(
      [encours.parcours, fini.parcours, libre].sort(),
    );
    // Douze heures, pas une de plus.
    expect((await listes.lire(empreinte, plusTard(12))).statut).toBe('lien-expire');
    // Qui a passé la main sur tous ses marchés n'a plus de tableau.
    await essai.base.query('update prive.contacts set courriel = $1 where courriel = $2', [
      'autre@ville.example',
      courriel,
    ]);
    expect((await listes.lire(empreinte)).statut).toBe('lien-inconnu');
  });
});

describe('le tableau d’une coordination', () => {
  it('ne montre que son académie, et aucune adresse, aucun numéro, aucun lien, aucun texte libre', async () => {
    const dossier = await Dossier.ouvrir(essai, {
      telephone: '01 99 00 11 22',
      message: 'Message privé',
    });
    await dossier.agir('entreprise-1', {
      evenements: [
        {
          genre: 'report',
          donnees: { jusquAu: '2026-12-20', motif: 'autre' },
          precision: 'Précision privée',
        },
      ],
    });
    await Dossier.ouvrir(essai, { academie: 'lille' });
    await listes.membre('coordination@rennes.example', 'coordination', 'rennes');
    const { tableau } = await listes.ouvrir('coordination@rennes.example');
    expect(tableau.lignes.map(({ id }) => id)).toContain(dossier.id);
    expect(new Set(tableau.lignes.map(({ academie }) => academie))).toEqual(new Set(['rennes']));
    const texte = JSON.stringify({ ...tableau, courriel: null });
    expect(texte).not.toMatch(/@|01 99|privée?/);
    expect(tableau.lignes.every(({ liens }) => liens.length === 0)).toBe(true);
    expect(tableau.courrielsMorts).toEqual([]);
  });

  it('se ferme dès qu’elle quitte la liste ou change d’académie', async () => {
    const courriel = 'coordination@lille.example';
    for (const partir of [
      () => essai.appeler('membres_retirer', { p_courriel: courriel, p_maintenant: LE }),
      () => listes.membre(courriel, 'coordination', 'amiens'),
    ]) {
      await listes.membre(courriel, 'coordination', 'lille');
      const { empreinte } = await listes.ouvrir(courriel);
      expect((await listes.lire(empreinte)).statut).toBe('ouvert');
      await partir();
      expect((await listes.lire(empreinte)).statut).toBe('lien-inconnu');
    }
  });
});

describe('le tableau de l’équipe', () => {
  it('montre les dossiers ouverts, ce qui va se perdre, et renvoie un courriel mort', async () => {
    await listes.membre('run@csf.example', 'equipe');
    const dossier = await Dossier.ouvrir(essai);
    const bientot = { finLe: '2027-05-01' };
    const [sansJeune, avecJeune, loin] = [
      await essai.unParcours(bientot),
      await essai.unParcours(bientot),
      await essai.unParcours({ finLe: '2027-06-01' }),
    ];
    const pris = await Dossier.ouvrir(essai, {}, avecJeune);
    await pris.agir('entreprise-1', {
      evenements: [{ genre: 'ouvert', donnees: { role: 'entreprise-1' } }],
    });
    const [mort] = await essai.lignes<{ id: string }>(
      "update prive.courriels set etat = 'mort' where demande_id = $1 and gabarit = 'interet-copie' returning id",
      [dossier.id],
    );
    const { tableau, empreinte } = await listes.ouvrir('run@csf.example');
    expect(tableau.lignes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([dossier.id, pris.id]),
    );
    expect(tableau.lignes.every(({ liens }) => liens.every(({ role }) => role === 'equipe'))).toBe(
      true,
    );
    const sans = tableau.parcoursSansJeune.map(({ id }) => id);
    expect(sans).toContain(sansJeune);
    expect(sans).not.toContain(avecJeune);
    expect(sans).not.toContain(loin);
    expect(tableau.parcoursSansJeune.find(({ id }) => id === sansJeune)).toMatchObject({
      academie: 'rennes',
      derniereFin: '2027-05-01',
    });
    const muets = tableau.contactsJamaisConfirmes.map(({ id }) => id);
    expect(muets).toContain(sansJeune);
    expect(muets).not.toContain(avecJeune);
    expect(tableau.courrielsMorts.map(({ id }) => id)).toEqual([mort?.id]);
    const renvoyer = () =>
      essai.appeler('tableau_agir', {
        p_empreinte: empreinte,
        p_action: 'renvoyer-courriel',
        p_id: mort?.id,
        p_maintenant: LE,
      });
    expect([await renvoyer(), await renvoyer()]).toEqual([
      { statut: 'fait' },
      { statut: 'inconnu' },
    ]);
  });
});

describe('les membres', () => {
  it('s’ajoutent, changent, se listent et se retirent', async () => {
    const courriel = 'Neuve@CSF.example';
    const statuts = [
      await listes.membre(courriel, 'equipe'),
      await listes.membre(courriel.toLowerCase(), 'equipe'),
      await listes.membre(courriel, 'coordination', 'paris'),
    ].map(({ statut }) => statut);
    expect(statuts).toEqual(['ajoute', 'deja', 'change']);
    const liste = await essai.appeler<unknown[]>('membres_lister', {});
    expect(liste).toContainEqual(
      expect.objectContaining({
        courriel: 'neuve@csf.example',
        genre: 'coordination',
        academie: 'paris',
      }),
    );
    const retirer = () =>
      essai.appeler('membres_retirer', { p_courriel: courriel, p_maintenant: LE });
    expect([await retirer(), await retirer()]).toEqual([
      { statut: 'retire' },
      { statut: 'inconnu' },
    ]);
    await expect(listes.membre(courriel, 'coordination')).rejects.toThrow(/23514/);
    await expect(listes.membre(courriel, 'equipe', 'paris')).rejects.toThrow(/23514/);
  });
});

it('la base range les départements comme le site le lui dit, et suit ses changements', async () => {
  const { bornes: p_bornes, academies } = REGLAGES;
  const lus = () => essai.lignes('select academie from prive.departements where code = $1', ['93']);
  expect(await lus()).toEqual([{ academie: 'creteil' }]);
  const autrement = { ...academies, creteil: ['77', '94'], paris: ['75', '93'] };
  await essai.appeler('regler', { p_bornes, p_academies: autrement });
  expect(await lus()).toEqual([{ academie: 'paris' }]);
  await essai.appeler('regler', { p_bornes, p_academies: { ...academies, creteil: ['77', '94'] } });
  expect(await lus()).toEqual([]);
  await essai.appeler('regler', { p_bornes, p_academies: academies });
});
