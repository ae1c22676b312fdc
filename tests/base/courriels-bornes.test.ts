import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  LIMITES_DES_CONTACTS,
  LIMITES_DES_COURRIELS,
} from '../../src/formulaire/regles/limites.ts';
import { LIMITES_DU_SUIVI } from '../../supabase/functions/_shared/suivi/regles.ts';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, desLiens, EQUIPE, LE, PARCOURS, plusTard } from './fabriques.ts';
import { unLien } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());
beforeEach(() => essai.base.exec('delete from prive.courriels; delete from prive.compteurs'));

/** Ce qu'une personne peut en causer à une autre en un jour. */
const MAX = 3;

/** Les courriels d'un destinataire qui partiraient dans les vingt-quatre heures, et ce que portent ceux qui attendent. */
async function boiteDe(destinataire: string, le = LE) {
  const lignes = await essai.lignes<{ part: Date; gabarit: string; portes: number | null }>(
    `select prochain_essai_le as part, gabarit,
       jsonb_array_length(donnees -> 'courriels') as portes
     from prive.courriels where destinataire = $1 order by prochain_essai_le`,
    [destinataire],
  );
  return {
    partent: lignes.filter(({ part }) => part < plusTard(24, le)).length,
    regroupes: lignes.map(({ portes }) => portes ?? 0).reduce((somme, n) => somme + n, 0),
    regroupements: lignes.filter(({ gabarit }) => gabarit === 'regroupement').length,
  };
}

const nouvelle = (destinataire: string, rang = 0) => ({
  gabarit: 'suivi-nouvelle',
  destinataire,
  donnees: { phrase: `Nouvelle ${rang}.` },
});

/** Un geste d'un suivi, qui écrit à ces personnes. */
const geste = (dossier: Dossier, destinataires: string[], rang = 0, le = LE) =>
  dossier.agir(
    'tutrice',
    {
      evenements: [{ genre: rang % 2 === 0 ? 'interruption' : 'reprise', donnees: {} }],
      courriels: destinataires.map((destinataire) => nouvelle(destinataire, rang)),
    },
    { limites: LIMITES_DU_SUIVI, le },
  );

describe('interrompre et reprendre en boucle', () => {
  it('n’écrit à chacun que trois fois : la suite part en un seul courriel, et aucun n’est perdu', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await essai.base.exec('delete from prive.courriels');
    const trois = ['camille@entreprise.example', 'sacha@entreprise.example', EQUIPE];
    const gestes = LIMITES_DU_SUIVI.find(({ par }) => par === 'lien')?.max ?? 0;
    for (let rang = 0; rang < gestes; rang += 1)
      expect(await geste(dossier, trois, rang)).toMatchObject({ statut: 'fait' });
    for (const destinataire of trois)
      expect(await boiteDe(destinataire)).toEqual({
        partent: MAX,
        regroupes: gestes - MAX,
        regroupements: 1,
      });
  });

  it('s’arrête au bout des gestes d’un jour, sans rien écrire ; les autres rôles agissent encore', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const gestes = LIMITES_DU_SUIVI.find(({ par }) => par === 'lien')?.max ?? 0;
    for (let rang = 0; rang < gestes; rang += 1) await geste(dossier, [], rang);
    const avant = await dossier.lire('equipe');
    const refus = await geste(dossier, ['camille@entreprise.example'], 0);
    expect(refus).toMatchObject({ statut: 'limite', vu: avant.vu });
    expect(refus.secondes).toBeGreaterThan(0);
    expect((await dossier.lire('equipe')).evenements).toEqual(avant.evenements);
    expect(await boiteDe('camille@entreprise.example')).toMatchObject({ partent: 0, regroupes: 0 });
    expect(
      await dossier.agir(
        'equipe',
        { evenements: [{ genre: 'interruption', donnees: {} }] },
        { limites: LIMITES_DU_SUIVI },
      ),
    ).toMatchObject({ statut: 'fait' });
    expect(await geste(dossier, [], 0, plusTard(24))).toMatchObject({ statut: 'fait' });
  });

  it('un dossier a sa propre limite, tous rôles compris', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const max = LIMITES_DU_SUIVI.find(({ par }) => par === 'dossier')?.max ?? 0;
    const statuts: string[] = [];
    for (let rang = 0; rang <= max; rang += 1) {
      const role =
        (['tutrice', 'equipe', 'entreprise-1', 'acheteur'] as const)[rang % 4] ?? 'equipe';
      const { statut } = await dossier.agir(
        role,
        { evenements: [{ genre: 'interruption', donnees: {} }] },
        { limites: LIMITES_DU_SUIVI },
      );
      statuts.push(statut);
    }
    expect(statuts.slice(0, max)).toEqual(Array.from({ length: max }, () => 'fait'));
    expect(statuts[max]).toBe('limite');
  });

  it('par plusieurs dossiers, ou sous des alias, la même personne n’en cause pas davantage', async () => {
    const nom = tirerSignes(8);
    for (let rang = 0; rang < 4; rang += 1) {
      const dossier = await Dossier.ouvrir(essai, { courriel: `${nom}+${rang}@lycee.example` });
      await geste(dossier, [`camille+${rang}@entreprise.example`]);
      await geste(dossier, ['camille@entreprise.example'], 1);
    }
    const [compte] = await essai.lignes<{ partent: number }>(
      `select count(*)::integer as partent from prive.courriels
       where destinataire like 'camille%' and prochain_essai_le < $1`,
      [plusTard(24)],
    );
    expect(compte?.partent).toBe(MAX);
  });

  it('une autre personne n’y perd rien, s’écrire à soi-même n’est pas compté, un rappel non plus', async () => {
    const courriel = 'alix@lycee.example';
    const dossier = await Dossier.ouvrir(essai, { courriel });
    await essai.base.exec('delete from prive.courriels');
    for (let rang = 0; rang < 5; rang += 1)
      await geste(dossier, [courriel, 'camille@entreprise.example'], rang);
    expect(await boiteDe(courriel)).toEqual({ partent: 5, regroupes: 0, regroupements: 0 });
    await dossier.agir(
      'acheteur',
      {
        evenements: [{ genre: 'interruption', donnees: {} }],
        courriels: [nouvelle('camille@entreprise.example')],
      },
      { limites: LIMITES_DU_SUIVI },
    );
    await dossier.relancer('entreprise', 'j3', { courriel: 'camille@entreprise.example' });
    expect(await boiteDe('camille@entreprise.example')).toEqual({
      partent: MAX + 2,
      regroupes: 2,
      regroupements: 1,
    });
  });
});

describe('confirmer et retirer en boucle, sous des alias', () => {
  it('n’écrit à l’entreprise que trois fois dans la journée', async () => {
    const contacts = [contact('entreprise-1'), contact('acheteur')];
    const nom = tirerSignes(8);
    for (let rang = 0; rang < 8; rang += 1) {
      const id = tirerSignes(8);
      await essai.appeler('parcours_importer', {
        p_lignes: [{ public: { ...PARCOURS, id }, contacts }],
        p_maintenant: LE,
      });
      const lien = unLien();
      const champs = { courriel: `${nom}+${rang}@lycee.example` };
      await essai.creer(id, champs, { lien, limites: LIMITES_DES_COURRIELS });
      await essai.confirmer(lien.empreinte, LE, LIMITES_DES_COURRIELS);
      await essai.retirer(lien.empreinte);
    }
    for (const { courriel } of contacts)
      expect(await boiteDe(courriel)).toMatchObject({ partent: MAX, regroupements: 1 });
  });

  it('un alias est la même personne dans la file, et compte parmi ses retraits', async () => {
    const parcours = await essai.unParcours();
    const nom = tirerSignes(8);
    const demander = (alias: string) =>
      essai.demander(parcours, { courriel: `${nom}+${alias}@lycee.example` });
    const premiere = await demander('un');
    expect((await demander('deux')).bilan).toMatchObject({
      statut: 'en-attente',
      autre: premiere.bilan.reference,
    });
    await essai.retirer(premiere.lien.empreinte);
    await essai.retirer((await demander('trois')).lien.empreinte);
    expect((await demander('quatre')).bilan).toMatchObject({ statut: 'limite' });
  });
});

describe('désigner une personne qui n’a rien demandé', () => {
  const tierce = 'tierce@ailleurs.example';
  const declarer = async (courriel = `une.${tirerSignes(8)}@entreprise.example`) => {
    const liens = desLiens(3);
    const contacts = [{ ...contact('entreprise-1'), courriel }, contact('entreprise-2')];
    await essai.appeler('declaration_creer', {
      p_declaration: {
        id: randomUUID(),
        reference: tirerReference('P'),
        cle: randomUUID(),
        public: { ...PARCOURS, id: tirerSignes(8) },
        contacts,
        acheteurCourriel: `marche.${tirerSignes(8)}@acheteur.example`,
      },
      p_liens: liens,
      p_limites: LIMITES_DES_COURRIELS,
      p_equipe: EQUIPE,
      p_maintenant: LE,
    });
    const [une, deux] = contacts;
    return {
      corriger: (adresse: string) =>
        essai.appeler('declaration_confirmer_contacts', {
          p_empreinte: liens[0]?.empreinte,
          p_contacts: [une, { ...deux, courriel: adresse }],
          p_equipe: EQUIPE,
          p_limites: LIMITES_DES_CONTACTS,
          p_maintenant: LE,
        }),
    };
  };

  it('lui écrit trois fois au plus, par un lien ou par plusieurs, sous un alias ou non', async () => {
    for (let fois = 0; fois < 2; fois += 1) {
      const { corriger } = await declarer();
      for (let rang = 0; rang < 4; rang += 1)
        await corriger(rang % 2 === 0 ? tierce : `autre.${rang}@ailleurs.example`);
    }
    for (let rang = 0; rang < 4; rang += 1) await declarer(tierce);
    expect(await boiteDe(tierce)).toMatchObject({ partent: MAX, regroupements: 1 });
  });

  it('l’équipe reçoit les déclarations de chacun : un seul ne lui cache pas les autres', async () => {
    for (let rang = 0; rang < 5; rang += 1) await declarer();
    expect(await boiteDe(EQUIPE)).toMatchObject({ partent: 5, regroupements: 0 });
  });
});
