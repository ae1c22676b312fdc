import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statistiqueSchema } from '../../src/chiffres/regles/statistiques.ts';
import { BaseDEssai, LE, plusTard, REGLAGES } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeEach(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterEach(() => essai.fermer());

type Ligne = {
  groupe: string;
  cle: string;
  mesure: string;
  effectif: number;
  mediane: number | null;
  repartition: Record<string, number> | null;
};

const jour = (jours: number) =>
  plusTard(24 * jours)
    .toISOString()
    .slice(0, 10);

/** Lit les chiffres comme le fait la construction du site : sans aucun droit. */
async function lire(groupe: string, mesure: string): Promise<Ligne[]> {
  const lignes = await essai.base.transaction(async (transaction) => {
    await transaction.exec('set local role anon');
    return (await transaction.query<Ligne>('select * from public.statistiques')).rows;
  });
  // Le site refuse de se construire sur une ligne qu'il ne comprend pas.
  for (const ligne of lignes) expect(statistiqueSchema.parse(ligne)).toEqual(ligne);
  return lignes.filter((ligne) => ligne.groupe === groupe && ligne.mesure === mesure);
}

const CRENEAUX = {
  genre: 'creneaux-proposes',
  donnees: { creneaux: [{ debut: '2027-03-01T10:00', minutes: 60 }] },
};

/** Des demandes dont l'entreprise répond après tant de jours ; jamais, avec null. */
async function repondre(academie: string, delais: (number | null)[], reponse: object = CRENEAUX) {
  const dossiers: Dossier[] = [];
  for (const delai of delais) {
    const dossier = await Dossier.ouvrir(essai, { academie });
    dossiers.push(dossier);
    if (delai === null) continue;
    await dossier.agir('entreprise-1', { evenements: [reponse] }, { le: plusTard(24 * delai) });
  }
  return dossiers;
}

describe('les chiffres publiés', () => {
  it('disent la médiane et la répartition des réponses', async () => {
    await repondre('rennes', [0, 1, 2, 3, 3, 20, 21, 22, 25, 30, 50]);
    expect(await lire('ensemble', 'reponse')).toEqual([
      {
        groupe: 'ensemble',
        cle: '',
        mesure: 'reponse',
        effectif: 11,
        mediane: 20,
        // Les intervalles vides ou trop petits se réunissent à leur voisin.
        repartition: { '0-3': 5, '4+': 6 },
      },
    ]);
    expect(await lire('academie', 'reponse')).toMatchObject([{ cle: 'rennes', effectif: 11 }]);
    expect(await lire('mois', 'reponse')).toMatchObject([{ cle: '2026-11', effectif: 11 }]);
    expect(await lire('parcours', 'reponse')).toEqual([]);
  });

  it('taisent un groupe de moins de cinq, et celui qui le trahirait', async () => {
    await repondre('rennes', [1, 1, 1, 1, 1, 1, 1]);
    await repondre('lille', [2, 2, 2, 2, 2]);
    const visibles = async () => (await lire('academie', 'reponse')).map(({ cle }) => cle).sort();
    expect(await visibles()).toEqual(['lille', 'rennes']);
    await repondre('corse', [9]);
    // L'ensemble (13) moins Rennes (7) moins Lille (5) dirait la réponse de la Corse : Lille se tait aussi.
    expect(await visibles()).toEqual(['rennes']);
    expect(await lire('ensemble', 'reponse')).toMatchObject([{ effectif: 13 }]);
    await repondre('paris', [9, 9, 9, 9]);
    expect(await visibles()).toEqual(['lille', 'rennes']);
  });

  it('ne laissent paraître aucun compte entre un et quatre', async () => {
    await repondre('rennes', [0, 5, 9, 9, 9, 9, 16, 16, 17, 33, 45, 46]);
    await repondre('lille', [0, 0, 0, 0, 0, 0, null, null]);
    const lignes = await essai.lignes<Ligne>('select * from public.statistiques');
    const comptes = lignes.flatMap(({ effectif, repartition }) => [
      effectif,
      ...Object.values(repartition ?? {}),
    ]);
    expect(comptes.length).toBeGreaterThan(10);
    expect(comptes.filter((compte) => compte > 0 && compte < 5)).toEqual([]);
    for (const { mesure, effectif, repartition } of lignes)
      if (repartition && mesure !== 'avec-un-jeune')
        expect(Object.values(repartition).reduce((somme, compte) => somme + compte, 0)).toBe(
          effectif,
        );
  });

  it('comptent une réunion ou un accueil comme une réponse, et leurs propres délais', async () => {
    for (let rang = 0; rang < 5; rang += 1) {
      const dossier = await Dossier.ouvrir(essai);
      const le = plusTard(24 * 40);
      await dossier.agir(
        'tutrice',
        {
          evenements: [
            { genre: 'reunion-tenue', donnees: { le: jour(6) } },
            { genre: 'convention-signee', donnees: { le: jour(9) } },
            { genre: 'accueil-commence', donnees: { le: jour(35) } },
          ],
        },
        { le },
      );
    }
    expect(await lire('ensemble', 'reponse')).toMatchObject([
      { mediane: 6, repartition: { '0+': 5 } },
    ]);
    expect(await lire('ensemble', 'reunion')).toMatchObject([{ mediane: 6 }]);
    expect(await lire('ensemble', 'accueil')).toMatchObject([{ mediane: 35 }]);
    expect(await lire('ensemble', 'reponse-a-temps')).toMatchObject([
      { effectif: 5, mediane: null, repartition: { 'a-temps': 5, 'en-retard': 0 } },
    ]);
  });

  it('comptent une réponse par courriel le jour où elle arrive, une fois dite, et tant qu’on ne s’est pas dédit', async () => {
    const courriel = { genre: 'reponse-par-courriel', donnees: { role: 'entreprise-1' } };
    const dossiers: Dossier[] = [];
    for (let rang = 0; rang < 5; rang += 1) {
      const dossier = await Dossier.ouvrir(essai);
      for (const [jours, donnees] of [
        [1, { role: 'tutrice' }],
        [4, courriel.donnees],
        [5, courriel.donnees],
      ] as const)
        await essai.lignes(
          "select prive.journaliser($1, $2, $3, 'systeme', $4::jsonb, $5::timestamptz)",
          [dossier.parcours, dossier.id, courriel.genre, donnees, plusTard(24 * jours)],
        );
      dossiers.push(dossier);
    }
    const dire = async (genre: string, jours: number) => {
      for (const dossier of dossiers)
        await dossier.agir(
          'tutrice',
          { evenements: [{ genre, donnees: {} }] },
          { le: plusTard(24 * jours) },
        );
      return (await lire('ensemble', 'reponse')).map(({ mediane }) => mediane);
    };
    expect(await lire('ensemble', 'reponse')).toEqual([]);
    expect(await dire('reponse-confirmee', 9)).toEqual([4]);
    expect(await dire('reponse-ecartee', 10)).toEqual([]);
  });

  it.each([
    ['debut-propose', { aPartirDu: '2027-09-06' }],
    ['report-demande', { jusquAu: '2027-09-06', motif: 'activite' }],
  ])('comptent comme une réponse la date qu’elle propose : %s', async (genre, donnees) => {
    await repondre('rennes', [5, 5, 5, 5, 5], { genre, donnees });
    expect(await lire('ensemble', 'reponse')).toMatchObject([{ mediane: 5 }]);
  });

  it('comptent une réponse rapportée du jour où elle est notée, mais pas « ce n’est pas la bonne personne »', async () => {
    const mediane = async () => (await lire('ensemble', 'reponse')).map(({ mediane: m }) => m);
    const dossiers = await repondre('rennes', [null, null, null, null, null]);
    const noter = async (quoi: string, jours: number) => {
      const evenement = { genre: 'reponse-rapportee', donnees: { canal: 'telephone', quoi } };
      for (const dossier of dossiers)
        await dossier.agir('tutrice', { evenements: [evenement] }, { le: plusTard(24 * jours) });
    };
    await noter('mauvaise-personne', 2);
    expect(await mediane()).toEqual([]);
    await noter('rappel', 6);
    expect(await mediane()).toEqual([6]);
  });

  it('disent combien de parcours publiés ont eu un jeune', async () => {
    for (let rang = 0; rang < 5; rang += 1) await essai.unParcours();
    for (let rang = 0; rang < 5; rang += 1) {
      const dossier = await Dossier.ouvrir(essai);
      await dossier.agir('tutrice', {
        evenements: [{ genre: 'accueil-commence', donnees: { le: jour(0) } }],
      });
    }
    expect(await lire('ensemble', 'avec-un-jeune')).toMatchObject([
      { effectif: 10, repartition: { avec: 5, sans: 5 } },
    ]);
    expect(await lire('academie', 'avec-un-jeune')).toMatchObject([
      { cle: 'rennes', effectif: 10 },
    ]);
  });

  it('oublient un accueil que l’équipe a ramené à zéro heure, jusqu’à ce qu’elle le rétablisse', async () => {
    const fin = { evenements: [{ genre: 'accueil-termine', donnees: { heures: 35 } }] };
    const commence = { genre: 'accueil-commence', donnees: { le: jour(0) } };
    const dossiers: Dossier[] = [];
    for (let rang = 0; rang < 5; rang += 1) {
      const dossier = await Dossier.ouvrir(essai);
      await dossier.agir('tutrice', { evenements: [commence] });
      await dossier.agir('equipe', { ...fin, clore: 'terminee', heures: 35 });
      dossiers.push(dossier);
    }
    const corriger = async (heures: number) => {
      for (const dossier of dossiers)
        await dossier.agir('equipe', {
          evenements: [{ genre: 'heures-corrigees', donnees: { heures, auLieuDe: 35 } }],
          heures,
        });
    };
    const vus = async () => [
      (await lire('ensemble', 'avec-un-jeune')).map(({ repartition }) => repartition),
      (await lire('ensemble', 'accueil')).map(({ effectif }) => effectif),
    ];
    expect(await vus()).toEqual([[{ avec: 5, sans: 0 }], [5]]);
    await corriger(0);
    expect(await vus()).toEqual([[{ avec: 0, sans: 5 }], []]);
    await corriger(20);
    expect(await vus()).toEqual([[{ avec: 5, sans: 0 }], [5]]);
  });

  it('suivent les bornes que le site leur remet', async () => {
    await repondre('rennes', [1, 1, 9, 9, 9]);
    const { bornes, academies: p_academies } = REGLAGES;
    const deux = [...bornes];
    deux[3] = 10;
    await essai.appeler('regler', { p_bornes: deux, p_academies });
    expect(await lire('ensemble', 'reponse-a-temps')).toMatchObject([{ effectif: 5 }]);
    deux[3] = 9;
    await essai.appeler('regler', { p_bornes: deux, p_academies });
    // Deux réponses à temps, trois en retard : moins de cinq de chaque côté, la répartition se tait.
    expect(await lire('ensemble', 'reponse-a-temps')).toMatchObject([{ repartition: null }]);
  });

  it('survivent à la purge : ce sont des dates, pas des personnes', async () => {
    const dossiers = await repondre('rennes', [1, 1, 1, 1, 1]);
    for (const dossier of dossiers) await essai.retirer(await dossier.empreinte('tutrice'));
    const avant = await lire('ensemble', 'reponse');
    await essai.purger(plusTard(24 * 400, LE));
    expect(await essai.lignes('select 1 from prive.demandes where courriel is not null')).toEqual(
      [],
    );
    expect(await lire('ensemble', 'reponse')).toEqual(avant);
  });
});
