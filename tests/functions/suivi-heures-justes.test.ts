import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';
import { avancer, DEPART, dernier, DossierDEssai, JOUR, saisiesDe } from './suivi.ts';

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
    expect(text).toMatch(/heures faites au plus tard le [^]* sans réponse, elles sont comptées/);
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

/** La tutrice seule dit cinq semaines d'accueil : tout ce que le parcours avait. */
async function viderSeule(): Promise<DossierDEssai> {
  const dossier = await DossierDEssai.ouvrir(essai);
  await essai.service.base.query('update prive.parcours set heures = 150 where id = $1', [
    dossier.parcours,
  ]);
  await seule(dossier);
  await essai.service.horloge.aller(new Date(dossier.maintenant.getTime() + 30 * JOUR));
  const fin = await dossier.agir('tutrice', 'terminer', { le: dossier.jour(), heures: 150 });
  expect(fin.statut).toBe(200);
  return dossier;
}

it('la tutrice n’a, seule, aucun geste de plus pour compter des heures, ni deux fois les mêmes', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await seule(dossier);
  const lundi = dossier.jour(-((new Date(dossier.jour()).getUTCDay() + 6) % 7));
  const interdite = { statut: 409, corps: { statut: 'interdite' } };
  expect(await dossier.agir('tutrice', 'declarer-heures', { lundi, heures: 35 })).toMatchObject(
    interdite,
  );
  for (const action of ['interrompre', 'reprendre'])
    await dossier.agir('tutrice', action, {
      le: dossier.jour(),
      ...(action === 'interrompre' ? { motif: 'vacances' } : {}),
    });
  const { vu } = await dossier.lire('tutrice');
  const jeton = await dossier.jeton('tutrice');
  const fin = { jeton, vu, action: 'terminer', le: dossier.jour(), heures: 35 };
  const cle = randomUUID();
  // Le même envoi trois fois, et deux autres au même instant : une seule fin.
  const envois = [cle, cle, cle, randomUUID(), randomUUID()];
  await Promise.all(envois.map((une) => essai.poster('agir', { ...fin, cle: une })));
  expect((await essai.poster('agir', { ...fin, cle: randomUUID() })).statut).toBe(409);
  const genres = await dossier.genres();
  expect(genres.filter((genre) => genre === 'accueil-termine')).toHaveLength(1);
  for (const action of ['terminer', 'confirmer-heures', 'corriger-heures'] as const)
    expect(await dossier.agir('tutrice', action, saisiesDe(dossier)[action])).toMatchObject(
      interdite,
    );
  const { rows } = await essai.service.base.query(
    `select heures_faites as faites, heures_reservees as reservees, heures_restantes as restantes
     from prive.parcours where id = $1`,
    [dossier.parcours],
  );
  expect(rows).toEqual([{ faites: 0, reservees: 35, restantes: 265 }]);
});

it('quatre gestes le même jour ne cachent pas la fin : l’entreprise l’apprend avant que rien ne compte', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await seule(dossier);
  await dossier.agir('tutrice', 'terminer', { le: dossier.jour(), heures: 35 });
  await avancer(essai, 1);
  for (const role of ['entreprise-1', 'entreprise-2', 'acheteur'] as const)
    expect(dernier(essai, dossier.adresse(role)).text).toMatch(
      /confirme les heures faites au plus tard le [^]* sans réponse, elles sont comptées/,
    );
  expect((await heuresFaites(dossier))?.faites).toBe(0);
});

it('sans personne à prévenir dans l’entreprise, c’est l’équipe qui apprend la fin', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await seule(dossier);
  await essai.service.base.query(
    "delete from prive.contacts where parcours_id = $1 and role like 'entreprise-%'",
    [dossier.parcours],
  );
  await dossier.agir('tutrice', 'terminer', { le: dossier.jour(), heures: 35 });
  await essai.courrielsPartis();
  const { subject, text } = dernier(essai, dossier.adresse('equipe'));
  expect(subject).toContain('L’accueil s’est terminé');
  expect(text).toContain('sans réponse, elles sont comptées');
  expect(text).not.toContain('Ces heures sont fausses');
});

it('l’équipe corrige ce que le silence a fait compter : chacun le sait, et le parcours est rouvert', async () => {
  const dossier = await viderSeule();
  expect(await heuresFaites(dossier)).toEqual({ faites: 0, disponibilite: 'reserve' });
  await avancer(essai, 7);
  expect(await heuresFaites(dossier)).toEqual({ faites: 150, disponibilite: 'pourvu' });
  await dossier.agir('tutrice', 'bilan', { le: dossier.jour(), suite: 'inconnue' });
  await avancer(essai, 1);
  const correction = { heures: 0, precision: 'L’entreprise n’a accueilli personne.' };
  for (const role of ['tutrice', 'entreprise-1', 'acheteur'] as const)
    expect(await dossier.agir(role, 'corriger-heures', correction)).toMatchObject({ statut: 409 });
  const reconstructions = essai.service.reconstructions();
  const faite = await dossier.agir('equipe', 'corriger-heures', correction);
  expect(faite.corps.suivi).toMatchObject({ etat: 'termine', fin: { comptees: 0 } });
  expect(await heuresFaites(dossier)).toEqual({ faites: 0, disponibilite: 'disponible' });
  await essai.courrielsPartis();
  for (const role of ['tutrice', 'entreprise-1', 'entreprise-2', 'acheteur'] as const) {
    const { subject, text } = dernier(essai, dossier.adresse(role));
    expect(subject).toMatch(/^L’équipe CSF a corrigé les heures comptées/);
    expect(text).toMatch(/heures\s+comptées\s:\s+0\sh\s+au\s+lieu\s+de\s+150\sh/);
    expect(text).toContain(correction.precision);
    expect(text.replace(/\s+/g, ' ')).toContain('Écrivez à l’équipe CSF, avec la référence');
  }
  // La liste du site tait un parcours pourvu : il y revient à la prochaine construction.
  await expect.poll(() => essai.service.reconstructions()).toBe(reconstructions + 1);
  const encore = { heures: 140, precision: 'Le relevé signé a été retrouvé.' };
  expect((await dossier.agir('equipe', 'corriger-heures', encore)).statut).toBe(200);
  expect(await heuresFaites(dossier)).toEqual({ faites: 140, disponibilite: 'disponible' });
  // Le dossier a été lu avant la correction : on ne promet pas ce qui restait alors.
  await essai.courrielsPartis();
  expect(dernier(essai, dossier.adresse('acheteur')).text).not.toMatch(/Il\s+reste/);
});
