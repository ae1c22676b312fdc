import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, desLiens, LE, unLien } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';
import { unInconnu, Verification } from './verification-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const apres = (jours: number) => new Date(LE.getTime() + jours * 86_400_000);

/** La tutrice a dit la fin, et toutes ses heures : l'entreprise n'en a déclaré aucune. */
const fin = (heures: number) => ({
  evenements: [{ genre: 'accueil-termine', donnees: { heures, comptees: 0 } }],
  clore: 'terminee',
  heures: 0,
  aConfirmer: heures,
});

const confirmer = (dossier: Dossier, heures: number) =>
  dossier.agir('entreprise-2', {
    evenements: [{ genre: 'heures-confirmees', donnees: { heures } }],
    heures,
  });

const corriger = (dossier: Dossier, heures: number, auLieuDe: number) =>
  dossier.agir('equipe', {
    evenements: [
      { genre: 'heures-corrigees', donnees: { heures, auLieuDe }, precision: 'Relevé retrouvé.' },
    ],
    heures,
  });

/** Un parcours de 300 h, dont `heures` attendent d'être confirmées. */
async function enAttente(heures: number): Promise<Dossier> {
  const dossier = await Dossier.ouvrir(essai, { heures: 300 });
  await dossier.agir('tutrice', fin(heures));
  return dossier;
}

describe('des heures à confirmer', () => {
  it('sont réservées : une demande qui n’y tient pas attend, une qui tient passe', async () => {
    const { parcours } = await enAttente(200);
    expect(await essai.etat(parcours)).toMatchObject({
      disponibilite: 'disponible',
      heuresRestantes: 100,
    });
    const attend = await essai.demander(parcours, { heures: 150 });
    expect(attend.bilan).toMatchObject({ statut: 'en-attente', rang: 1 });
    // Elle attend : ses heures peuvent revenir. Rien ne lui est proposé, rien ne la clôt.
    expect(await essai.expirer(desLiens(5))).toBe(0);
    const tient = await essai.demander(parcours, { heures: 100 });
    expect(tient.bilan).toMatchObject({ statut: 'active' });
  });

  it('dès la fin, ne sont pas proposées à qui attendait : la première qui tient passe', async () => {
    const dossier = await Dossier.ouvrir(essai, { heures: 300 });
    const trop = await essai.demander(dossier.parcours, { heures: 150 });
    const tient = await essai.demander(dossier.parcours, { heures: 100 });
    await dossier.agir('tutrice', fin(200));
    expect(await essai.confirmer(trop.lien.empreinte)).toMatchObject({ statut: 'en-attente' });
    expect(await essai.confirmer(tient.lien.empreinte)).toMatchObject({ statut: 'proposee' });
  });

  it('confirmées à zéro, reviennent toutes, et la demande qui attendait est proposée', async () => {
    const dossier = await enAttente(200);
    const attend = await essai.demander(dossier.parcours, { heures: 300 });
    await confirmer(dossier, 0);
    expect(await essai.etat(dossier.parcours)).toMatchObject({ heuresRestantes: 300 });
    const lien = unLien();
    expect(await essai.expirer([lien])).toBe(1);
    expect(await essai.confirmer(attend.lien.empreinte)).toMatchObject({ statut: 'proposee' });
    expect(await essai.accepter(lien.empreinte)).toMatchObject({ statut: 'active' });
  });

  it('confirmées, se comptent une fois, et la demande qui n’y tient plus est close', async () => {
    const dossier = await enAttente(200);
    const attend = await essai.demander(dossier.parcours, { heures: 150 });
    await confirmer(dossier, 200);
    expect(await essai.etat(dossier.parcours)).toMatchObject({ heuresRestantes: 100 });
    expect(await essai.expirer(desLiens(5))).toBe(1);
    expect(await essai.confirmer(attend.lien.empreinte)).toMatchObject({ statut: 'lien-expire' });
  });

  it('toutes celles du parcours, le disent réservé et non pourvu, jusqu’au septième jour', async () => {
    const { parcours } = await enAttente(300);
    expect(await essai.etat(parcours)).toMatchObject({
      disponibilite: 'reserve',
      heuresRestantes: 0,
      reserveLe: null,
    });
    expect((await essai.demander(parcours, { heures: 35 })).bilan.statut).toBe('en-attente');
    await essai.entretenir(apres(6));
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'reserve', enAttente: 1 });
    await essai.entretenir(apres(7));
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'pourvu', enAttente: 0 });
  });

  it('n’ôtent rien à une proposition que l’équipe a rendue trop grande', async () => {
    const ancien = await Dossier.ouvrir(essai, { heures: 100 });
    await ancien.agir('equipe', { ...fin(50), heures: 50, aConfirmer: 0 });
    const dossier = await Dossier.ouvrir(essai, { heures: 150 }, ancien.parcours);
    const attend = await essai.demander(dossier.parcours, { heures: 100 });
    const liens = desLiens(8);
    await dossier.agir('tutrice', fin(150), { liens });
    const offre = liens[0]?.empreinte ?? '';
    expect(await essai.confirmer(attend.lien.empreinte)).toMatchObject({ statut: 'proposee' });
    await corriger(ancien, 100, 50);
    expect(await essai.accepter(offre)).toMatchObject({ statut: 'heures', restantes: 50 });
    await confirmer(dossier, 0);
    expect(await essai.accepter(offre)).toMatchObject({ statut: 'active' });
  });

  it('manquent à une personne que l’on vient de reconnaître : elle attend, avec son rang', async () => {
    const ancien = await Dossier.ouvrir(essai, { heures: 100 });
    await ancien.agir('equipe', { ...fin(50), heures: 50, aConfirmer: 0 });
    const dossier = await Dossier.ouvrir(essai, { heures: 150 }, ancien.parcours);
    await dossier.agir('tutrice', fin(150));
    const verification = new Verification(essai);
    const { demande } = await verification.ouvrir({ ...unInconnu(), heures: 100 }, ancien.parcours);
    await corriger(ancien, 100, 50);
    expect(await verification.repondre(demande, true)).toMatchObject({ statut: 'connue' });
    expect(await verification.etat(demande)).toBe('en-attente');
    await confirmer(dossier, 0);
    await essai.expirer(desLiens(1));
    expect(await verification.etat(demande)).toBe('proposee');
  });
});

describe('des heures que l’équipe corrige', () => {
  it('rouvrent un parcours pourvu, ou en retirent davantage, autant de fois qu’il le faut', async () => {
    const dossier = await enAttente(300);
    await essai.compterSansReponse(apres(7));
    expect(await essai.etat(dossier.parcours)).toMatchObject({ disponibilite: 'pourvu' });
    for (const [heures, auLieuDe, disponibilite] of [
      [0, 300, 'disponible'],
      [120, 0, 'disponible'],
      [300, 120, 'pourvu'],
    ] as const) {
      await corriger(dossier, heures, auLieuDe);
      expect(await essai.etat(dossier.parcours)).toMatchObject({
        disponibilite,
        heuresRestantes: 300 - heures,
      });
    }
    expect(
      await essai.lignes('select 1 from public.catalogue where id = $1', [dossier.parcours]),
    ).toHaveLength(1);
  });

  it('n’attendent plus personne : le service ne les compte pas une seconde fois', async () => {
    const dossier = await enAttente(200);
    await corriger(dossier, 70, 0);
    expect(await essai.compterSansReponse(apres(30))).toBe(0);
    expect(await essai.etat(dossier.parcours)).toMatchObject({ heuresRestantes: 230 });
  });

  it('ne rendent pas celles d’un autre jeune', async () => {
    const premier = await enAttente(100);
    await confirmer(premier, 100);
    const second = await Dossier.ouvrir(essai, { heures: 200 }, premier.parcours);
    await second.agir('equipe', { ...fin(200), heures: 200, aConfirmer: 0 });
    // Au-delà de ce que le parcours a : il est plein, et rien ne se perd quand on revient en arrière.
    await corriger(premier, 300, 100);
    expect(await essai.etat(premier.parcours)).toMatchObject({ disponibilite: 'pourvu' });
    await corriger(premier, 0, 300);
    expect(await essai.etat(premier.parcours)).toMatchObject({ heuresRestantes: 100 });
  });
});

describe('quoi que disent la tutrice, l’entreprise et l’équipe', () => {
  const geste = fc.oneof(
    fc.record({ quoi: fc.constant('accueillir' as const), heures: fc.constantFrom(100, 150, 300) }),
    fc.record({
      quoi: fc.constantFrom('confirmer' as const, 'corriger' as const),
      qui: fc.nat(5),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({ quoi: fc.constant('attendre' as const) }),
  );

  it('le parcours compte la somme de ses accueils, réserve ce qui attend, et ne promet que le reste', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(geste, { minLength: 3, maxLength: 10 }), async (gestes) => {
        const parcours = await essai.unParcours({ heures: 600 });
        const finis: { dossier: Dossier; dites: number; comptees: number; attend: boolean }[] = [];
        for (const g of gestes) {
          if (g.quoi === 'accueillir') {
            const recue = await essai.creer(parcours, { heures: g.heures }, { lien: unLien() });
            if (recue.statut !== 'recue') continue;
            const libres = Number((await essai.etat(parcours)).heuresRestantes);
            if (g.heures > libres) continue;
            const dossier = await Dossier.ouvrir(essai, { heures: g.heures }, parcours);
            await dossier.agir('tutrice', fin(g.heures));
            finis.push({ dossier, dites: g.heures, comptees: 0, attend: true });
          } else if (g.quoi === 'attendre') {
            await essai.compterSansReponse(apres(7));
            for (const fini of finis.filter(({ attend }) => attend)) {
              fini.comptees = fini.dites;
              fini.attend = false;
            }
          } else {
            const fini = finis[g.qui % Math.max(1, finis.length)];
            if (!fini || (g.quoi === 'confirmer' && !fini.attend)) continue;
            const heures = Math.round(g.part * fini.dites);
            if (g.quoi === 'confirmer') await confirmer(fini.dossier, heures);
            else await corriger(fini.dossier, heures, fini.comptees);
            fini.comptees = heures;
            fini.attend = false;
          }
          const faites = finis.reduce((somme, { comptees }) => somme + comptees, 0);
          const reservees = finis.reduce(
            (somme, { attend, dites }) => somme + (attend ? dites : 0),
            0,
          );
          const [vu] = await essai.lignes<Record<string, number>>(
            `select heures_faites as faites, heures_reservees as reservees,
               heures_restantes as restantes from prive.parcours where id = $1`,
            [parcours],
          );
          expect(vu).toEqual({
            faites: Math.min(600, faites),
            reservees,
            restantes: Math.max(0, 600 - faites - reservees),
          });
        }
      }),
      { numRuns: 20 },
    );
  });
});
