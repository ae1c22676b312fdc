import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIEU } from '../fabriques-suivi.ts';
import { ServiceDEssai } from './service.ts';
import { agenda, avancer, DEPART, dernier, DossierDEssai } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

const ROLES = ['tutrice', 'entreprise-1', 'entreprise-2', 'acheteur', 'equipe'] as const;

describe('où venir', () => {
  it('se dit avec les créneaux, à qui y va et à l’équipe : page, courriels, agenda, veille de la réunion', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    const lieux = async () => {
      const lus = await Promise.all(ROLES.map((role) => dossier.lire(role)));
      return lus.map((lu) => lu.dossier.lieu ?? null);
    };
    const courriel = (role: (typeof ROLES)[number]) => dernier(essai, dossier.adresse(role)).text;
    expect(await lieux()).toEqual([null, null, null, null, null]);
    const creneau = dossier.creneau(4);
    const sansLieu = await dossier.agir('entreprise-1', 'proposer-creneaux', {
      creneaux: [creneau],
      lieu: undefined,
    });
    expect(sansLieu).toMatchObject({
      statut: 422,
      corps: { erreurs: { lieu: 'Dites où venir, et qui demander.' } },
    });
    await dossier.agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau] });
    await essai.courrielsPartis();
    expect(await lieux()).toEqual([LIEU, LIEU, LIEU, null, LIEU]);
    expect(courriel('tutrice')).toContain(LIEU.adresse);
    expect(courriel('acheteur')).not.toContain(LIEU.adresse);

    await dossier.agir('tutrice', 'choisir-creneau', { debut: creneau.debut });
    await essai.courrielsPartis();
    for (const role of ['tutrice', 'entreprise-1', 'entreprise-2'] as const) {
      expect(agenda(essai, dossier.adresse(role)), role).toContain('LOCATION:4 rue des Essais');
      expect(courriel(role), role).toContain(LIEU.telephone);
    }
    expect(courriel('acheteur')).not.toContain(LIEU.adresse);
    await avancer(essai, 3);
    expect(dernier(essai, dossier.adresse('tutrice')).subject).toMatch(/^Réunion \S+\s\d+ à /);
    expect(courriel('tutrice')).toContain(LIEU.adresse);

    // Le journal, qui ne s'efface pas, n'en sait rien ; la dernière proposition remplace la précédente.
    const ailleurs = { ...LIEU, adresse: '9 place du Modèle, 92000 Nanterre' };
    await dossier.agir('entreprise-2', 'proposer-creneaux', {
      creneaux: [dossier.creneau(5)],
      lieu: ailleurs,
    });
    expect((await dossier.lire('tutrice')).dossier.lieu).toEqual(ailleurs);
    expect(
      await essai.compter(
        "select 1 from prive.evenements where donnees::text ~ 'Essais|Modèle|01 99'",
      ),
    ).toBe(0);
    // Un refus défait l'échange : la tutrice ne le lit plus.
    await dossier.agir('entreprise-1', 'refuser', {
      motif: 'autre',
      precision: 'Le site ferme ses portes.',
    });
    expect(await lieux()).toEqual([null, ailleurs, ailleurs, null, ailleurs]);
    await essai.courrielsPartis();
    expect(courriel('tutrice')).not.toContain('Nanterre');
  });
});
