import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contact, BaseDEssai, LE } from './fabriques.ts';
import { Listes } from './listes-fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const VEILLE = new Date('2027-11-22T10:00:00Z');
const UN_AN = new Date('2027-11-23T10:00:00Z');

const etatDe = async ({ id }: Dossier) =>
  (await essai.lignes<{ etat: string }>('select etat from prive.demandes where id = $1', [id]))[0]
    ?.etat;

const clos = (parcours: string) =>
  essai.lignes<{ destinataire: string; donnees: Record<string, unknown> }>(
    `select destinataire, donnees from prive.courriels
     where gabarit = 'dossier-clos' and donnees -> 'parcours' ->> 'id' = $1 order by destinataire`,
    [parcours],
  );

describe('un dossier où personne ne fait plus rien', () => {
  it('est clos par le service au bout de 12 mois, pas avant, et chacun l’apprend une fois', async () => {
    const dossier = await Dossier.ouvrir(essai, { courriel: 'alix@lycee.example' });
    await essai.cloreLesMuets(VEILLE);
    expect(await etatDe(dossier)).toBe('active');
    expect(await essai.cloreLesMuets(UN_AN)).toBeGreaterThan(0);
    expect(await etatDe(dossier)).toBe('retiree');
    const { evenements } = await dossier.lire('equipe', UN_AN);
    expect(evenements.at(-1)).toMatchObject({
      genre: 'dossier-muet',
      auteur: 'systeme',
      donnees: { mois: 12 },
    });
    const courriels = await clos(dossier.parcours);
    expect(courriels.map(({ destinataire }) => destinataire.replace(/\..*@/, '@'))).toEqual([
      'acheteur@entreprise.example',
      'alix@lycee.example',
      'entreprise-1@entreprise.example',
      'entreprise-2@entreprise.example',
      'equipe@csf.example',
    ]);
    expect(courriels.every(({ donnees }) => donnees.raison === 'muet' && donnees.mois === 12)).toBe(
      true,
    );
    expect(await essai.cloreLesMuets(UN_AN)).toBe(0);
    expect((await essai.etat(dossier.parcours)).disponibilite).toBe('disponible');
  });

  it('n’est pas tenu en vie par les rappels du service, mais par le geste d’une personne', async () => {
    const [relance, suivi] = [await Dossier.ouvrir(essai), await Dossier.ouvrir(essai)];
    const automne = new Date('2027-10-01T10:00:00Z');
    await relance.relancer('tutrice', 'rappel', { le: automne });
    await suivi.agir(
      'entreprise-1',
      { evenements: [{ genre: 'ouvert', donnees: { role: 'entreprise-1' } }] },
      { le: automne },
    );
    await essai.cloreLesMuets(UN_AN);
    expect([await etatDe(relance), await etatDe(suivi)]).toEqual(['retiree', 'active']);
  });

  it('laisse le parcours à la personne suivante, dès le même passage', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const { bilan } = await essai.demander(dossier.parcours, {}, new Date('2027-10-01T10:00:00Z'));
    await essai.entretenir(UN_AN);
    const [suivante] = await essai.lignes('select etat from prive.demandes where reference = $1', [
      bilan.reference,
    ]);
    expect([await etatDe(dossier), suivante]).toEqual(['retiree', { etat: 'proposee' }]);
  });

  it('ferme aussi une attente sans fin, et ne l’écrit qu’à la personne qui attend', async () => {
    const parcours = await essai.unParcours({ disponibilite: 'reserve', finLe: null });
    const { bilan } = await essai.demander(parcours, { courriel: 'noa@lycee.example' });
    await essai.cloreLesMuets(UN_AN);
    expect(
      await essai.lignes('select etat from prive.demandes where reference = $1', [bilan.reference]),
    ).toEqual([{ etat: 'retiree' }]);
    expect(await clos(parcours)).toMatchObject([{ destinataire: 'noa@lycee.example' }]);
  });
});

describe('un parcours dont personne ne s’occupe plus', () => {
  const publie = async (parcours: string) =>
    (
      await essai.lignes<{ publie: boolean; contacts: number }>(
        `select publie, (select count(*)::int from prive.contacts c where c.parcours_id = p.id) as contacts
         from prive.parcours p where id = $1`,
        [parcours],
      )
    )[0];
  const garde = { publie: true, contacts: 4 };
  const retire = { publie: false, contacts: 0 };

  it('quitte le catalogue 12 mois après sa fin, et ses contacts sont effacés', async () => {
    const parcours = await essai.unParcours({ finLe: '2027-01-01' });
    await essai.purger(new Date('2027-12-31T10:00:00Z'));
    expect(await publie(parcours)).toEqual(garde);
    await essai.purger(new Date('2028-01-01T10:00:00Z'));
    expect(await publie(parcours)).toEqual(retire);
    const [evenement] = await essai.lignes(
      'select genre, auteur from prive.evenements where parcours_id = $1',
      [parcours],
    );
    expect(evenement).toEqual({ genre: 'parcours-retire', auteur: 'systeme' });
  });

  it('sans date de fin, le quitte après 24 mois sans nouvelle ; un import ou un geste en est une', async () => {
    const [muet, suivi, reimporte] = [
      await essai.unParcours({ finLe: null }),
      await essai.unParcours({ finLe: null }),
      await essai.unParcours({ finLe: null }),
    ];
    const { lien } = await essai.demander(suivi, {}, new Date('2027-06-01T10:00:00Z'));
    await essai.retirer(lien.empreinte, undefined, new Date('2027-06-01T10:00:00Z'));
    await essai.base.query("update prive.parcours set maj_le = '2027-06-01' where id = $1", [
      reimporte,
    ]);
    await essai.purger(new Date('2028-11-22T10:00:00Z'));
    expect(await publie(muet)).toEqual(garde);
    await essai.purger(new Date('2028-11-23T10:00:00Z'));
    expect([await publie(muet), await publie(suivi), await publie(reimporte)]).toEqual([
      retire,
      garde,
      garde,
    ]);
  });

  it('avec une fin trop lointaine, le quitte après 60 mois sans nouvelle', async () => {
    const parcours = await essai.unParcours({ finLe: '2090-01-01' });
    await essai.purger(new Date('2031-11-22T10:00:00Z'));
    expect(await publie(parcours)).toEqual(garde);
    await essai.purger(new Date('2031-11-23T10:00:00Z'));
    expect(await publie(parcours)).toEqual(retire);
  });
});

describe('la purge de ce qui n’avait pas de fin', () => {
  it('vide une déclaration close de ses champs et de son motif, un an après', async () => {
    await essai.base.query(
      `insert into prive.declarations
         (id, reference, cle, etat, parcours_id, public, contacts, acheteur_courriel, motif, cree_le, close_le)
       values (gen_random_uuid(), 'P-bcdfgh', gen_random_uuid(), 'refusee', 'bcdfghj2',
         '{"intitule": "Chez Camille"}', $1, 'acheteur@mairie.example', 'Camille a refusé.', $2, $2)`,
      [[contact('acheteur')], LE],
    );
    await essai.purger(UN_AN);
    expect(
      await essai.lignes(
        "select contacts, public, acheteur_courriel, motif from prive.declarations where reference = 'P-bcdfgh'",
      ),
    ).toEqual([{ contacts: [], public: {}, acheteur_courriel: null, motif: null }]);
  });

  it('retire le droit d’un membre qui n’a plus demandé son lien depuis 24 mois', async () => {
    const listes = new Listes(essai);
    await listes.membre('muet@csf.example', 'equipe');
    await listes.membre('suit@csf.example', 'coordination', 'rennes');
    await listes.retrouver('suit@csf.example', { le: UN_AN });
    const membres = async () =>
      (await essai.lignes<{ courriel: string }>('select courriel from prive.membres')).map(
        ({ courriel }) => courriel,
      );
    await essai.purger(new Date('2028-11-22T10:00:00Z'));
    expect(await membres()).toContain('muet@csf.example');
    await essai.purger(new Date('2028-11-23T10:00:00Z'));
    expect(await membres()).toEqual(['suit@csf.example']);
  });

  it('vide un courriel que personne n’a jamais pris', async () => {
    await essai.base.query(
      `insert into prive.courriels (gabarit, destinataire, donnees, prochain_essai_le, cree_le)
       values ('suivi-liens', 'x@lycee.example', '{"nom": "Alix"}', $1, $1)`,
      [LE],
    );
    await essai.purger(new Date('2027-05-23T10:00:00Z'));
    expect(
      await essai.lignes("select 1 from prive.courriels where destinataire = 'x@lycee.example'"),
    ).toEqual([]);
  });
});
