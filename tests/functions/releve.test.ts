import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai, SITE, type Corps } from './service.ts';
import { DEPART, dernier, DossierDEssai, objets } from './suivi.ts';

const MEMBRE = 'membre@equipe.example';
const NOA = 'noa@acheteur.example';

let essai: ServiceDEssai;
let jeton = '';
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
  await essai.service.base.query("select public.membres_ajouter($1, 'equipe', null, $2)", [
    MEMBRE,
    DEPART,
  ]);
  await essai.poster('retrouver-suivi', { courriel: MEMBRE, ...(await essai.enveloppe()) });
  await essai.courrielsPartis();
  jeton = essai.jeton(MEMBRE, '/equipe/');
});
afterAll(() => essai.fermer());

const demander = async (champs: Corps, courriel = NOA) => {
  const corps = { nom: 'Noa Exemple', courriel, ...champs, ...(await essai.enveloppe()) };
  const reponse = await essai.poster('demander-releve', { cle: crypto.randomUUID(), ...corps });
  await essai.courrielsPartis();
  return reponse;
};
type Releve = { id: string; acheteur: string | null; parcours: number; courriel: string };
const releves = async () => {
  const { corps } = await essai.poster('suivi/lire-lien', { jeton });
  return corps.releves as Releve[];
};
const decider = async (releve: string | undefined, accepte: boolean) => {
  const { corps } = await essai.poster('decider-releve', { jeton, releve, accepte });
  await essai.courrielsPartis();
  return corps.statut;
};

describe('la relève d’un acheteur parti', () => {
  it('répond pareil que l’adresse soit connue ou non, et l’équipe seule apprend laquelle', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await essai.courrielsPartis();
    const connue = await demander({ courrielParti: dossier.adresse('acheteur') });
    const inconnue = await demander(
      { courrielParti: 'personne@nulle-part.example' },
      'x@y.example',
    );
    expect(connue).toMatchObject({ statut: 202, corps: { statut: 'recu' } });
    expect([inconnue.statut, inconnue.corps]).toEqual([connue.statut, connue.corps]);
    const [une, autre] = await releves();
    expect(une).toMatchObject({ acheteur: dossier.adresse('acheteur'), parcours: 1 });
    expect(autre).toMatchObject({ acheteur: null, parcours: 0 });
    expect(dernier(essai, 'equipe@csf.example').subject).toContain('À vérifier');
    expect(dernier(essai, NOA).text).toContain('L’équipe de la clause sociale de formation');
    // Sans acheteur retrouvé, il n'y a rien à passer.
    expect(await decider(autre?.id, true)).toBe('sans-parcours');
    expect(await decider(autre?.id, false)).toBe('refusee');
    expect(dernier(essai, 'x@y.example').subject).toContain('n’est pas acceptée');
    expect(objets(essai, dossier.adresse('acheteur')).join()).not.toContain('collègue');
    await decider(une?.id, false);
    expect(await releves()).toEqual([]);
  });

  it('acceptée, fait passer chaque parcours : contacts, liens, histoire, et qui est remplacé le sait', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    await essai.courrielsPartis();
    const ancien = await dossier.jeton('acheteur');
    const { reference } = (await dossier.lire('equipe')).dossier;
    await demander({ reference: reference.toLowerCase() });
    const [releve] = await releves();
    expect(releve).toMatchObject({ acheteur: dossier.adresse('acheteur'), courriel: NOA });
    expect(await decider(releve?.id, true)).toBe('acceptee');
    // Deux fois de suite, ou deux membres à la fois : une seule réponse compte.
    expect(await decider(releve?.id, true)).toBe('inconnu');
    expect(await essai.poster('suivi/lire-lien', { jeton: ancien })).toMatchObject({ statut: 404 });
    const lu = await dossier.lire('acheteur');
    expect(lu.evenements.at(-1)?.phrase).toBe('L’acheteur a changé');
    expect(lu.actions).toContain('relancer');
    expect(lu.dossier.contacts.find(({ role }) => role === 'acheteur')).toMatchObject({
      nom: 'Noa Exemple',
      courriel: NOA,
    });
    const recu = dernier(essai, NOA);
    expect(recu.subject).toBe('Vous suivez maintenant 1 parcours');
    const liste = essai.jeton(NOA, '/suivi/dossiers/');
    const tableau = (await essai.poster('suivi/lire-lien', { jeton: liste })).corps;
    expect((tableau.lignes as { jeton: string }[]).map((ligne) => ligne.jeton)).toEqual([
      await dossier.jeton('acheteur'),
    ]);
    expect(dernier(essai, dossier.adresse('acheteur')).text).toContain('Noa Exemple a demandé');
  });

  it('se poste sans JavaScript, et mène à la page qui le dit', async () => {
    const corps = new URLSearchParams({
      ...{ nom: 'Noa Exemple', courriel: 'native@acheteur.example', telephone: '' },
      ...{ courrielParti: '', reference: 'Marché 2024.AC.12' },
    });
    const poster = (body: URLSearchParams) =>
      essai.demander('demander-releve', { method: 'POST', headers: { Origin: 'null' }, body });
    const { statut, entetes } = await poster(corps);
    expect([statut, entetes.get('location')]).toEqual([303, `${SITE}/acheteur/reprendre/envoyee/`]);
    corps.set('reference', '');
    const refus = await poster(corps);
    expect(refus.entetes.get('location')).toContain('/acheteur/reprendre/#erreurs');
    expect((await releves()).map(({ courriel }) => courriel)).toEqual(['native@acheteur.example']);
  });

  it('ne se décide que par l’équipe', async () => {
    const [releve] = await releves();
    const dossier = await DossierDEssai.ouvrir(essai);
    const autre = await dossier.jeton('acheteur');
    expect(
      await essai.poster('decider-releve', { jeton: autre, releve: releve?.id, accepte: true }),
    ).toMatchObject({ statut: 404 });
    expect(await essai.poster('decider-releve', { jeton, releve: 'x', accepte: 1 })).toMatchObject({
      statut: 404,
    });
    expect(await releves()).toHaveLength(1);
  });
});
