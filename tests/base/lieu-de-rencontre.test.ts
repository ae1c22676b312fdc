import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSERVATION } from '../../src/site/regles/conservation.ts';
import { LIEU } from '../fabriques-suivi.ts';
import { BaseDEssai, LE } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const proposer = (dossier: Dossier, lieu: object) =>
  dossier.agir('entreprise-1', {
    evenements: [
      {
        genre: 'creneaux-proposes',
        donnees: { creneaux: [{ debut: '2026-12-07T10:00', minutes: 60 }] },
      },
    ],
    lieu,
  });
const lieuDe = async (dossier: Dossier) =>
  ((await dossier.lire('equipe')).dossier as { lieu?: unknown }).lieu;

describe('le lieu de rencontre', () => {
  it('est celui de la dernière proposition, et part avec la demande', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await proposer(dossier, { ...LIEU, apporter: null });
    await proposer(dossier, LIEU);
    expect(await lieuDe(dossier)).toEqual(LIEU);
    await dossier.agir('tutrice', { evenements: [{ genre: 'retrait' }], clore: 'retiree' });
    const tard = new Date(LE);
    tard.setUTCMonth(tard.getUTCMonth() + CONSERVATION.demandeMois + 1);
    await essai.appeler('purger', { p_conservation: CONSERVATION, p_maintenant: tard });
    expect(await essai.lignes('select 1 from prive.lieux_de_rencontre')).toEqual([]);
  });

  it('s’efface avec la personne de l’entreprise qu’il nomme, ou dont il donne le numéro', async () => {
    for (const cite of [{ demander: 'Sam Effacé, au quai 2' }, { telephone: '01 99 00 00 77' }]) {
      const dossier = await Dossier.ouvrir(essai);
      await proposer(dossier, { ...LIEU, ...cite });
      const courriel = `sam.${dossier.parcours}@entreprise.example`;
      await essai.base.query(
        `update prive.contacts set courriel = $2, nom = 'Sam Effacé', telephone = '01 99 00 00 77'
         where parcours_id = $1 and role = 'entreprise-2'`,
        [dossier.parcours, courriel],
      );
      await essai.appeler('personne_effacer', { p_courriel: courriel, p_maintenant: LE });
      expect(await lieuDe(dossier)).toBeNull();
    }
  });

  it('s’efface aussi, comme son nom dans le marché, avec qui a passé la main', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await proposer(dossier, { ...LIEU, demander: 'Lou Parti, au quai 2' });
    const courriel = 'lou.parti@entreprise.example';
    await essai.base.query(
      "insert into prive.relais values ($1, 'entreprise-1', 'Lou Parti', $2, null, $3)",
      [dossier.parcours, courriel, LE],
    );
    await essai.base.query(
      "insert into prive.marches (parcours_id, entreprise, objet) values ($1, 'Lou Parti SARL', 'Propreté')",
      [dossier.parcours],
    );
    await essai.appeler('personne_effacer', { p_courriel: courriel, p_maintenant: LE });
    expect((await dossier.lire('equipe')).dossier).toMatchObject({
      lieu: null,
      marche: { entreprise: null, objet: 'Propreté' },
      relais: [],
    });
  });
});
