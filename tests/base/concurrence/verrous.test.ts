import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITES_DES_CONTACTS } from '../../../src/formulaire/regles/limites.ts';
import { tirerReference, tirerSignes } from '../../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, desLiens, EQUIPE, LE, PARCOURS, plusTard } from '../fabriques.ts';
import type { Reponse } from '../fabriques.ts';
import { Dossier } from '../suivi-fabriques.ts';
import { BaseReelle } from './base-reelle.ts';

let base: BaseReelle;
let essai: BaseDEssai;
beforeAll(async () => {
  base = await BaseReelle.ouvrir();
  essai = BaseDEssai.sur(base);
});
afterAll(() => base.close());

const PARCOURS_TENU = 'select 1 from prive.parcours where id = $1';

const importer = (ids: string[], champs: Record<string, unknown> = {}) =>
  essai.appeler<Reponse[]>('parcours_importer', {
    p_lignes: ids.map((id) => ({
      public: { ...PARCOURS, ...champs, id },
      contacts: [contact('entreprise-1')],
    })),
    p_maintenant: LE,
  });

const statuts = (reponses: Reponse[]) => [...new Set(reponses.map(({ statut }) => statut))];

describe('l’import et la tâche d’entretien, en même temps', () => {
  let ids: string[];
  /** Trois parcours que l'entretien doit chacun proposer : la réservation vient d'être levée. */
  beforeEach(async () => {
    ids = await Promise.all([1, 2, 3].map(() => essai.unParcours({ disponibilite: 'reserve' })));
    ids.sort();
    await Promise.all(ids.map((id) => essai.demander(id)));
    await base.query("update prive.parcours set disponibilite = 'disponible' where id = any ($1)", [
      ids,
    ]);
  });

  it.each(['du premier au dernier', 'du dernier au premier'])(
    'ne se bloquent pas, le fichier rangé %s',
    async (ordre) => {
      const fichier = ordre === 'du premier au dernier' ? ids : ids.toReversed();
      const [reponses, traitees] = await base.croiser(
        PARCOURS_TENU,
        [ids[1]],
        [() => importer(fichier), () => essai.expirer(desLiens(5))],
      );
      expect(statuts(reponses)).toEqual(['ecrite']);
      expect(reponses.map(({ id }) => id)).toEqual(fichier);
      expect(traitees).toBe(3);
    },
  );

  it('deux imports des mêmes parcours neufs, rangés à l’envers, passent l’un après l’autre', async () => {
    const neufs = Array.from({ length: 60 }, () => tirerSignes(8));
    const reponses = await Promise.all([
      importer(neufs),
      importer(neufs.toReversed(), { heures: 150 }),
    ]);
    expect(statuts(reponses.flat())).toEqual(['ecrite']);
  });
});

describe('la purge, pendant que l’on agit', () => {
  it('prend le parcours avant ses contacts, comme le suivi', async () => {
    const parcours = await essai.unParcours();
    const fin = {
      evenements: [
        { genre: 'accueil-termine', donnees: { heures: 150 } },
        { genre: 'bilan-fait', donnees: { le: '2026-11-23', suite: 'inconnue' } },
      ],
      clore: 'terminee',
      heures: 150,
    };
    // Le premier dossier est à rendre anonyme, le second se lit encore ; leur parcours est fini.
    const ancien = await Dossier.ouvrir(essai, { heures: 150 }, parcours);
    await ancien.agir('equipe', fin);
    const recent = await Dossier.ouvrir(essai, { heures: 150 }, parcours);
    await recent.agir('equipe', fin, { le: plusTard(24 * 200) });
    await base.query("update prive.parcours set fin_le = '2025-01-01' where id = $1", [parcours]);
    const le = plusTard(24 * 400);
    const change = {
      evenements: [{ genre: 'contact-change', donnees: { role: 'entreprise-1' } }],
      contact: contact('entreprise-1', 'Noa Exemple'),
    };
    const [purge, agi] = await base.croiser(
      "select 1 from prive.contacts where parcours_id = $1 and role = 'entreprise-1'",
      [parcours],
      [() => essai.purger(le), () => recent.agir('equipe', change, { le })],
    );
    expect(purge.demandesAnonymisees).toBeGreaterThanOrEqual(1);
    expect(agi).toMatchObject({ statut: 'fait' });
  });
});

describe('un rappel, pendant que l’on agit', () => {
  it('prend le parcours avant la demande, comme le suivi', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const item = dossier.rappel('tutrice', 'rappel', await dossier.dernierActe());
    const p_lot = [
      { courriel: 'alix@lycee.example', gabarit: 'suivi-relance', donnees: {}, items: [item] },
    ];
    const ouvert = { evenements: [{ genre: 'ouvert', donnees: { role: 'entreprise-1' } }] };
    const [relances, agi] = await base.croiser(
      'select 1 from prive.demandes where id = $1',
      [dossier.id],
      [
        () => essai.appeler('relances_ecrire', { p_lot, p_maintenant: LE }),
        () => dossier.agir('entreprise-1', ouvert),
      ],
    );
    expect(relances).toMatchObject({ relances: 1, echecs: [] });
    expect(agi).toMatchObject({ statut: 'fait' });
  });
});

describe('une déclaration qui confirme ses contacts, pendant que l’entreprise agit', () => {
  it('prend le parcours avant ses contacts, comme le suivi', async () => {
    const id = tirerSignes(8);
    const [contacts, equipe] = [desLiens(2), desLiens(1)];
    const siens = [contact('entreprise-1'), contact('entreprise-2')];
    await essai.appeler('declaration_creer', {
      p_declaration: {
        id: randomUUID(),
        cle: randomUUID(),
        reference: tirerReference('P'),
        public: { ...PARCOURS, id },
        contacts: [...siens, contact('acheteur')],
        acheteurCourriel: 'acheteur@acheteur.example',
      },
      p_liens: [...contacts, ...equipe],
      p_limites: [],
      p_equipe: EQUIPE,
      p_maintenant: LE,
    });
    await essai.appeler('declaration_valider', {
      p_empreinte: equipe[0]?.empreinte,
      p_accepte: true,
      p_motif: null,
      p_maintenant: LE,
    });
    const dossier = await Dossier.ouvrir(essai, {}, id);
    const ouvert = { evenements: [{ genre: 'ouvert', donnees: { role: 'entreprise-1' } }] };
    const [confirmee, agi] = await base.croiser(
      "select 1 from prive.contacts where parcours_id = $1 and role = 'entreprise-1'",
      [id],
      [
        () =>
          essai.appeler('declaration_confirmer_contacts', {
            p_empreinte: contacts[0]?.empreinte,
            p_contacts: siens,
            p_equipe: EQUIPE,
            p_limites: LIMITES_DES_CONTACTS,
            p_maintenant: LE,
          }),
        () => dossier.agir('entreprise-1', ouvert),
      ],
    );
    expect([confirmee.statut, agi.statut]).toEqual(['validee', 'fait']);
  });
});

describe('des heures restées sans réponse, pendant que l’équipe les corrige', () => {
  it.each(['le service d’abord', 'l’équipe d’abord'])(
    'ne se comptent qu’une fois, et celles des autres jeunes restent : %s',
    async (ordre) => {
      const parcours = await essai.unParcours({ heures: 600 });
      const fini = async (heures: number) => {
        const dossier = await Dossier.ouvrir(essai, { heures }, parcours);
        await dossier.agir('tutrice', {
          evenements: [{ genre: 'accueil-termine', donnees: { heures, comptees: 0 } }],
          clore: 'terminee',
          heures: 0,
          aConfirmer: heures,
        });
        return dossier;
      };
      const [corrige, autre] = [await fini(100), await fini(200)];
      const correction = {
        evenements: [{ genre: 'heures-corrigees', donnees: { heures: 40, auLieuDe: 100 } }],
        heures: 40,
      };
      const compter = (): Promise<unknown> => essai.compterSansReponse(plusTard(24 * 7));
      const corriger = (): Promise<unknown> =>
        corrige.agir('equipe', correction).then(({ statut }) => statut);
      const rendus = await base.croiser(
        PARCOURS_TENU,
        [parcours],
        ordre === 'le service d’abord' ? [compter, corriger] : [corriger, compter],
      );
      const [vu] = await essai.lignes(
        `select heures_faites as faites, heures_reservees as reservees
         from prive.parcours where id = $1`,
        [parcours],
      );
      const faites = rendus.includes('fait') ? 40 : 100;
      expect(vu).toEqual({ faites: faites + 200, reservees: 0 });
      const comptes = ({ evenements }: { evenements: { genre: string }[] }) =>
        evenements.filter(({ genre }) => genre.startsWith('heures-')).length;
      expect([comptes(await corrige.lire('equipe')), comptes(await autre.lire('equipe'))]).toEqual([
        1, 1,
      ]);
    },
  );
});
