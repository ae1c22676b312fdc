import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_DU_LIEN } from '../../src/suivi/regles/mots.ts';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, desLiens, EQUIPE, LE, PARCOURS, unLien } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

type Lien = Record<'nom' | 'portee' | 'role' | 'empreinte', string> & { demande: string | null };

let essai: BaseDEssai;
let liens: Lien[];
const parEtat: Record<string, string> = {};

/** Deux dossiers complets, une demande en attente, une proposée, une déclaration, et toutes les listes. */
async function remplir(): Promise<void> {
  const dossiers = [await Dossier.ouvrir(essai), await Dossier.ouvrir(essai)];
  for (const dossier of dossiers)
    await essai.base.query(
      `insert into prive.contacts (parcours_id, role, courriel, cree_le)
       values ($1, 'prescripteur', $2, $3)`,
      [dossier.parcours, `prescripteur.${dossier.parcours}@acheteur.example`, LE],
    );
  await essai.appeler('liens_completer', { p_liens: desLiens(5), p_maintenant: LE });
  await essai.demander(dossiers[0]?.parcours ?? '');
  const libre = await essai.unParcours();
  const premiere = await essai.demander(libre);
  await essai.demander(libre);
  await essai.retirer(premiere.lien.empreinte, unLien());
  await essai.appeler('declaration_creer', {
    p_declaration: {
      id: randomUUID(),
      cle: randomUUID(),
      reference: tirerReference('P'),
      public: { ...PARCOURS, id: tirerSignes(8) },
      contacts: [contact('entreprise-1'), contact('entreprise-2'), contact('acheteur')],
      acheteurCourriel: 'acheteur@acheteur.example',
    },
    p_liens: desLiens(3),
    p_limites: [],
    p_equipe: EQUIPE,
    p_maintenant: LE,
  });
  for (const [courriel, genre, academie] of [
    ['membre@csf.example', 'equipe', null],
    ['coordination@rennes.example', 'coordination', 'rennes'],
  ] as const) {
    await essai.appeler('membres_ajouter', {
      p_courriel: courriel,
      p_genre: genre,
      p_academie: academie,
      p_maintenant: LE,
    });
  }
  const acheteurs = await essai.lignes<{ courriel: string }>(
    "select courriel from prive.contacts where role in ('acheteur', 'prescripteur')",
  );
  for (const courriel of [
    'membre@csf.example',
    'coordination@rennes.example',
    ...acheteurs.map((acheteur) => acheteur.courriel),
  ])
    await essai.appeler('liens_retrouver', {
      p_courriel: courriel,
      p_equipe: EQUIPE,
      p_liens: desLiens(4),
      p_limites: [],
      p_maintenant: LE,
    });
}

beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  await remplir();
  liens = await essai.lignes<Lien>(
    `select l.portee || ' ' || l.role || ' ' || coalesce(d.reference, l.courriel, '') as nom, portee,
       l.role, l.demande_id as demande, encode(empreinte, 'hex') as empreinte
     from prive.liens l left join prive.demandes d on d.id = l.demande_id
     where l.annule_le is null order by 1`,
  );
  for (const { id, etat } of await essai.lignes<{ id: string; etat: string }>(
    'select id, etat from prive.demandes',
  ))
    parEtat[id] = etat;
});
afterAll(() => essai.fermer());

const FERME = ['lien-inconnu', 'lien-expire'];

/** Chaque porte du service : ce qu'on y présente, et les portées qu'elle accepte. */
const PORTES: { nom: string; portees: string[]; parametres: (empreinte: string) => object }[] = [
  { nom: 'suivi_lire', portees: ['suivre'], parametres: () => ({}) },
  {
    nom: 'suivi_agir',
    portees: ['suivre'],
    // Rien n'est écrit : « vu » n'existe pas encore.
    parametres: () => ({
      p_cle: randomUUID(),
      p_vu: 999_999_999,
      p_auteurs: ROLE_DU_LIEN,
      p_ecrire: { evenements: [] },
      p_liens: [],
      p_valable: '72 hours',
      p_limites: [],
    }),
  },
  {
    nom: 'tableau_lire',
    portees: ['dossiers', 'equipe', 'coordination'],
    parametres: () => ({}),
  },
  {
    nom: 'tableau_agir',
    portees: ['equipe'],
    parametres: () => ({ p_action: 'renvoyer-courriel', p_id: randomUUID() }),
  },
  ...['confirmer-demande', 'suivre', 'accepter-proposition'].map((portee) => ({
    nom: 'demande_lire',
    portees: [portee],
    parametres: () => ({ p_portee: portee }),
  })),
  ...['confirmer-contacts', 'valider-declaration'].map((portee) => ({
    nom: 'declaration_lire',
    portees: [portee],
    parametres: () => ({ p_portee: portee }),
  })),
  {
    nom: 'declaration_confirmer_contacts',
    portees: ['confirmer-contacts'],
    parametres: () => ({ p_contacts: [], p_equipe: EQUIPE, p_limites: [] }),
  },
  {
    nom: 'declaration_valider',
    portees: ['valider-declaration'],
    parametres: () => ({ p_accepte: false, p_motif: 'Essai' }),
  },
  {
    nom: 'demande_confirmer',
    portees: ['confirmer-demande'],
    parametres: () => ({ p_liens: desLiens(8), p_equipe: EQUIPE, p_limites: [] }),
  },
  {
    nom: 'proposition_accepter',
    portees: ['accepter-proposition'],
    parametres: () => ({ p_liens: desLiens(8), p_equipe: EQUIPE, p_limites: [] }),
  },
];

describe('un lien n’ouvre que ce pour quoi il est fait', () => {
  it('toutes les portées et tous les rôles sont essayés', () => {
    const portees = new Set(liens.map(({ portee }) => portee));
    expect([...portees].sort()).toEqual([
      'accepter-proposition',
      'confirmer-contacts',
      'confirmer-demande',
      'coordination',
      'dossiers',
      'equipe',
      'suivre',
      'valider-declaration',
    ]);
    expect(
      new Set(liens.filter(({ portee }) => portee === 'suivre').map(({ role }) => role)).size,
    ).toBe(6);
    expect(Object.values(parEtat)).toEqual(expect.arrayContaining(['en-attente', 'proposee']));
  });

  it('chaque lien devant chaque porte', async () => {
    const ouvertes: string[] = [];
    for (const lien of liens)
      for (const porte of PORTES) {
        const { statut } = await essai.appeler(porte.nom, {
          p_empreinte: lien.empreinte,
          ...porte.parametres(lien.empreinte),
          p_maintenant: LE,
        });
        if (!FERME.includes(statut))
          ouvertes.push(`${porte.nom}(${porte.portees.join()}) ${lien.nom}`);
      }
    expect(ouvertes.sort()).toEqual(
      liens
        .flatMap(({ portee, nom }) =>
          PORTES.filter(({ portees }) => portees.includes(portee)).map(
            (porte) => `${porte.nom}(${porte.portees.join()}) ${nom}`,
          ),
        )
        .sort(),
    );
  });

  it('chaque lien dit lui-même ce qu’il ouvre ; annulé, il ne dit plus rien', async () => {
    const lire = (empreinte: string) =>
      essai.appeler<{ portee: string | null; lu: { statut: string } }>('lien_lire', {
        p_empreinte: empreinte,
        p_maintenant: LE,
      });
    for (const { nom, portee, empreinte } of liens) {
      const { lu, ...reste } = await lire(empreinte);
      expect(reste, nom).toEqual({ portee });
      expect(FERME, nom).not.toContain(lu.statut);
    }
    const annules = await essai.lignes<{ empreinte: string }>(
      "select encode(empreinte, 'hex') as empreinte from prive.liens where annule_le is not null",
    );
    for (const { empreinte } of [...annules, { empreinte: '00'.repeat(32) }])
      expect(await lire(empreinte)).toEqual({ portee: null, lu: { statut: 'lien-inconnu' } });
  });

  it('chaque lien de suivi n’ouvre que son dossier, avec son rôle', async () => {
    const suivis = liens.filter(({ portee }) => portee === 'suivre');
    expect(suivis.length).toBeGreaterThanOrEqual(14);
    for (const { role, demande, empreinte } of suivis) {
      const lu = await essai.appeler<{ role: string; dossier: { id: string } }>('suivi_lire', {
        p_empreinte: empreinte,
        p_maintenant: LE,
      });
      expect([lu.role, lu.dossier.id]).toEqual([role, demande]);
    }
  });

  it('seul un lien de tutrice retire une demande', async () => {
    for (const { nom, role, empreinte } of liens.filter((lien) => lien.role !== 'tutrice'))
      expect((await essai.retirer(empreinte)).statut, `${nom} ${role}`).toBe('lien-inconnu');
    expect(await essai.lignes("select 1 from prive.demandes where etat = 'retiree'")).toHaveLength(
      1,
    );
  });

  it('un tableau d’acheteur ne montre que ses dossiers, et de leurs liens que le sien', async () => {
    const listes = liens.filter(({ portee }) => portee === 'dossiers');
    expect(listes.length).toBeGreaterThanOrEqual(4);
    for (const { nom, role, empreinte } of listes) {
      const lu = await essai.appeler<{
        courriel: string;
        lignes: {
          liens: { role: string }[];
          contacts: { role: string; courriel: string }[];
        }[];
      }>('tableau_lire', { p_empreinte: empreinte, p_maintenant: LE });
      expect(lu.lignes.length, nom).toBeLessThanOrEqual(1);
      for (const ligne of lu.lignes) {
        expect(ligne.contacts.filter(({ courriel }) => courriel === lu.courriel)).toMatchObject([
          { role },
        ]);
        expect(ligne.liens).toMatchObject([{ role }]);
      }
    }
  });
});
