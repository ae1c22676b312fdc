import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITES_DES_COURRIELS } from '../../src/formulaire/regles/limites.ts';
import { BaseDEssai, CONFIANCE, EQUIPE, LE, unLien } from './fabriques.ts';
import { unInconnu } from './verification-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());
// Ce qu'un test a laissé en cours ne compte pas dans le suivant.
beforeEach(() =>
  essai.base.exec(`update prive.demandes set etat = 'terminee', verification_le = null;
    delete from prive.courriels`),
);

describe('combien à la fois', () => {
  const avec = async (
    limites: object,
    champs: Record<string, unknown>,
    courriels: readonly unknown[] = [],
  ) => {
    const parcours = await essai.unParcours();
    const lien = unLien();
    await essai.creer(parcours, champs, { lien });
    return essai.confirmer(lien.empreinte, LE, courriels, { ...CONFIANCE, ...limites });
  };

  it('trois demandes en cours par personne, alias compris', async () => {
    for (const alias of ['a', 'b', 'c'])
      expect(
        await avec({ parPersonne: 3 }, { courriel: `sam+${alias}@lycee.example` }),
      ).toMatchObject({ statut: 'active' });
    expect(await avec({ parPersonne: 3 }, { courriel: 'sam@lycee.example' })).toMatchObject({
      statut: 'trop-de-demandes',
      limite: 'parPersonne',
      max: 3,
    });
  });

  it('un nombre par établissement, comment qu’il s’écrive', async () => {
    const limites = { parEtablissement: 1 };
    await avec(limites, { etablissement: 'Lycée Jean-Exemple' });
    expect(await avec(limites, { etablissement: 'LYCÉE  jean exemple' })).toMatchObject({
      statut: 'trop-de-demandes',
      limite: 'parEtablissement',
    });
    expect(await avec(limites, { etablissement: 'Lycée Autre' })).toMatchObject({
      statut: 'active',
    });
  });

  it('un nombre de listes d’attente par personne', async () => {
    const courriel = 'noe@lycee.example';
    const attendre = async () => {
      const parcours = await essai.unParcours();
      await essai.demander(parcours);
      const lien = unLien();
      await essai.creer(parcours, { courriel }, { lien });
      return essai.confirmer(lien.empreinte, LE, [], { ...CONFIANCE, enAttente: 1 });
    };
    expect((await attendre()).statut).toBe('en-attente');
    expect(await attendre()).toMatchObject({ statut: 'trop-de-demandes', limite: 'enAttente' });
  });

  it('une seule vérification à la fois par personne', async () => {
    const personne = unInconnu();
    expect((await avec({}, personne)).statut).toBe('a-verifier');
    expect(await avec({}, personne)).toMatchObject({ limite: 'aVerifier' });
  });

  it('un inconnu qui a cent adresses du même fournisseur n’écrit à aucune entreprise et ne bloque pas le catalogue', async () => {
    for (let n = 0; n < 100; n += 1)
      await avec(
        { gardeesParDomaine: 10 },
        { ...unInconnu(), courriel: `x${n}@poste.example` },
        LIMITES_DES_COURRIELS,
      );
    const [bilan] = await essai.lignes(
      `select count(*) filter (where gabarit = 'interet-entreprise')::int as entreprises,
         count(*) filter (where destinataire = $1)::int as "aLEquipe",
         (select count(*)::int from prive.demandes where etat = 'a-verifier' and garde) as gardees
       from prive.courriels`,
      [EQUIPE],
    );
    // Trois courriels à l'équipe, et un qui porte tous les autres le lendemain.
    expect(bilan).toEqual({ entreprises: 0, aLEquipe: 4, gardees: 10 });
  });
});
