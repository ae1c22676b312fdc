import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, plusTard, unLien } from './fabriques.ts';
import { Listes } from './listes-fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
let listes: Listes;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  listes = new Listes(essai);
});
afterAll(() => essai.fermer());

const contactDe = async (dossier: Dossier, role: string) =>
  (await dossier.lire('equipe')).dossier.contacts.find((contact) => contact.role === role)
    ?.courriel ?? '';

/** Les courriels qui attendent un geste, du premier au dernier : leur lien, et jusqu'à quand il vaut. */
const gestesRecus = async (courriel: string) =>
  (
    await essai.lignes<{ gabarit: string; lien: string; expire: string }>(
      `select gabarit, donnees ->> 'lien' as lien, donnees ->> 'expireLe' as expire
       from prive.courriels where destinataire = $1
         and gabarit in ('confirmer-interet', 'parcours-libere') order by cree_le, id`,
      [courriel],
    )
  ).map(({ expire, ...geste }) => ({ ...geste, expire: new Date(expire).toISOString() }));

describe('retrouver ses liens', () => {
  it('répond la même chose à tous, et n’écrit qu’aux adresses connues', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const entreprise = await contactDe(dossier, 'entreprise-1');
    const inconnue = 'inconnue@ailleurs.example';
    const reponses = [
      await listes.retrouver(entreprise.toUpperCase()),
      await listes.retrouver(inconnue),
    ];
    expect(reponses).toEqual([{ statut: 'envoye' }, { statut: 'envoye' }]);
    expect(await listes.recus(inconnue)).toEqual([]);
    const [courriel] = await listes.recus(entreprise);
    expect(courriel).toMatchObject({ dossiers: [{ role: 'entreprise-1' }], listes: [] });
    expect(await listes.empreinteDe(courriel?.dossiers[0]?.lien ?? '')).toBe(
      await dossier.empreinte('entreprise-1'),
    );
  });

  it('rend à la tutrice ses dossiers, même en attente ou finis, pas ceux qu’elle a retirés', async () => {
    const courriel = 'dominique@lycee.example';
    const [actif, autre] = [await Dossier.ouvrir(essai, { courriel }), await Dossier.ouvrir(essai)];
    await essai.demander(autre.parcours, { courriel }, plusTard(1));
    const retire = await Dossier.ouvrir(essai, { courriel });
    await essai.retirer(await retire.empreinte('tutrice'));
    await listes.retrouver(courriel);
    const [envoye] = await listes.recus(courriel);
    expect(envoye?.dossiers.map(({ role }) => role)).toEqual(['tutrice', 'tutrice']);
    expect(envoye?.dossiers.at(-1)?.lien).toBe((await actif.lire('tutrice')).lien);
  });

  it('refait le lien qui manque ou qui a expiré', async () => {
    const courriel = 'sasha@lycee.example';
    const dossier = await Dossier.ouvrir(essai, { courriel });
    const tard = new Date('2028-06-01T10:00:00Z');
    await listes.retrouver(courriel, { le: tard });
    const [envoye] = await listes.recus(courriel);
    const empreinte = await listes.empreinteDe(envoye?.dossiers[0]?.lien ?? '');
    expect(
      await essai.appeler('suivi_lire', { p_empreinte: empreinte, p_maintenant: tard }),
    ).toMatchObject({ statut: 'ouvert', role: 'tutrice', dossier: { id: dossier.id } });
  });

  it('renvoie ce qui attend un geste, avec le même lien, tant qu’il vaut', async () => {
    const courriel = 'maxime@lycee.example';
    const parcours = await essai.unParcours();
    const lien = unLien();
    await essai.creer(parcours, { courriel }, { lien });
    await listes.retrouver(courriel.toUpperCase(), { le: plusTard(1) });
    expect(await gestesRecus(courriel)).toEqual([
      { gabarit: 'confirmer-interet', lien: lien.id, expire: plusTard(48).toISOString() },
      { gabarit: 'confirmer-interet', lien: lien.id, expire: plusTard(48).toISOString() },
    ]);
    // Rien d'autre n'est à dire d'elle : ni dossier, ni liste.
    expect(await listes.recus(courriel)).toEqual([]);
    await listes.retrouver(courriel, { le: plusTard(49) });
    expect(await gestesRecus(courriel)).toHaveLength(2);
  });

  it('renvoie le parcours libéré à qui peut l’accepter, et à personne d’autre', async () => {
    const courriel = 'noa@lycee.example';
    const dossier = await Dossier.ouvrir(essai, { courriel: 'prime@lycee.example' });
    await essai.demander(dossier.parcours, { courriel }, plusTard(1));
    await listes.retrouver(courriel, { le: plusTard(2) });
    const confirmation = expect.objectContaining({ gabarit: 'confirmer-interet' }) as unknown;
    expect(await gestesRecus(courriel)).toEqual([confirmation]);
    const suivant = unLien();
    await essai.retirer(await dossier.empreinte('tutrice'), suivant, plusTard(3));
    await listes.retrouver(courriel, { le: plusTard(4) });
    const propose = {
      gabarit: 'parcours-libere',
      lien: suivant.id,
      expire: plusTard(75).toISOString(),
    };
    expect(await gestesRecus(courriel)).toEqual([confirmation, propose, propose]);
    await essai.accepter(suivant.empreinte, plusTard(5));
    await listes.retrouver(courriel, { le: plusTard(6) });
    expect(await gestesRecus(courriel)).toHaveLength(3);
  });

  it('se compte comme le reste', async () => {
    const limites = [{ cle: `adresse:${'a'.repeat(64)}`, secondes: 86_400, max: 1 }];
    await listes.retrouver('inconnue@ailleurs.example', { limites });
    expect(await listes.retrouver('inconnue@ailleurs.example', { limites })).toMatchObject({
      statut: 'limite',
    });
  });
});
