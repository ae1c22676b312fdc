import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BaseDEssai, CONFIANCE, LE, unLien } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());
// Ce qu'un test a laissé en cours ne compte pas dans le suivant.
beforeEach(() => essai.base.exec("update prive.demandes set etat = 'terminee'"));

const courriel = 'alix.exemple@lycee.example';

const prevenus = async (parcours: string, gabarit: string) =>
  (await essai.gabarits(parcours)).filter((ecrit) => ecrit === gabarit).length;

describe('un second jeune sur le même parcours', () => {
  it('prend rang derrière le premier, et sa tutrice lit son rang', async () => {
    const parcours = await essai.unParcours({ heures: 900 });
    const premiere = await essai.demander(parcours, { courriel });
    const seconde = await essai.demander(parcours, { courriel: 'alix.exemple+b@lycee.example' });
    expect(seconde.bilan).toMatchObject({
      statut: 'en-attente',
      rang: 1,
      autre: premiere.bilan.reference,
    });
    expect(seconde.bilan.reference).not.toBe(premiere.bilan.reference);
    expect(await essai.etat(parcours)).toMatchObject({ enAttente: 1 });
    expect(await prevenus(parcours, 'liste-d-attente')).toBe(1);
    // L'entreprise n'apprend rien de plus : ses deux contacts, une fois.
    expect(await prevenus(parcours, 'interet-entreprise')).toBe(2);
  });

  it('prend la suite du premier, une fois proposé et accepté', async () => {
    const parcours = await essai.unParcours({ heures: 900 });
    const premiere = await essai.demander(parcours, { courriel });
    const seconde = await essai.demander(parcours, { courriel });
    const offre = unLien();
    await essai.terminer(premiere.bilan.reference, 300, offre);
    expect(await essai.accepter(offre.empreinte)).toMatchObject({
      statut: 'active',
      reference: seconde.bilan.reference,
      autre: null,
    });
  });

  it('avant de confirmer, la page sait qu’une autre demande est ouverte', async () => {
    const parcours = await essai.unParcours();
    const lien = unLien();
    await essai.creer(parcours, { courriel }, { lien });
    const lire = () =>
      essai.appeler('demande_lire', {
        p_empreinte: lien.empreinte,
        p_portee: 'confirmer-demande',
        p_maintenant: LE,
      });
    expect(await lire()).toMatchObject({ statut: 'a-confirmer', autre: null });
    const { bilan } = await essai.demander(parcours, { courriel });
    expect(await lire()).toMatchObject({ statut: 'a-confirmer', autre: bilan.reference });
    await essai.demander(parcours);
    expect(await lire()).toMatchObject({ autre: bilan.reference });
  });

  it('le même envoi refait n’en est pas un : une demande, un courriel, une place', async () => {
    const parcours = await essai.unParcours();
    const [cle, lien] = [randomUUID(), unLien()];
    const recue = await essai.creer(parcours, { courriel, cle }, { lien });
    expect(await essai.creer(parcours, { courriel, cle })).toEqual(recue);
    const bilan = await essai.confirmer(lien.empreinte);
    expect(bilan).toMatchObject({ statut: 'active', autre: null });
    expect(await essai.confirmer(lien.empreinte)).toEqual({ ...bilan, deja: true });
    expect(await essai.creer(parcours, { courriel, cle })).toEqual(recue);
    expect(await essai.etat(parcours)).toMatchObject({ enAttente: 0 });
  });

  it('personne ne tient à lui seul la file d’un parcours', async () => {
    const parcours = await essai.unParcours();
    const confirmer = async (alias: string) => {
      const lien = unLien();
      await essai.creer(parcours, { courriel: `sam+${alias}@lycee.example` }, { lien });
      return essai.confirmer(lien.empreinte, LE, [], { ...CONFIANCE, parParcours: 3 });
    };
    expect((await confirmer('a')).statut).toBe('active');
    expect(await confirmer('b')).toMatchObject({ statut: 'en-attente', rang: 1 });
    expect(await confirmer('c')).toMatchObject({ statut: 'en-attente', rang: 2 });
    expect(await confirmer('d')).toMatchObject({
      statut: 'trop-de-demandes',
      limite: 'parParcours',
      max: 3,
    });
    expect((await essai.demander(parcours)).bilan).toMatchObject({ rang: 3 });
  });
});
