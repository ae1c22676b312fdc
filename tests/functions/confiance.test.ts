import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

describe('qui demande', () => {
  it('fait d’abord vérifier une adresse que rien ne garantit : l’entreprise n’apprend rien avant', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const courriel = 'camille@messagerie.example';
    await essai.exprimer({ courriel, parcoursId: parcours });
    await essai.courrielsPartis();
    const jeton = essai.jeton(courriel, '/interet/confirmer/');
    expect(await essai.poster('confirmer-interet', { jeton })).toMatchObject({
      corps: { statut: 'a-verifier', verification: { par: 'equipe' } },
    });
    await essai.courrielsPartis();
    const entreprise = `entreprise-1.${parcours}@entreprise.example`;
    expect(essai.courriels(entreprise)).toEqual([]);
    const suivi = essai.jeton(courriel, '/suivi/');
    expect(await essai.poster('suivi/lire-lien', { jeton: suivi })).toMatchObject({
      corps: { suivi: { etat: 'a-verifier' }, actions: ['retirer'] },
    });
    const question = essai.jeton('equipe@csf.example', '/interet/verifier/');
    const lue = await essai.poster('lire-lien', { jeton: question });
    expect(lue.corps).toMatchObject({ statut: 'a-verifier', courriel });
    expect(lue.corps).not.toHaveProperty('message');
    for (let fois = 0; fois < 2; fois += 1)
      expect(
        await essai.poster('verifier-personne', { jeton: question, connue: true }),
      ).toMatchObject({ statut: 200, corps: { statut: 'connue' } });
    await essai.courrielsPartis();
    expect(essai.courriels(entreprise)).toHaveLength(1);
  });

  it('sans réponse, n’attend pas toujours : la tâche d’entretien libère le parcours, puis clôt', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const courriel = 'lou@messagerie.example';
    await essai.exprimer({ courriel, parcoursId: parcours });
    await essai.courrielsPartis();
    await essai.poster('confirmer-interet', {
      jeton: essai.jeton(courriel, '/interet/confirmer/'),
    });
    const etat = async (jours: number) => {
      await essai.service.fonctions.decaler(jours * 86_400_000);
      expect((await essai.service.tache('entretenir')).status).toBe(200);
      await essai.courrielsPartis();
      return (await essai.lire(`etat-parcours?parcours=${parcours}`)).corps.disponibilite;
    };
    expect([await etat(1), await etat(15), await etat(31)]).toEqual([
      'reserve',
      'disponible',
      'disponible',
    ]);
    // Celui de la confirmation, celui de la vérification, la fin de la garde, la fin.
    expect(essai.courriels(courriel)).toHaveLength(4);
  });
});
