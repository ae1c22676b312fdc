import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_DU_LIEN } from '../../src/suivi/regles/mots.ts';
import { BaseDEssai, CONFIANCE, desLiens, EQUIPE, LE } from './fabriques.ts';
import { remplir } from './etancheite-fabriques.ts';

type Lien = Record<'nom' | 'portee' | 'role' | 'empreinte', string> & { demande: string | null };

let essai: BaseDEssai;
let liens: Lien[];
const parEtat: Record<string, string> = {};
let aRennes: string;

beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  await remplir(essai);
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
  aRennes = Object.keys(parEtat).find((id) => parEtat[id] === 'active') ?? '';
});
afterAll(() => essai.fermer());

const ADMETTRE = {
  p_liens: desLiens(8),
  p_equipe: EQUIPE,
  p_limites: [],
  p_confiance: CONFIANCE,
};

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
    portees: ['dossiers', 'demandes', 'equipe', 'coordination'],
    parametres: () => ({}),
  },
  {
    nom: 'tableau_agir',
    portees: ['equipe'],
    parametres: () => ({ p_action: 'renvoyer-courriel', p_id: randomUUID() }),
  },
  {
    nom: 'releve_decider',
    portees: ['equipe'],
    parametres: () => ({ p_releve: randomUUID(), p_accepte: true, p_liens: [] }),
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
    parametres: () => ADMETTRE,
  },
  {
    nom: 'proposition_accepter',
    portees: ['accepter-proposition'],
    parametres: () => ADMETTRE,
  },
  { nom: 'verification_lire', portees: ['verifier-personne'], parametres: () => ({}) },
  {
    nom: 'verification_repondre',
    portees: ['verifier-personne', 'equipe', 'coordination'],
    // Un tableau désigne une demande de son académie, qui n'est plus à vérifier : rien n'est écrit.
    parametres: () => ({
      p_demande: aRennes,
      p_connue: true,
      p_liens: desLiens(8),
      p_equipe: EQUIPE,
      p_limites: [],
    }),
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
      'demandes',
      'dossiers',
      'equipe',
      'suivre',
      'valider-declaration',
      'verifier-personne',
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
