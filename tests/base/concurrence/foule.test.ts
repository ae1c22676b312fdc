import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, plusTard, unLien } from '../fabriques.ts';
import { Dossier } from '../suivi-fabriques.ts';
import { BaseReelle } from './base-reelle.ts';

let base: BaseReelle;
let essai: BaseDEssai;
beforeAll(async () => {
  base = await BaseReelle.ouvrir();
  essai = BaseDEssai.sur(base);
});
afterAll(() => base.close());

/** Des nombres qui se suivent à partir de un. */
const rangs = (nombre: number) => Array.from({ length: nombre }, (_, rang) => rang + 1);

describe('deux cents personnes, cent connexions, un parcours', () => {
  it('une seule devient active, les autres prennent rang sans trou, dans l’ordre des confirmations', async () => {
    const parcours = await essai.unParcours({ heures: 1500 });
    const liens = rangs(200).map(unLien);
    await Promise.all(liens.map((lien) => essai.creer(parcours, {}, { lien })));
    const bilans = await Promise.all(liens.map(({ empreinte }) => essai.confirmer(empreinte)));
    expect(base.groupe.totalCount).toBe(100);
    expect(bilans.filter(({ statut }) => statut === 'active')).toHaveLength(1);
    const attendent = bilans.filter(({ statut }) => statut === 'en-attente');
    expect(attendent.map(({ rang }) => Number(rang)).sort((a, b) => a - b)).toEqual(rangs(199));
    const file = await essai.lignes<{ reference: string; etat: string }>(
      'select reference, etat from prive.demandes where parcours_id = $1 order by ordre',
      [parcours],
    );
    const parRang = attendent.sort((a, b) => Number(a.rang) - Number(b.rang));
    expect(file[0]?.etat).toBe('active');
    expect(file.slice(1).map(({ reference }) => reference)).toEqual(
      parRang.map(({ reference }) => reference),
    );
  });

  it('cent clics sur le même lien ne confirment qu’une fois', async () => {
    const parcours = await essai.unParcours();
    const lien = unLien();
    await essai.creer(parcours, {}, { lien });
    const bilans = await Promise.all(rangs(100).map(() => essai.confirmer(lien.empreinte)));
    // Le même bilan pour tous ; tous sauf un apprennent en plus que c'était déjà fait.
    const sansDeja = bilans.map(({ deja: _, ...bilan }) => JSON.stringify(bilan));
    expect(new Set(sansDeja).size).toBe(1);
    expect(bilans.filter(({ deja }) => deja !== true)).toHaveLength(1);
    expect(bilans[0]).toMatchObject({ statut: 'active' });
    const gabarits = await essai.gabarits(parcours);
    expect(gabarits.filter((gabarit) => gabarit === 'interet-confirme')).toHaveLength(1);
  });
});

describe('deux personnes à la fois sur un dossier', () => {
  const CRENEAUX = {
    genre: 'creneaux-proposes',
    donnees: { creneaux: [{ debut: '2026-12-01T10:00', minutes: 60 }] },
  };
  const REPORT = { genre: 'report', donnees: { jusquAu: '2026-12-20', motif: 'activite' } };

  it('l’une agit, l’autre apprend qu’on a agi avant elle', async () => {
    const dossiers = await Promise.all(rangs(25).map(() => Dossier.ouvrir(essai)));
    const reponses = await Promise.all(
      dossiers.map(async (dossier) => {
        const { vu } = await dossier.lire('equipe');
        return Promise.all([
          dossier.agir('entreprise-1', { evenements: [CRENEAUX] }, { vu }),
          dossier.agir('entreprise-2', { evenements: [REPORT] }, { vu }),
        ]);
      }),
    );
    for (const [rang, deux] of reponses.entries()) {
      expect(deux.map(({ statut }) => statut).sort()).toEqual(['depasse', 'fait']);
      expect((await dossiers[rang]?.lire('equipe'))?.evenements).toHaveLength(3);
    }
  });
});

describe('les rappels, pendant que chacun agit', () => {
  it('ne bloquent personne, ne partent pas deux fois, et s’effacent devant une action', async () => {
    const dossiers = await Promise.all(rangs(30).map(() => Dossier.ouvrir(essai)));
    const items = await Promise.all(
      dossiers.map(async (dossier) =>
        dossier.rappel('tutrice', 'rappel', await dossier.dernierActe()),
      ),
    );
    const lot = items.map((item, rang) => ({
      courriel: `alix.${rang}@lycee.example`,
      gabarit: 'suivi-relance',
      donnees: {},
      items: [item],
    }));
    const relancer = (p_lot: typeof lot) =>
      essai.appeler<{ courriels: number; ecartees: number; echecs: string[] }>('relances_ecrire', {
        p_lot,
        p_maintenant: plusTard(1),
      });
    const retrait = { evenements: [{ genre: 'retrait', donnees: {} }], clore: 'retiree' };
    const ouvert = { evenements: [{ genre: 'ouvert', donnees: { role: 'entreprise-1' } }] };
    const [passages, actions] = await Promise.all([
      Promise.all([relancer(lot), relancer(lot.toReversed()), relancer(lot)]),
      Promise.all(
        dossiers.map((dossier, rang) =>
          rang % 2 === 0 ? dossier.agir('tutrice', retrait) : dossier.agir('entreprise-1', ouvert),
        ),
      ),
    ]);
    expect(passages.flatMap(({ echecs }) => echecs)).toEqual([]);
    expect(new Set(actions.map(({ statut }) => statut))).toEqual(new Set(['fait']));
    const [ecrits] = await essai.lignes<{ rappels: number; courriels: number }>(
      `select (select count(*)::integer from prive.evenements where genre = 'relance') as rappels,
         (select count(*)::integer from prive.courriels where gabarit = 'suivi-relance') as courriels`,
    );
    expect(ecrits?.rappels).toBeLessThanOrEqual(lot.length);
    expect(ecrits?.courriels).toBe(ecrits?.rappels);
    expect(ecrits?.courriels).toBe(passages.reduce((somme, { courriels }) => somme + courriels, 0));
  });
});
