import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, desLiens, EQUIPE, LE, PARCOURS } from './fabriques.ts';
import { Listes } from './listes-fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const PARTI = 'partie@mairie.example';
const NOA = 'noa@mairie.example';

it('fait passer tous les parcours d’un acheteur, et ses déclarations en cours, à qui le remplace', async () => {
  const listes = new Listes(essai);
  await listes.membre('membre@equipe.example', 'equipe');
  const { empreinte } = await listes.ouvrir('membre@equipe.example');
  const [ouvert, fini, autre] = [
    await Dossier.ouvrir(essai),
    await Dossier.ouvrir(essai, { heures: 150 }),
    await Dossier.ouvrir(essai),
  ];
  await fini.agir('equipe', {
    evenements: [{ genre: 'accueil-termine', donnees: { heures: 150 } }],
    clore: 'terminee',
    heures: 150,
  });
  await essai.base.query(
    "update prive.contacts set courriel = $1 where role = 'acheteur' and parcours_id = any ($2)",
    [PARTI, [ouvert.parcours, fini.parcours]],
  );
  const reference = tirerReference('P');
  await essai.appeler('declaration_creer', {
    p_declaration: {
      ...{ id: randomUUID(), cle: randomUUID(), reference, acheteurCourriel: PARTI },
      public: { ...PARCOURS, id: tirerSignes(8) },
      contacts: [contact('entreprise-1'), { ...contact('acheteur'), courriel: PARTI }],
    },
    ...{ p_liens: desLiens(3), p_limites: [], p_equipe: EQUIPE, p_maintenant: LE },
  });
  const cle = randomUUID();
  const deposer = () =>
    essai.appeler('releve_deposer', {
      p_releve: { id: randomUUID(), cle, nom: 'Noa Exemple', courriel: NOA, courrielParti: PARTI },
      ...{ p_limites: [], p_equipe: EQUIPE, p_maintenant: LE },
    });
  // Redite, la demande n'en fait pas une de plus.
  expect([await deposer(), await deposer()]).toEqual([{ statut: 'recu' }, { statut: 'recu' }]);
  const [releve] = await essai.lignes<{ id: string }>('select id from prive.releves');
  const ancien = await ouvert.empreinte('acheteur');
  expect(
    await essai.appeler('releve_decider', {
      ...{ p_empreinte: empreinte, p_releve: releve?.id, p_accepte: true },
      ...{ p_liens: desLiens(6), p_maintenant: LE },
    }),
  ).toEqual({ statut: 'acceptee' });
  const adresseDe = async (dossier: Dossier) =>
    (await dossier.lire('equipe')).dossier.contacts.find(({ role }) => role === 'acheteur')
      ?.courriel;
  expect([await adresseDe(ouvert), await adresseDe(fini)]).toEqual([NOA, NOA]);
  expect(await adresseDe(autre)).not.toBe(NOA);
  expect(await essai.appeler('suivi_lire', { p_empreinte: ancien, p_maintenant: LE })).toEqual({
    statut: 'lien-inconnu',
  });
  expect(await ouvert.lire('acheteur')).toMatchObject({ statut: 'ouvert', role: 'acheteur' });
  expect((await ouvert.lire('acheteur')).evenements.at(-1)).toMatchObject({
    genre: 'contact-change',
    auteur: 'equipe',
    donnees: { role: 'acheteur' },
  });
  expect(
    await essai.lignes(
      'select acheteur_courriel, contacts -> 1 ->> $2 as nom from prive.declarations where reference = $1',
      [reference, 'nom'],
    ),
  ).toEqual([{ acheteur_courriel: NOA, nom: 'Noa Exemple' }]);
  expect(await essai.lignes('select 1 from prive.releves')).toEqual([]);
});
