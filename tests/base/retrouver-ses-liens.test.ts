import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai, plusTard } from './fabriques.ts';
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

  it('se compte comme le reste', async () => {
    const limites = [{ cle: `adresse:${'a'.repeat(64)}`, secondes: 86_400, max: 1 }];
    await listes.retrouver('inconnue@ailleurs.example', { limites });
    expect(await listes.retrouver('inconnue@ailleurs.example', { limites })).toMatchObject({
      statut: 'limite',
    });
  });
});
