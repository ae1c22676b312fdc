import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../supabase/functions/_shared/config.ts';
import { relancer } from '../../supabase/functions/taches/relancer.ts';
import { BaseDEssai, desLiens, EQUIPE, plusTard } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(async () => {
  await Promise.allSettled(enFond);
  await essai.fermer();
});

/** La Corse fixe ses vacances : aucune n'y retient la question. */
const DEMANDE = { academie: 'corse', debutLe: '2026-12-01' };
const CONFIG: Config = {
  supabaseUrl: 'https://service.example',
  cleService: '',
  site: 'https://csf.example',
  secretLiens: 'un-secret-des-essais',
  secretDefi: '',
  secretTaches: '',
  secretRemises: '',
  domaineReponses: '',
  cleResend: '',
  // Personne n'y répond : aucun courriel ne part d'un essai.
  adresseResend: 'http://127.0.0.1:9',
  expediteur: EQUIPE,
  equipe: EQUIPE,
  reconstruction: '',
};
const jour = (jours: number) => plusTard(24 * jours);

/* Ce que la tâche laisse partir sans l'attendre : la base ne se ferme pas avant. */
const enFond: Promise<unknown>[] = [];

/** La vraie tâche des rappels, sur la base des essais, ce jour-là. */
async function relances(jours: number) {
  const reponse = await relancer(new Request('https://service.example'), {
    base: {
      appeler: async (fonction, parametres, schema) =>
        schema.parse(await essai.appeler(fonction, parametres)),
    },
    config: CONFIG,
    maintenant: () => jour(jours),
    enArriere: (travail) => enFond.push(travail),
  });
  return (await reponse.json()) as { closes: number; courriels: number };
}

const journal = async ({ id }: Pick<Dossier, 'id'>) =>
  (
    await essai.lignes<{ genre: string }>(
      'select genre from prive.evenements where demande_id = $1 order by id',
      [id],
    )
  ).map(({ genre }) => genre);
const etatDe = async ({ id }: Pick<Dossier, 'id'>) =>
  (await essai.lignes<{ etat: string }>('select etat from prive.demandes where id = $1', [id]))[0]
    ?.etat;
const recus = (adresse: string, gabarit: string) =>
  essai.lignes<{ donnees: Record<string, unknown> }>(
    'select donnees from prive.courriels where destinataire = $1 and gabarit = $2 order by cree_le',
    [adresse, gabarit],
  );
const clos = (parcours: string) =>
  essai.lignes<{ destinataire: string; donnees: Record<string, unknown> }>(
    `select destinataire, donnees from prive.courriels
     where gabarit = 'dossier-clos' and donnees -> 'parcours' ->> 'id' = $1 order by destinataire`,
    [parcours],
  );

/** Une demande en liste d'attente derrière celle d'un autre jeune. */
async function enAttente(parcours: string, courriel: string) {
  const { bilan } = await essai.demander(parcours, { ...DEMANDE, courriel });
  const [demande] = await essai.lignes<{ id: string; etat: string }>(
    'select id, etat from prive.demandes where reference = $1',
    [bilan.reference],
  );
  if (demande?.etat !== 'en-attente') throw new Error(JSON.stringify(bilan));
  return Dossier.deja(essai, parcours, demande.id);
}

describe('une demande que la tutrice laisse dormir', () => {
  it('reçoit la question au bout de 30 jours, une fois, puis se clôt à 37 : chacun l’apprend', async () => {
    const dossier = await Dossier.ouvrir(essai, { ...DEMANDE, courriel: 'alix@dort.example' });
    const suivante = await enAttente(dossier.parcours, 'noa@attend.example');
    await relances(29);
    expect(await journal(dossier)).not.toContain('actualite-demandee');
    await relances(30);
    await relances(30);
    await relances(31);
    const [question, ...autres] = (await recus('alix@dort.example', 'suivi-relance')).filter(
      ({ donnees }) => JSON.stringify(donnees).includes('"palier":"actualite"'),
    );
    expect(autres).toEqual([]);
    expect(question?.donnees.items).toMatchObject([
      { role: 'tutrice', action: 'toujours-actuel', lien: expect.any(String) as string },
    ]);
    const [evenement] = await essai.lignes(
      `select auteur, donnees ->> 'closeLe' as close_le from prive.evenements
       where demande_id = $1 and genre = 'actualite-demandee'`,
      [dossier.id],
    );
    expect(evenement).toEqual({ auteur: 'systeme', close_le: '2026-12-30' });
    // Qui attend n'a rien fait non plus : la même question, à elle seule.
    expect(await recus('noa@attend.example', 'suivi-relance')).toHaveLength(1);
    await suivante.agir(
      'tutrice',
      { evenements: [{ genre: 'toujours-d-actualite', donnees: {} }] },
      { le: jour(32) },
    );

    expect((await relances(36)).closes).toBe(0);
    expect((await relances(37)).closes).toBe(1);
    expect(await etatDe(dossier)).toBe('retiree');
    expect((await journal(dossier)).at(-1)).toBe('demande-endormie');
    const fins = await clos(dossier.parcours);
    expect(fins.map(({ destinataire }) => destinataire.replace(/\..*@/, '@'))).toEqual([
      'acheteur@entreprise.example',
      'alix@dort.example',
      'entreprise-1@entreprise.example',
      'entreprise-2@entreprise.example',
      'equipe@csf.example',
    ]);
    for (const { destinataire, donnees } of fins) {
      const siennes = { raison: 'endormie', aLaTutrice: destinataire === 'alix@dort.example' };
      expect(donnees).toMatchObject(siennes);
      if (!siennes.aLaTutrice) expect(JSON.stringify(donnees)).not.toMatch(/dort|Alix/);
    }
    await essai.expirer(desLiens(5), jour(37));
    expect([await etatDe(dossier), await etatDe(suivante)]).toEqual(['retiree', 'proposee']);
    expect((await relances(38)).closes).toBe(0);
  });

  it('ne se clôt pas si elle répond, ou fait autre chose ; ce que font les autres ne compte pas', async () => {
    const [repond, agit, seule] = [
      await Dossier.ouvrir(essai, { ...DEMANDE, courriel: 'repond@dort.example' }),
      await Dossier.ouvrir(essai, { ...DEMANDE, courriel: 'agit@dort.example' }),
      await Dossier.ouvrir(essai, { ...DEMANDE, courriel: 'seule@dort.example' }),
    ];
    await relances(30);
    const le = jour(33);
    const ecrire = (
      dossier: Dossier,
      role: 'tutrice' | 'entreprise-1',
      genre: string,
      donnees = {},
    ) => dossier.agir(role, { evenements: [{ genre, donnees }] }, { le });
    await ecrire(repond, 'tutrice', 'toujours-d-actualite');
    await ecrire(agit, 'tutrice', 'reunion-tenue', { le: '2026-12-20' });
    await ecrire(seule, 'entreprise-1', 'ouvert', { role: 'entreprise-1' });
    await relances(37);
    expect([await etatDe(repond), await etatDe(agit), await etatDe(seule)]).toEqual([
      'active',
      'active',
      'retiree',
    ]);
    // Trente jours recommencent : la même question repart, et n'est pas prise pour un doublon.
    await relances(63);
    expect((await journal(repond)).filter((genre) => genre === 'actualite-demandee')).toHaveLength(
      2,
    );
  });

  it('reste quand quelqu’un agit entre la lecture et l’écriture', async () => {
    const dossier = await Dossier.ouvrir(essai, { ...DEMANDE, courriel: 'tard@dort.example' });
    await relances(30);
    const vu = await dossier.dernierActe();
    await dossier.agir(
      'tutrice',
      { evenements: [{ genre: 'toujours-d-actualite', donnees: {} }] },
      { le: jour(36) },
    );
    const p_lot = [{ demande: dossier.id, vu }];
    const endormir = () =>
      essai.appeler<number>('demandes_endormir', {
        p_lot,
        p_equipe: EQUIPE,
        p_maintenant: jour(37),
      });
    expect([await endormir(), await etatDe(dossier)]).toEqual([0, 'active']);
  });

  it('en liste d’attente, se clôt sans que personne d’autre ne l’apprenne', async () => {
    const parcours = await essai.unParcours({ disponibilite: 'reserve', finLe: null });
    const attente = await enAttente(parcours, 'lou@attend.example');
    await relances(30);
    expect(await journal(attente)).toEqual(['mise-en-attente', 'actualite-demandee']);
    await relances(37);
    expect(await etatDe(attente)).toBe('retiree');
    expect(await clos(parcours)).toMatchObject([
      { destinataire: 'lou@attend.example', donnees: { raison: 'endormie', aLaTutrice: true } },
    ]);
  });

  it('n’est pas interrogée une fois l’accueil commencé, quel que soit le silence', async () => {
    const dossier = await Dossier.ouvrir(essai, { ...DEMANDE, courriel: 'accueil@dort.example' });
    const evenements = [
      { genre: 'reunion-tenue', donnees: { le: '2026-11-23' } },
      { genre: 'convention-signee', donnees: { le: '2026-11-23' } },
      { genre: 'accueil-commence', donnees: { le: '2026-11-23' } },
    ];
    await dossier.agir('tutrice', { evenements });
    for (const jours of [30, 37, 60]) await relances(jours);
    expect(await journal(dossier)).not.toContain('actualite-demandee');
    expect(await etatDe(dossier)).toBe('active');
  });
});
