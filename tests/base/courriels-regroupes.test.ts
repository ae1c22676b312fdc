import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITES_DU_SUIVI } from '../../supabase/functions/_shared/suivi/regles.ts';
import { BaseDEssai, LE, plusTard } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());
beforeEach(() => essai.base.exec('delete from prive.courriels; delete from prive.compteurs'));

/** Ce qu'une personne peut en causer à une autre en un jour. */
const MAX = 3;

/** Un geste d'un suivi, qui écrit à cette personne. */
const geste = (dossier: Dossier, destinataire: string, rang = 0, le = LE) =>
  dossier.agir(
    'tutrice',
    {
      evenements: [{ genre: 'interruption', donnees: {} }],
      courriels: [
        { gabarit: 'suivi-nouvelle', destinataire, donnees: { phrase: `Nouvelle ${rang}.` } },
      ],
    },
    { limites: LIMITES_DU_SUIVI, le },
  );

describe('ce qui est regroupé', () => {
  it('part dès que la limite le permet ; une fois parti, la suite attend de nouveau son tour', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await essai.base.exec('delete from prive.courriels');
    const a = 'camille@entreprise.example';
    const prendre = async (le: Date) =>
      (
        await essai.appeler<{ id: string; gabarit: string; donnees: { courriels?: unknown[] } }[]>(
          'courriels_prendre',
          { p_limite: 50, p_maintenant: le },
        )
      ).map(({ gabarit, donnees }) => [gabarit, donnees.courriels?.length ?? 1]);
    for (let rang = 0; rang < 5; rang += 1) await geste(dossier, a, rang);
    expect(await prendre(LE)).toHaveLength(MAX);
    await essai.base.exec("update prive.courriels set etat = 'envoye' where essais > 0");
    expect(await prendre(plusTard(23.9))).toEqual([]);
    await geste(dossier, a, 5, plusTard(23));
    expect(await prendre(plusTard(24))).toEqual([['regroupement', 3]]);
    // Il compte pour un : deux autres partent encore aussitôt, le suivant attend vingt-quatre heures après lui.
    for (let rang = 6; rang < 9; rang += 1) await geste(dossier, a, rang, plusTard(24));
    expect(await prendre(plusTard(24))).toHaveLength(MAX - 1);
    expect(await prendre(plusTard(47.9))).not.toContainEqual(['regroupement', 1]);
    expect(await prendre(plusTard(48))).toContainEqual(['regroupement', 1]);
  });

  it('quels que soient les instants, jamais plus de trois départs en vingt-quatre heures, et rien n’est perdu', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const a = 'camille@entreprise.example';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 25 }),
        async (ecarts) => {
          await essai.base.exec('delete from prive.courriels; delete from prive.compteurs');
          let minutes = 0;
          for (const ecart of ecarts) {
            minutes += ecart;
            const le = plusTard(minutes / 60);
            await essai.base.query(
              `update prive.courriels set premier_essai_le = $1, etat = 'envoye'
               where prochain_essai_le <= $1`,
              [le],
            );
            await geste(dossier, a, 0, le);
          }
          const lignes = await essai.lignes<{ part: Date; portes: number }>(
            `select prochain_essai_le as part,
               coalesce(jsonb_array_length(donnees -> 'courriels'), 1) as portes
             from prive.courriels where destinataire = $1 order by 1`,
            [a],
          );
          expect(lignes.reduce((somme, { portes }) => somme + portes, 0)).toBe(ecarts.length);
          lignes.forEach(({ part }, rang) => {
            const quatrieme = lignes[rang + MAX]?.part.getTime() ?? Infinity;
            expect(quatrieme - part.getTime()).toBeGreaterThanOrEqual(24 * 3_600_000);
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('l’empreinte s’efface avec les compteurs', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await geste(dossier, 'camille@entreprise.example');
    const fils = () => essai.lignes('select 1 from prive.courriels where fil is not null');
    expect(await fils()).not.toEqual([]);
    await essai.purger(plusTard(49));
    expect(await fils()).toEqual([]);
  });
});
