import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, LE } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const JOUR = 86_400_000;
const apres = (jours: number) => new Date(LE.getTime() + jours * JOUR);

/** La tutrice a dit 140 h, l'entreprise en avait déclaré 35. */
async function fini(): Promise<Dossier> {
  const dossier = await Dossier.ouvrir(essai, { heures: 150 });
  await dossier.agir('tutrice', {
    evenements: [{ genre: 'accueil-termine', donnees: { heures: 140, comptees: 35 } }],
    clore: 'terminee',
    heures: 35,
    aConfirmer: 105,
  });
  return dossier;
}

const heuresFaites = async (dossier: Dossier) =>
  (await dossier.lire('equipe')).dossier.parcours.heuresFaites;

describe('des heures dites par la tutrice seule', () => {
  it('restées sept jours sans réponse, se comptent une seule fois', async () => {
    const dossier = await fini();
    expect(await essai.compterSansReponse(apres(6))).toBe(0);
    expect(await heuresFaites(dossier)).toBe(35);
    expect(await essai.compterSansReponse(apres(7))).toBe(1);
    expect(await essai.compterSansReponse(apres(8))).toBe(0);
    expect(await heuresFaites(dossier)).toBe(140);
    expect((await dossier.lire('equipe')).evenements.at(-1)).toMatchObject({
      genre: 'heures-confirmees',
      auteur: 'systeme',
      donnees: { heures: 140 },
    });
  });

  it('confirmées, ne se comptent pas davantage', async () => {
    const dossier = await fini();
    await dossier.agir('entreprise-2', {
      evenements: [{ genre: 'heures-confirmees', donnees: { heures: 70 } }],
      heures: 70,
    });
    expect(await essai.compterSansReponse(apres(30))).toBe(0);
    expect(await heuresFaites(dossier)).toBe(70);
  });

  it('ne se comptent pas au-delà de ce qui reste au parcours', async () => {
    const dossier = await fini();
    // L'export de l'équipe a raccourci le parcours entre-temps.
    await essai.base.exec(
      `update prive.parcours set heures = 100 where id = '${dossier.parcours}'`,
    );
    expect(await essai.compterSansReponse(apres(7))).toBe(1);
    expect(await heuresFaites(dossier)).toBe(100);
  });

  it('une fin d’avant cette règle n’attend rien', async () => {
    const dossier = await Dossier.ouvrir(essai, { heures: 150 });
    await dossier.agir('tutrice', {
      evenements: [{ genre: 'accueil-termine', donnees: { heures: 140 } }],
      clore: 'terminee',
      heures: 140,
    });
    expect(await essai.compterSansReponse(apres(30))).toBe(0);
    expect(await heuresFaites(dossier)).toBe(140);
  });
});
