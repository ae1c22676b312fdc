import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';
import { dernier, objets } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

it('deux jeunes, une tutrice, un parcours : le second prend rang, et rien de faux n’est écrit', async () => {
  const [parcours = ''] = await essai.parcoursLibres(1);
  const courriel = 'deux.jeunes@lycee.example';
  const entreprise = `entreprise-1.${parcours}@entreprise.example`;
  const demander = async () => {
    const { reponse } = await essai.exprimer({ courriel, parcoursId: parcours });
    expect(reponse.corps).toMatchObject({ statut: 'recue' });
    await essai.courrielsPartis();
    const jeton = essai.jeton(courriel, '/interet/confirmer/');
    const lue = await essai.poster('lire-lien', { jeton });
    const { corps } = await essai.poster('confirmer-interet', { jeton });
    await essai.courrielsPartis();
    return { lue: lue.corps, corps };
  };
  const premier = await demander();
  expect(premier.corps).toMatchObject({ statut: 'active' });
  expect(objets(essai, entreprise)).toHaveLength(1);

  const second = await demander();
  expect(second.lue).toMatchObject({ statut: 'a-confirmer', autre: premier.corps.reference });
  expect(second.corps).toMatchObject({ statut: 'en-attente', rang: 1 });
  expect(objets(essai, entreprise)).toHaveLength(1);
  const { subject, text } = dernier(essai, courriel);
  expect(subject).toMatch(/^Liste d’attente, rang\s1/);
  expect(text).toContain(String(second.corps.reference));
});
