import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, contact, plusTard } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const CRENEAUX = {
  genre: 'creneaux-proposes',
  donnees: { creneaux: [{ debut: '2026-12-01T10:00', minutes: 60 }] },
};
const REPORT = { genre: 'report', donnees: { jusquAu: '2026-12-20', motif: 'activite' } };
const OUVERT = { genre: 'ouvert', donnees: { role: 'entreprise-2' } };
const RETRAIT = { evenements: [{ genre: 'retrait', donnees: {} }], clore: 'retiree' };
const CHANGE = {
  evenements: [{ genre: 'contact-change', donnees: { role: 'entreprise-1' } }],
  contact: { ...contact('entreprise-1', 'Noa Exemple'), courriel: 'noa@entreprise.example' },
};

const genres = async (dossier: Dossier, role: 'tutrice' | 'equipe' = 'equipe') =>
  (await dossier.lire(role)).evenements.map(({ genre }) => genre);

describe('une mise en relation', () => {
  it('donne à chacun son lien, et à personne celui d’un autre', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const postes = await essai.lignes<{ gabarit: string; lien: string; role: string }>(
      `select c.gabarit, c.donnees ->> 'lien' as lien, l.role from prive.courriels c
       join prive.liens l on l.id = (c.donnees ->> 'lien')::uuid and l.portee = 'suivre'
       where c.demande_id = $1`,
      [dossier.id],
    );
    expect(new Set(postes.map(({ lien }) => lien)).size).toBe(5);
    expect(postes.map(({ gabarit, role }) => `${gabarit} ${role}`).sort()).toEqual([
      'interet-confirme tutrice',
      'interet-copie acheteur',
      'interet-entreprise entreprise-1',
      'interet-entreprise entreprise-2',
      'interet-equipe equipe',
    ]);
    expect((await dossier.lire('tutrice')).evenements).toMatchObject([
      { genre: 'interet-confirme' },
      { genre: 'entreprise-contactee', donnees: { entreprises: 2, acheteurs: 1 } },
    ]);
  });
});

describe('une action', () => {
  it('écrit tout d’un coup : événement, texte libre à part, courriels', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const reponse = await dossier.agir('entreprise-1', {
      evenements: [{ ...CRENEAUX, precision: 'Entrée par la cour.' }],
      courriels: [
        { gabarit: 'suivi-nouvelle', destinataire: 'a@lycee.example', donnees: { objet: 'x' } },
      ],
    });
    const lu = await dossier.lire('tutrice');
    expect(reponse).toEqual({ statut: 'fait', vu: lu.vu, deja: false });
    expect(lu.evenements.at(-1)).toMatchObject({
      ...CRENEAUX,
      auteur: 'entreprise',
      precision: 'Entrée par la cour.',
    });
    expect(
      await essai.lignes(
        "select destinataire from prive.courriels where gabarit = 'suivi-nouvelle' and demande_id = $1",
        [dossier.id],
      ),
    ).toEqual([{ destinataire: 'a@lycee.example' }]);
    const [dans] = await essai.lignes<{ texte: boolean }>(
      "select bool_or(donnees::text like '%cour%') as texte from prive.evenements where demande_id = $1",
      [dossier.id],
    );
    expect(dans?.texte).toBe(false);
  });

  it('n’écrit rien du tout quand une de ses parties est refusée', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const avant = await dossier.lire('equipe');
    const ancien = await dossier.empreinte('entreprise-1');
    await expect(
      dossier.agir('entreprise-1', {
        ...CHANGE,
        courriels: [{ gabarit: 'Pas un gabarit', destinataire: 'a@b.example', donnees: {} }],
      }),
    ).rejects.toThrow(/23514/);
    await expect(
      dossier.agir('tutrice', { ...RETRAIT, heures: 10, clore: 'envolee' }),
    ).rejects.toThrow(/CSF04/);
    expect(await dossier.lire('equipe')).toEqual(avant);
    expect(await dossier.empreinte('entreprise-1')).toBe(ancien);
  });

  it('rejouée avec la même clé, ne s’écrit qu’une fois et répond « fait »', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const cle = randomUUID();
    const envoyer = () =>
      dossier.agir('entreprise-1', { evenements: [CRENEAUX] }, { cle, vu: avant.vu });
    const avant = await dossier.lire('equipe');
    const premiere = await envoyer();
    expect(await envoyer()).toEqual({ ...premiere, deja: true });
    expect((await genres(dossier)).filter((genre) => genre === CRENEAUX.genre)).toHaveLength(1);
    // La clé ne vaut que pour ce dossier et ce rôle : ailleurs elle n'apprend rien et n'arrête rien.
    const autre = await Dossier.ouvrir(essai);
    expect(await autre.agir('entreprise-1', { evenements: [CRENEAUX] }, { cle })).toMatchObject({
      statut: 'fait',
      deja: false,
    });
    expect(await dossier.agir('tutrice', { evenements: [] }, { cle, vu: avant.vu })).toMatchObject({
      statut: 'depasse',
    });
  });

  it('refuse une action sans événement, ou d’un rôle qui ne signe rien', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await expect(dossier.agir('tutrice', { evenements: [] })).rejects.toThrow(/CSF03/);
    await expect(
      dossier.agir('tutrice', { evenements: [CRENEAUX] }, { auteurs: { acheteur: 'acheteur' } }),
    ).rejects.toThrow(/CSF02/);
    expect(await genres(dossier)).toEqual(['interet-confirme', 'entreprise-contactee']);
  });

  it('confirme l’adresse du contact qui agit, et de lui seul', async () => {
    const dossier = await Dossier.ouvrir(essai);
    await dossier.agir('entreprise-2', { evenements: [OUVERT] }, { le: plusTard(1) });
    expect(
      await essai.lignes(
        'select role, confirme_le from prive.contacts where parcours_id = $1 and confirme_le is not null',
        [dossier.parcours],
      ),
    ).toEqual([{ role: 'entreprise-2', confirme_le: plusTard(1) }]);
  });
});

describe('deux personnes à la fois', () => {
  it('la seconde apprend qu’on a agi avant elle, et rien n’est perdu ni doublé', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const { vu } = await dossier.lire('equipe');
    const reponses = await Promise.all([
      dossier.agir('entreprise-1', { evenements: [CRENEAUX] }, { vu }),
      dossier.agir('entreprise-2', { evenements: [REPORT] }, { vu }),
    ]);
    expect(reponses.map(({ statut }) => statut).sort()).toEqual(['depasse', 'fait']);
    const lu = await dossier.lire('equipe');
    expect(lu.evenements).toHaveLength(3);
    expect(reponses.find(({ statut }) => statut === 'depasse')).toEqual({
      statut: 'depasse',
      vu: lu.vu,
    });
    // Après avoir relu, elle peut agir.
    expect(
      await dossier.agir('entreprise-2', { evenements: [REPORT] }, { vu: lu.vu }),
    ).toMatchObject({ statut: 'fait' });
  });

  it('une ouverture ou un rappel automatique arrivés entre-temps n’arrêtent personne', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const { vu } = await dossier.lire('equipe');
    await dossier.agir('entreprise-2', { evenements: [OUVERT] });
    await dossier.relancer('entreprise', 'rappel');
    expect(await dossier.agir('entreprise-1', { evenements: [CRENEAUX] }, { vu })).toMatchObject({
      statut: 'fait',
    });
  });

  it('un rappel envoyé à la main, lui, compte : il peut changer ce qui est attendu', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const { vu } = await dossier.lire('equipe');
    const relance = {
      genre: 'relance',
      donnees: { a: 'entreprise', palier: 'manuel', ancre: null },
    };
    await dossier.agir('acheteur', { evenements: [relance] }, { vu });
    expect(await dossier.agir('equipe', { evenements: [relance] }, { vu })).toMatchObject({
      statut: 'depasse',
    });
  });

  it('un événement qui n’existe pas encore n’est pas « vu »', async () => {
    const dossier = await Dossier.ouvrir(essai);
    expect(await dossier.agir('tutrice', { evenements: [] }, { vu: 999_999_999 })).toMatchObject({
      statut: 'depasse',
    });
  });
});
