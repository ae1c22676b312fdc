import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';
import { avancer, DEPART, dernier, DossierDEssai } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

const heuresFaites = async ({ parcours }: DossierDEssai) => {
  const { rows } = await essai.service.base.query<{ faites: number; disponibilite: string }>(
    `select heures_faites as faites, disponibilite_du_moment as disponibilite
     from prive.parcours_du_moment where id = $1`,
    [parcours],
  );
  return rows[0];
};

/** La tutrice mène seule l'accueil jusqu'au jour dit, sans que l'entreprise ait répondu. */
async function seule(dossier: DossierDEssai) {
  for (const action of ['noter-reunion', 'signer-convention', 'commencer']) {
    const fait = await dossier.agir('tutrice', action, { le: dossier.jour() });
    expect(fait.statut, action).toBe(200);
  }
}

it('une personne seule, le même jour, ne vide pas un parcours', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await seule(dossier);
  const trop = await dossier.agir('tutrice', 'terminer', { le: dossier.jour(), heures: 2000 });
  expect(trop.corps).toMatchObject({
    statut: 'erreurs',
    erreurs: { heures: '35 h au plus : une semaine de 35 h a commencé.' },
  });
  expect((await heuresFaites(dossier))?.faites).toBe(0);
  const fin = await dossier.agir('tutrice', 'terminer', { le: dossier.jour(), heures: 35 });
  expect(fin.statut).toBe(200);
  const bilan = { le: dossier.jour(), suite: 'inconnue' };
  expect((await dossier.agir('tutrice', 'bilan', bilan)).statut).toBe(200);
  expect(await heuresFaites(dossier)).toEqual({ faites: 0, disponibilite: 'disponible' });
  await avancer(essai, 6);
  expect((await heuresFaites(dossier))?.faites).toBe(0);
  // Sept jours sans réponse : se taire vaut accord, pour une semaine et pas davantage.
  await avancer(essai, 2);
  expect((await heuresFaites(dossier))?.faites).toBe(35);
  expect((await dossier.genres()).at(-1)).toBe('heures-confirmees');
});

it('l’entreprise apprend ce que la tutrice a dit, le confirme, et les heures se décomptent une fois', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await seule(dossier);
  await avancer(essai, 10);
  const lundi = dossier.jour(-((new Date(dossier.jour()).getUTCDay() + 6) % 7));
  await dossier.agir('entreprise-2', 'declarer-heures', { lundi, heures: '17,5' });
  await dossier.agir('tutrice', 'terminer', { le: dossier.jour(), heures: 60 });
  await essai.courrielsPartis();
  for (const role of ['entreprise-2', 'acheteur'] as const) {
    const { text } = dernier(essai, dossier.adresse(role));
    expect(text).toContain('selon le tuteur ou la tutrice, à confirmer par l’entreprise');
    expect(text).toMatch(/heures faites avant le [^]* sans réponse, elles sont comptées/);
  }
  expect((await heuresFaites(dossier))?.faites).toBe(18);
  expect(await dossier.agir('tutrice', 'confirmer-heures', { heures: 60 })).toMatchObject({
    statut: 409,
    corps: { statut: 'interdite' },
  });
  const confirme = await dossier.agir('entreprise-2', 'confirmer-heures', { heures: 50 });
  expect(confirme.corps.suivi).toMatchObject({ fin: { heures: 60, comptees: 50 } });
  expect((await heuresFaites(dossier))?.faites).toBe(50);
  expect(await dossier.agir('entreprise-1', 'confirmer-heures', { heures: 60 })).toMatchObject({
    statut: 409,
  });
  await avancer(essai, 10);
  expect((await heuresFaites(dossier))?.faites).toBe(50);
});
