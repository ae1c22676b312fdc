import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, desLiens, EQUIPE, LE, PARCOURS, plusTard } from './fabriques.ts';
import type { Reponse } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

type Contact = Omit<ReturnType<typeof contact>, 'telephone'> & { telephone: string | null };

const DEMAIN = plusTard(24);

async function importer(parcours: string, contacts: Contact[], le = DEMAIN) {
  const [reponse] = await essai.appeler<Reponse[]>('parcours_importer', {
    p_lignes: [{ public: { ...PARCOURS, id: parcours }, contacts }],
    p_maintenant: le,
  });
  expect(reponse).toMatchObject({ statut: 'ecrite' });
  return reponse?.contacts;
}

const enBase = (parcours: string, role = 'entreprise-1') =>
  essai.lignes<{ nom: string; courriel: string; telephone: string | null }>(
    'select nom, courriel, telephone from prive.contacts where parcours_id = $1 and role = $2',
    [parcours, role],
  );

const prevenir = (liens = desLiens(20), le = plusTard(25)) =>
  essai.appeler<number>('contacts_prevenir', { p_liens: liens, p_maintenant: le });

type Recu = { gabarit: string; donnees: { parcours: Dit[] } };
type Dit = {
  parcours: { id: string };
  role: string;
  dossiers?: { reference: string; lien: string }[];
};

const recus = ({ courriel }: Contact) =>
  essai.lignes<Recu>(
    `select gabarit, donnees from prive.courriels
     where destinataire = $1 and gabarit like 'contact-%' order by cree_le, gabarit`,
    [courriel],
  );
const gabarits = async (personne: Contact) => (await recus(personne)).map((c) => c.gabarit);

const LE_RELAIS = plusTard(26);

/** Passe la main sur le site, comme le fait la page de suivi. */
const passerLaMain = (dossier: Dossier, neuf: Contact) =>
  dossier.agir(
    'entreprise-1',
    {
      evenements: [{ genre: 'contact-change', donnees: { role: 'entreprise-1' } }],
      contact: neuf,
    },
    { le: LE_RELAIS },
  );

async function unDossier() {
  const dossier = await Dossier.ouvrir(essai);
  const premier = contact('entreprise-1');
  await importer(dossier.parcours, [premier]);
  await prevenir();
  return { dossier, premier };
}

describe('un contact changé sur le site', () => {
  it('reste quand l’export redonne l’ancien ; le nouveau garde son lien', async () => {
    const { dossier, premier } = await unDossier();
    const neuf = contact('entreprise-1', 'Noa Exemple');
    await passerLaMain(dossier, neuf);
    const lien = await dossier.empreinte('entreprise-1');
    const [garde] = (await importer(dossier.parcours, [premier])) as { changeLe: string }[];
    expect(garde).toMatchObject({ role: 'entreprise-1', etat: 'garde' });
    expect(new Date(garde?.changeLe ?? '')).toEqual(LE_RELAIS);
    expect(await enBase(dossier.parcours)).toMatchObject([{ courriel: neuf.courriel }]);
    expect(await dossier.empreinte('entreprise-1')).toBe(lien);
    expect(await dossier.lire('entreprise-1')).toMatchObject({ statut: 'ouvert' });
  });

  it('reste aussi quand l’export en donne un troisième, à chaque import', async () => {
    const { dossier } = await unDossier();
    const [neuf, troisieme] = [contact('entreprise-1'), contact('entreprise-1')];
    await passerLaMain(dossier, neuf);
    for (let fois = 0; fois < 2; fois += 1)
      expect(await importer(dossier.parcours, [troisieme])).toMatchObject([{ etat: 'garde' }]);
    expect(await enBase(dossier.parcours)).toMatchObject([{ courriel: neuf.courriel }]);
    await prevenir();
    expect([await gabarits(neuf), await gabarits(troisieme)]).toEqual([[], []]);
  });

  it('une fois reporté dans l’export, n’est plus un désaccord : l’export suivant est suivi', async () => {
    const { dossier } = await unDossier();
    const neuf = { ...contact('entreprise-1', 'Noa Exemple'), telephone: '01 99 00 12 34' };
    await passerLaMain(dossier, neuf);
    const reporte = { ...neuf, courriel: neuf.courriel.toUpperCase(), telephone: null };
    expect(await importer(dossier.parcours, [reporte])).toEqual([]);
    expect(await enBase(dossier.parcours)).toMatchObject([
      { nom: 'Noa Exemple', telephone: '01 99 00 12 34' },
    ]);
    const suivant = contact('entreprise-1');
    expect(await importer(dossier.parcours, [suivant])).toEqual([
      { role: 'entreprise-1', etat: 'remplace' },
    ]);
    expect(await enBase(dossier.parcours)).toMatchObject([{ courriel: suivant.courriel }]);
  });

  it('garde le téléphone corrigé sur le site, à la même adresse', async () => {
    const { dossier, premier } = await unDossier();
    await passerLaMain(dossier, { ...premier, telephone: '01 99 00 12 34' });
    expect(await importer(dossier.parcours, [premier])).toMatchObject([{ etat: 'garde' }]);
    expect(await enBase(dossier.parcours)).toMatchObject([{ telephone: '01 99 00 12 34' }]);
  });

  it('vient aussi d’une déclaration validée', async () => {
    const id = tirerSignes(8);
    const [equipe] = desLiens(1);
    const declare = [contact('entreprise-1'), contact('entreprise-2'), contact('acheteur')];
    await essai.appeler('declaration_creer', {
      p_declaration: {
        id: randomUUID(),
        cle: randomUUID(),
        reference: tirerReference('P'),
        public: { ...PARCOURS, id },
        contacts: declare,
        acheteurCourriel: 'acheteur@acheteur.example',
      },
      p_liens: [...desLiens(2), equipe],
      p_limites: [],
      p_equipe: EQUIPE,
      p_maintenant: LE,
    });
    await essai.appeler('declaration_valider', {
      p_empreinte: equipe?.empreinte,
      p_accepte: true,
      p_motif: null,
      p_maintenant: LE,
    });
    expect(await importer(id, [contact('acheteur')])).toMatchObject([
      { role: 'acheteur', etat: 'garde' },
    ]);
    expect(await enBase(id, 'acheteur')).toMatchObject([{ courriel: declare[2]?.courriel }]);
  });
});

describe('un contact que l’import remplace', () => {
  it('l’apprend, et le nouveau reçoit son lien vers chaque accueil en cours', async () => {
    const { dossier, premier } = await unDossier();
    const neuf = contact('entreprise-1', 'Noa Exemple');
    expect(await importer(dossier.parcours, [neuf])).toEqual([
      { role: 'entreprise-1', etat: 'remplace' },
    ]);
    expect(await dossier.lire('entreprise-1')).toMatchObject({ statut: 'lien-inconnu' });
    expect(await prevenir()).toBe(2);
    const [ancien] = (await recus(premier)).slice(-1);
    expect(ancien).toMatchObject({
      gabarit: 'contact-remplace',
      donnees: { parcours: [{ parcours: { id: dossier.parcours }, role: 'entreprise-1' }] },
    });
    const [designe] = await recus(neuf);
    expect(designe).toMatchObject({ gabarit: 'contact-designe' });
    const { lien } = await dossier.lire('entreprise-1');
    expect(designe?.donnees.parcours[0]?.dossiers?.map((d) => d.lien)).toEqual([lien]);
    expect(await prevenir()).toBe(0);
  });

  it('l’apprend même sans accueil en cours ; rejouer l’import n’écrit à personne', async () => {
    const parcours = await essai.unParcours();
    const [un, deux] = [contact('acheteur'), contact('acheteur')];
    await importer(parcours, [un]);
    await prevenir();
    await importer(parcours, [deux]);
    expect(await importer(parcours, [deux])).toEqual([]);
    await prevenir();
    expect([await gabarits(un), await gabarits(deux)]).toEqual([
      ['contact-designe', 'contact-remplace'],
      ['contact-designe'],
    ]);
    expect((await recus(deux))[0]?.donnees.parcours[0]?.dossiers).toEqual([]);
  });

  it('reçoit un seul courriel pour tous ses parcours, une fois l’import passé', async () => {
    const parcours = [await essai.unParcours(), await essai.unParcours(), await essai.unParcours()];
    const neuf = contact('entreprise-1');
    for (const id of parcours) await importer(id, [neuf]);
    expect(await prevenir(desLiens(20), plusTard(24.05))).toBe(0);
    await prevenir();
    const [unique, autre] = await recus(neuf);
    expect(autre).toBeUndefined();
    expect(unique?.donnees.parcours.map((dit) => dit.parcours.id).sort()).toEqual(parcours.sort());
  });

  it('remis avant d’avoir été prévenu, n’apprend rien : rien n’a changé pour lui', async () => {
    const parcours = await essai.unParcours();
    const [un, deux] = [contact('acheteur'), contact('acheteur')];
    for (const qui of [un, deux, un]) await importer(parcours, [qui]);
    await prevenir();
    expect([await gabarits(un), await gabarits(deux)]).toEqual([['contact-designe'], []]);
  });

  it('attend son lien plutôt que de partir sans', async () => {
    const dossiers = [await Dossier.ouvrir(essai), await Dossier.ouvrir(essai)];
    const neuf = contact('entreprise-1');
    for (const { parcours } of dossiers) await importer(parcours, [neuf]);
    await prevenir(desLiens(1));
    expect(await recus(neuf)).toEqual([]);
    await prevenir(desLiens(1));
    const [designe] = await recus(neuf);
    const liens = designe?.donnees.parcours.flatMap((dit) => dit.dossiers ?? []);
    expect(new Set(liens?.map(({ lien }) => lien)).size).toBe(2);
  });

  it('ne laisse aucune adresse derrière lui, une fois prévenu', async () => {
    const parcours = await essai.unParcours();
    await importer(parcours, [contact('acheteur')]);
    await prevenir();
    expect(await essai.lignes('select * from prive.contacts_a_prevenir')).toEqual([]);
  });
});

describe('un premier import', () => {
  it('n’écrit à personne', async () => {
    const id = tirerSignes(8);
    const siens = [contact('entreprise-1'), contact('acheteur')];
    expect(await importer(id, siens)).toEqual([]);
    await prevenir();
    for (const personne of siens) expect(await recus(personne)).toEqual([]);
  });
});
