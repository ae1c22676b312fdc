import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';
import { avancer, dernier, DossierDEssai, objets } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  // Un lundi de mai : ni vacances, ni jour férié, trente puis sept jours plus tard.
  essai = await ServiceDEssai.ouvrir({ depart: new Date('2027-05-10T08:00:00Z') });
});
afterAll(() => essai.fermer());

const QUESTION = 'Votre demande est-elle d’actualité';
const questions = (adresse: string) =>
  objets(essai, adresse).filter((objet) => objet.startsWith(QUESTION)).length;
const etatDe = async ({ demande }: DossierDEssai) =>
  (
    await essai.service.base.query<{ etat: string }>(
      'select etat from prive.demandes where id = $1',
      [demande.id],
    )
  ).rows[0]?.etat;

it('une demande qui dort reçoit la question, puis se clôt ; un clic suffit à la garder, et ouvrir n’en est pas un', async () => {
  const [dort, vit] = [await DossierDEssai.ouvrir(essai), await DossierDEssai.ouvrir(essai)];
  const adresses = [dort, vit].map((dossier) => dossier.adresse('tutrice'));
  await avancer(essai, 29);
  expect(adresses.map(questions)).toEqual([0, 0]);
  await avancer(essai, 1);
  expect(adresses.map(questions)).toEqual([1, 1]);
  const { text } = dernier(essai, vit.adresse('tutrice'));
  expect(text).toContain(`/suivi/#${await vit.jeton('tutrice')}.toujours-actuel`);
  expect(text).toMatch(/close le mercredi 16 juin 2027/);
  expect((await dort.lire('tutrice')).actions[0]).toBe('toujours-actuel');
  expect((await dort.lire('equipe')).actions).not.toContain('toujours-actuel');

  const dite = await vit.agir('tutrice', 'toujours-actuel');
  expect(dite.statut).toBe(200);
  expect(dite.corps.actions).not.toContain('toujours-actuel');
  expect(await vit.agir('tutrice', 'toujours-actuel')).toMatchObject({
    statut: 409,
    corps: { statut: 'interdite' },
  });

  await avancer(essai, 6);
  expect([await etatDe(dort), await etatDe(vit)]).toEqual(['active', 'active']);
  await avancer(essai, 1);
  expect([await etatDe(dort), await etatDe(vit)]).toEqual(['retiree', 'active']);
  expect((await dort.genres()).slice(-1)).toEqual(['demande-endormie']);
  for (const role of ['tutrice', 'entreprise-1', 'entreprise-2', 'acheteur', 'equipe'] as const)
    expect(
      objets(essai, dort.adresse(role)).filter((objet) => /^Demande D-\w+ close/.test(objet)),
      role,
    ).toHaveLength(1);
  expect(dernier(essai, dort.adresse('tutrice')).text).toContain(`/parcours/${dort.parcours}/`);
  expect(dernier(essai, dort.adresse('entreprise-1')).text).not.toContain(dort.adresse('tutrice'));
  expect(await dort.agir('tutrice', 'toujours-actuel')).toMatchObject({ statut: 409 });
});
