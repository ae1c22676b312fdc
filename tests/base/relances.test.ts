import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BaseDEssai, desLiens, LE, plusTard } from './fabriques.ts';
import { Dossier, type Lu } from './suivi-fabriques.ts';

let essai: BaseDEssai;
let tutrice: string;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
beforeEach(() => {
  tutrice = `alix.${Math.random().toString(36).slice(2)}@lycee.example`;
});
afterAll(() => essai.fermer());

type Bilan = {
  courriels: number;
  relances: number;
  dejaServies: number;
  ecartees: number;
  echecs: string[];
};
const ecrire = (p_lot: unknown[], p_maintenant = LE) =>
  essai.appeler<Bilan>('relances_ecrire', { p_lot, p_maintenant });

/** Une personne à qui écrire, et ce qu'on lui rappelle. */
const pour = (courriel: string, ...items: unknown[]) => ({
  courriel,
  gabarit: 'suivi-relance',
  donnees: { nom: 'Alix Exemple' },
  items,
});
const rappel = async (dossier: Dossier, a = 'tutrice', palier = 'rappel') =>
  dossier.rappel(a, palier, await dossier.dernierActe());
const recus = (courriel: string) =>
  essai.lignes<{ donnees: { items: unknown[] }; demande_id: string | null }>(
    "select donnees, demande_id from prive.courriels where gabarit = 'suivi-relance' and destinataire = $1 order by cree_le",
    [courriel],
  );
const rappels = async (dossier: Dossier) =>
  (await dossier.lire('equipe')).evenements.filter(({ genre }) => genre === 'relance');

describe('une relance', () => {
  it('s’écrit dans le journal et part dans le même temps', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const item = await rappel(dossier);
    expect(await ecrire([pour(tutrice, item)])).toEqual({
      courriels: 1,
      relances: 1,
      dejaServies: 0,
      ecartees: 0,
      echecs: [],
    });
    expect(await rappels(dossier)).toMatchObject([{ auteur: 'systeme', donnees: item.donnees }]);
    expect(await recus(tutrice)).toEqual([
      { donnees: { nom: 'Alix Exemple', items: [item.courriel] }, demande_id: dossier.id },
    ]);
  });

  it('ne part jamais deux fois pour le même palier, même les jours suivants', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const item = await rappel(dossier);
    await ecrire([pour(tutrice, item)]);
    expect(await ecrire([pour(tutrice, item)], plusTard(24))).toMatchObject({
      courriels: 0,
      ecartees: 1,
    });
    expect(await rappels(dossier)).toHaveLength(1);
    // Une personne à qui rien n'est parti reste libre de recevoir un rappel ce jour-là.
    const autre = await Dossier.ouvrir(essai);
    expect(await ecrire([pour(tutrice, await rappel(autre))], plusTard(24))).toMatchObject({
      courriels: 1,
    });
  });

  it('s’efface quand quelqu’un a agi entre la lecture et l’écriture', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const item = await rappel(dossier, 'entreprise');
    await dossier.agir('entreprise-1', {
      evenements: [{ genre: 'ouvert', donnees: { role: 'entreprise-1' } }],
    });
    expect(await ecrire([pour(tutrice, item)])).toMatchObject({ courriels: 0, ecartees: 1 });
    expect(await rappels(dossier)).toEqual([]);
    expect(await recus(tutrice)).toEqual([]);
  });

  it('n’existe pas pour un dossier clos ni pour un bilan déjà fait', async () => {
    const [retire, fini] = [await Dossier.ouvrir(essai), await Dossier.ouvrir(essai)];
    await essai.retirer(await retire.empreinte('tutrice'));
    await fini.agir('tutrice', {
      evenements: [{ genre: 'accueil-termine', donnees: { heures: 300 } }],
      clore: 'terminee',
      heures: 300,
    });
    expect(await ecrire([pour(tutrice, await rappel(fini))])).toMatchObject({ relances: 1 });
    await fini.agir('tutrice', {
      evenements: [{ genre: 'bilan-fait', donnees: { le: '2026-11-23', suite: 'inconnue' } }],
    });
    const items = [await rappel(retire), await rappel(fini, 'tutrice', 'bilan')];
    expect(await ecrire([pour(tutrice, ...items)], plusTard(24))).toMatchObject({
      courriels: 0,
      ecartees: 2,
    });
  });
});

describe('une personne', () => {
  it('reçoit un seul courriel par jour, qui regroupe ses dossiers', async () => {
    const dossiers = await Promise.all([1, 2, 3].map(() => Dossier.ouvrir(essai)));
    const items = await Promise.all(dossiers.map((dossier) => rappel(dossier)));
    await ecrire([pour(tutrice, ...items)]);
    expect(await recus(tutrice)).toEqual([
      {
        donnees: { nom: 'Alix Exemple', items: items.map(({ courriel }) => courriel) },
        demande_id: null,
      },
    ]);
    const autre = await Dossier.ouvrir(essai);
    const item = await rappel(autre);
    const [majuscules] = [tutrice.toUpperCase()];
    // 22 h 59 UTC, c'est encore le même jour à Paris ; une heure plus tard, non.
    const soir = new Date('2026-11-23T22:59:00Z');
    for (const courriel of [tutrice, majuscules])
      expect(await ecrire([pour(courriel, item)], soir)).toMatchObject({
        courriels: 0,
        dejaServies: 1,
      });
    expect(await rappels(autre)).toEqual([]);
    expect(await ecrire([pour(tutrice, item)], plusTard(1, soir))).toMatchObject({ courriels: 1 });
  });

  it('reçoit aussi le rappel destiné à deux contacts, consigné une seule fois', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const item = await rappel(dossier, 'entreprise');
    const [un, deux] = [`1.${tutrice}`, `2.${tutrice}`];
    expect(await ecrire([pour(un, item), pour(deux, item)])).toMatchObject({
      courriels: 2,
      relances: 2,
    });
    expect(await rappels(dossier)).toHaveLength(1);
    expect([await recus(un), await recus(deux)]).toMatchObject([[{}], [{}]]);
  });

  it('dont l’écriture échoue ne prive pas les autres, et pourra être servie ensuite', async () => {
    const [bon, mauvais] = [await Dossier.ouvrir(essai), await Dossier.ouvrir(essai)];
    const bloque = `x.${tutrice}`;
    const item = await rappel(mauvais);
    const lot = [{ ...pour(bloque, item), gabarit: 'Pas bon' }, pour(tutrice, await rappel(bon))];
    expect(await ecrire(lot)).toMatchObject({ courriels: 1, echecs: ['23514'] });
    expect(await rappels(mauvais)).toEqual([]);
    expect(await ecrire([pour(bloque, item)])).toMatchObject({ courriels: 1, echecs: [] });
  });
});

describe('un passage arrêté au milieu', () => {
  it('reprend sans doublon et sans oubli, où qu’il se soit arrêté', async () => {
    const dossiers = await Promise.all(Array.from({ length: 6 }, () => Dossier.ouvrir(essai)));
    const lot = await Promise.all(
      dossiers.map(async (dossier, rang) => pour(`${rang}.${tutrice}`, await rappel(dossier))),
    );
    for (let arret = 0; arret <= lot.length; arret += 1) {
      // Le passage s'arrête après « arret » personnes ; le suivant recommence tout.
      await ecrire(lot.slice(0, arret), plusTard(0));
      await ecrire(lot, plusTard(0));
    }
    for (const [rang, dossier] of dossiers.entries()) {
      expect(await recus(`${rang}.${tutrice}`)).toHaveLength(1);
      expect(await rappels(dossier)).toHaveLength(1);
    }
  });

  it('un lot coupé net ne laisse rien : ni événement, ni courriel, ni personne servie', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const lot = [pour(tutrice, await rappel(dossier))];
    const coupe = essai.base.transaction(async (transaction) => {
      await transaction.query('select public.relances_ecrire($1, $2)', [JSON.stringify(lot), LE]);
      throw new Error('coupure');
    });
    await expect(coupe).rejects.toThrow('coupure');
    expect([await rappels(dossier), await recus(tutrice)]).toEqual([[], []]);
    expect(await ecrire(lot)).toMatchObject({ courriels: 1 });
  });
});

describe('la liste des dossiers ouverts', () => {
  const lister = async (taille: number) => {
    const lignes: (Lu['dossier'] & Pick<Lu, 'vu' | 'evenements'>)[] = [];
    for (;;) {
      const page: typeof lignes = await essai.appeler('suivis_ouverts', {
        p_apres: lignes.at(-1)?.id ?? null,
        p_limite: taille,
        p_maintenant: LE,
      });
      lignes.push(...page);
      if (page.length < taille) return lignes;
    }
  };

  it('se lit page par page, sans trou ni double, avec ce que lit un lien', async () => {
    const [dossier, retire, attente] = [
      await Dossier.ouvrir(essai),
      await Dossier.ouvrir(essai),
      await Dossier.ouvrir(essai),
    ];
    await essai.demander(attente.parcours);
    await essai.retirer(await retire.empreinte('tutrice'));
    await essai.appeler('liens_completer', { p_liens: desLiens(9), p_maintenant: LE });
    const [parTrois, parMille] = [await lister(3), await lister(1000)];
    expect(parTrois).toEqual(parMille);
    const [nombre] = await essai.lignes<{ n: number }>(
      'select count(*)::integer as n from prive.demandes_relancees',
    );
    expect(new Set(parTrois.map(({ id }) => id)).size).toBe(nombre?.n);
    expect(parTrois.map(({ id }) => id)).not.toContain(retire.id);
    const etats = new Set(parTrois.map(({ etat }) => etat));
    expect(etats).toContain('en-attente');
    for (const etat of etats) expect(['active', 'terminee', 'en-attente']).toContain(etat);
    const lu = await dossier.lire('tutrice');
    expect(parTrois.find(({ id }) => id === dossier.id)).toEqual({
      ...lu.dossier,
      vu: lu.vu,
      evenements: lu.evenements,
    });
  });
});
