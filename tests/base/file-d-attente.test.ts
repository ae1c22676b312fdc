import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BaseDEssai, plusTard, unLien } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());
// Ce qu'un test a laissé en cours ne compte pas dans le suivant.
beforeEach(() => essai.base.exec("update prive.demandes set etat = 'terminee'"));

describe('la liste d’attente', () => {
  it('remplit 900 heures par trois jeunes de 300 heures, l’un après l’autre', async () => {
    const parcours = await essai.unParcours({ heures: 900 });
    let { bilan } = await essai.demander(parcours);
    for (const restantes of [600, 300, 0]) {
      expect(bilan).toMatchObject({ statut: 'active' });
      await essai.terminer(bilan.reference, 300);
      expect(await essai.etat(parcours)).toMatchObject({ heuresRestantes: restantes });
      if (restantes > 0) ({ bilan } = await essai.demander(parcours));
    }
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'pourvu' });
    expect(await essai.creer(parcours)).toMatchObject({ statut: 'ferme' });
  });

  it('propose à la première personne dont les heures tiennent encore', async () => {
    const parcours = await essai.unParcours({ heures: 450 });
    const premiere = await essai.demander(parcours, { heures: 300 });
    const trop = await essai.demander(parcours, { heures: 300 });
    const tient = await essai.demander(parcours, { heures: 150 });
    const offre = unLien();
    await essai.terminer(premiere.bilan.reference, 300, offre);
    expect(await essai.confirmer(trop.lien.empreinte)).toMatchObject({ statut: 'en-attente' });
    expect(await essai.confirmer(tient.lien.empreinte)).toMatchObject({ statut: 'proposee' });
    expect(await essai.accepter(offre.empreinte, plusTard(71))).toMatchObject({ statut: 'active' });
    expect(await essai.accepter(offre.empreinte, plusTard(99))).toMatchObject({ statut: 'active' });
  });

  it('libère aussitôt un parcours retiré, et une proposition expirée passe à la suivante', async () => {
    const parcours = await essai.unParcours();
    const [une, deux, trois] = [
      await essai.demander(parcours),
      await essai.demander(parcours),
      await essai.demander(parcours),
    ];
    const [offreDeux, offreTrois] = [unLien(), unLien()];
    expect(await essai.retirer(une.lien.empreinte, offreDeux)).toMatchObject({ statut: 'retiree' });
    expect(await essai.expirer([offreTrois], plusTard(71))).toBe(0);
    expect(await essai.expirer([offreTrois], plusTard(72))).toBe(2);
    expect(await essai.confirmer(deux.lien.empreinte)).toMatchObject({ statut: 'lien-expire' });
    expect(await essai.accepter(offreDeux.empreinte, plusTard(73))).toMatchObject({
      statut: 'lien-expire',
    });
    expect(await essai.accepter(offreTrois.empreinte, plusTard(73))).toMatchObject({
      statut: 'active',
    });
    expect(await essai.confirmer(trois.lien.empreinte)).toMatchObject({ statut: 'active' });
    expect(await essai.expirer([unLien()], plusTard(200))).toBe(0);
  });

  it('retire sans proposer quand la personne attendait, et ne fait rien la deuxième fois', async () => {
    const parcours = await essai.unParcours();
    await essai.demander(parcours);
    const attend = await essai.demander(parcours);
    const apres = await essai.demander(parcours);
    const retiree = await essai.retirer(attend.lien.empreinte);
    expect(retiree).toMatchObject({ statut: 'retiree' });
    expect(await essai.retirer(attend.lien.empreinte)).toEqual(retiree);
    expect(await essai.confirmer(apres.lien.empreinte)).toMatchObject({ rang: 1 });
  });

  it('prend fin quand le parcours se ferme', async () => {
    const parcours = await essai.unParcours({ finLe: '2026-12-01' });
    const champs = { debutLe: '2026-11-30' };
    await essai.demander(parcours, champs);
    const attend = await essai.demander(parcours, champs);
    expect(await essai.expirer([unLien()], new Date('2026-12-01T10:00:00Z'))).toBe(0);
    expect(await essai.expirer([unLien()], new Date('2026-12-02T10:00:00Z'))).toBe(1);
    expect(await essai.confirmer(attend.lien.empreinte)).toMatchObject({ statut: 'lien-expire' });
  });

  it('prend fin quand il ne reste plus assez d’heures, et dit combien il en reste', async () => {
    const parcours = await essai.unParcours();
    const { bilan } = await essai.demander(parcours, { heures: 150 });
    const trop = await essai.demander(parcours, { heures: 300 });
    const assez = await essai.demander(parcours, { heures: 150 });
    await essai.terminer(bilan.reference, 150);
    expect(await essai.expirer([unLien()])).toBe(1);
    expect(await essai.confirmer(trop.lien.empreinte)).toMatchObject({ statut: 'lien-expire' });
    expect(await essai.confirmer(assez.lien.empreinte)).toMatchObject({ statut: 'proposee' });
    const { rows } = await essai.base.query<{ restantes: number }>(
      `select (donnees ->> 'restantes')::integer as restantes from prive.courriels
       where gabarit = 'attente-close' and donnees -> 'parcours' ->> 'id' = $1`,
      [parcours],
    );
    expect(rows).toEqual([{ restantes: 150 }]);
  });

  it('ne décompte ni moins que rien, ni plus que ce qui reste', async () => {
    for (const [heures, restantes] of [
      [-1, 300],
      [301, 0],
    ] as const) {
      const parcours = await essai.unParcours();
      const { bilan } = await essai.demander(parcours);
      for (let fois = 0; fois < 2; fois += 1) await essai.terminer(bilan.reference, heures);
      expect(await essai.etat(parcours)).toMatchObject({ heuresRestantes: restantes });
    }
  });
});

describe('quoi qu’il arrive', () => {
  const geste = fc.oneof(
    fc.record({ quoi: fc.constant('demander' as const), heures: fc.constantFrom(150, 300, 450) }),
    fc.record({ quoi: fc.constantFrom('retirer', 'terminer', 'accepter'), qui: fc.nat(5) }),
    fc.record({ quoi: fc.constant('attendre' as const), heures: fc.constantFrom(1, 50, 80) }),
  );

  it('un seul jeune à la fois, jamais plus d’heures que le parcours n’en a, des rangs sans trou', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(geste, { minLength: 3, maxLength: 14 }), async (gestes) => {
        const parcours = await essai.unParcours({ heures: 900 });
        const liens: string[] = [];
        const references: unknown[] = [];
        let heures = 0;
        for (const g of gestes) {
          const le = plusTard(heures);
          if (g.quoi === 'demander') {
            const lien = unLien();
            const recue = await essai.creer(parcours, { heures: g.heures }, { lien, le });
            if (recue.statut !== 'recue') continue;
            await essai.confirmer(lien.empreinte, le);
            liens.push(lien.empreinte);
            references.push(recue.reference);
          } else if (g.quoi === 'attendre') {
            heures += g.heures;
            const offre = unLien();
            await essai.expirer([offre], plusTard(heures));
            liens.push(offre.empreinte);
          } else if (liens.length > 0) {
            const lien = liens[g.qui % liens.length] ?? '';
            const offre = unLien();
            if (g.quoi === 'retirer') await essai.retirer(lien, offre, le);
            else if (g.quoi === 'accepter') await essai.accepter(lien, le);
            else await essai.terminer(references[g.qui % references.length] ?? '', 150, offre, le);
            liens.push(offre.empreinte);
          }
          const [vu] = await essai.lignes<Record<string, number>>(
            `select (select count(*)::int from prive.demandes where parcours_id = p.id
                and etat in ('active', 'proposee')) as pris,
              (select coalesce(max(prive.rang(d)), 0) from prive.demandes d where parcours_id = p.id)
                as dernier,
              (select count(*)::int from prive.demandes where parcours_id = p.id
                and etat = 'en-attente') as attendent,
              p.heures_faites as faites
             from prive.parcours p where p.id = $1`,
            [parcours],
          );
          expect(vu?.pris).toBeLessThanOrEqual(1);
          expect(vu?.faites).toBeLessThanOrEqual(900);
          expect(vu?.dernier).toBe(vu?.attendent);
        }
      }),
      { numRuns: 25 },
    );
  });
});
