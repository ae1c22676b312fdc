import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITES } from '../../src/formulaire/regles/limites.ts';
import { attendre, ServiceDEssai, uneAdresse, uneDemande, type Corps } from './service.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

type Reseau = Record<string, string>;

async function defi(reseau: Reseau): Promise<Challenge> {
  const { corps, statut } = await essai.demander('contact/defi', { headers: reseau });
  expect(statut).toBe(200);
  return corps as unknown as Challenge;
}
const facteur = async (reseau: Reseau) => (await defi(reseau)).parameters.data?.facteur;

async function resoudre(challenge: Challenge) {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('Défi sans solution.');
  return { challenge, solution };
}
const enTexte = (preuve: unknown) => btoa(JSON.stringify(preuve));

const envoyer = (reseau: Reseau, champs: Corps) =>
  essai.poster(
    'exprimer-interet',
    { ...uneDemande(), leurre: '', ouvertA: Date.now() - 60_000, ...champs },
    reseau,
  );

async function echouer(reseau: Reseau, fois: number) {
  for (let rang = 0; rang < fois; rang += 1)
    expect((await envoyer(reseau, { preuve: 'fausse' })).statut).toBe(422);
  // Les refus s'écrivent ensemble, une seconde après le premier.
  await attendre(1_500);
}

describe('la preuve de travail', () => {
  it('est plus longue pour un réseau qui échoue souvent, et pour lui seul', async () => {
    const robot = uneAdresse();
    expect(await facteur(robot)).toBe(1);
    await echouer(robot, 19);
    expect(await facteur(robot)).toBe(1);
    await echouer(robot, 1);
    expect(await facteur(robot)).toBe(2);
    await echouer(robot, 40);
    expect(await facteur(robot)).toBe(4);
    await echouer(robot, 200);
    expect(await facteur(robot)).toBe(8);
    expect(await facteur(uneAdresse())).toBe(1);
  });

  it('reste ordinaire pour un établissement qui envoie tout ce qu’un réseau peut envoyer, ou se trompe', async () => {
    const lycee = uneAdresse();
    // Un même réseau n'en envoie que vingt par parcours.
    const parcours = await essai.parcoursLibres(2);
    for (let rang = 0; rang < LIMITES.demande.reseau[0].max; rang += 1) {
      const { reponse } = await essai.exprimer({ parcoursId: parcours[rang % 2] }, lycee);
      expect(reponse.statut).toBe(202);
    }
    const enveloppe = await essai.enveloppe();
    for (let rang = 0; rang < 30; rang += 1)
      expect((await envoyer(lycee, { ...enveloppe, nom: '' })).corps.statut).toBe('erreurs');
    await attendre(1_500);
    expect(await facteur(lycee)).toBe(1);
  });

  it('ne se durcit pas pour ce qu’une page d’un autre site fait faire à un visiteur', async () => {
    const visiteur = uneAdresse();
    for (let rang = 0; rang < 60; rang += 1) {
      await essai.demander('contacter', { headers: visiteur });
      await essai.poster('contacter', {}, { ...visiteur, Origin: 'https://autre.example' });
    }
    await attendre(1_500);
    expect(await facteur(visiteur)).toBe(1);
  });

  it('durcie, s’accepte comme l’ordinaire ; celle d’un défi déjà donné vaut jusqu’à sa date', async () => {
    const robot = uneAdresse();
    const avant = await resoudre(await defi(robot));
    await echouer(robot, 60);
    const apres = await resoudre(await defi(robot));
    expect(apres.challenge.parameters.data?.facteur).toBe(4);
    expect(apres.solution.counter).toBeGreaterThanOrEqual(4 * 192);
    expect(apres.solution.counter).toBeLessThanOrEqual(4 * 320);
    for (const preuve of [avant, apres])
      expect((await envoyer(robot, { preuve: enTexte(preuve) })).statut).toBe(202);
  });

  it('ne se choisit pas : un coût changé, une solution prise ailleurs ou devinée ne passent pas', async () => {
    const reseau = uneAdresse();
    const [une, autre] = [await resoudre(await defi(reseau)), await resoudre(await defi(reseau))];
    const avec = (parametres: Corps) => ({
      ...une,
      challenge: { ...une.challenge, parameters: { ...une.challenge.parameters, ...parametres } },
    });
    const tricheries = [
      avec({ data: { facteur: 8 } }),
      avec({ data: { facteur: 0.01 } }),
      avec({ data: undefined }),
      avec({ cost: 1 }),
      avec({ keyPrefix: '00' }),
      avec({ keyPrefix: une.challenge.parameters.keyPrefix.slice(0, 2) }),
      { challenge: autre.challenge, solution: une.solution },
      { ...une, solution: { ...une.solution, counter: 0 } },
      { ...une, solution: { ...une.solution, derivedKey: une.challenge.parameters.keyPrefix } },
    ];
    for (const triche of tricheries)
      expect((await envoyer(reseau, { preuve: enTexte(triche) })).corps).toMatchObject({
        erreurs: { preuve: expect.any(String) as string },
      });
    expect((await envoyer(reseau, { preuve: enTexte(une) })).statut).toBe(202);
  });

  it('se donne avec une seule lecture de la base, et mille refus n’en font presque aucune', async () => {
    // Rien d'autre n'est en cours : ni courriel à envoyer, ni refus à écrire.
    await essai.courrielsPartis();
    await attendre(1_500);
    const transactions = vi.spyOn(essai.service.base, 'transaction');
    await defi(uneAdresse());
    expect(transactions).toHaveBeenCalledTimes(1);
    transactions.mockClear();
    const debut = performance.now();
    await Promise.all(
      Array.from({ length: 1_000 }, () => essai.poster('lire-lien', { jeton: 'x' }, uneAdresse())),
    );
    await attendre(1_500);
    expect(transactions.mock.calls.length).toBeLessThanOrEqual(
      Math.ceil((performance.now() - debut) / 1_000),
    );
    transactions.mockRestore();
  });

  it('n’écrit dans la base aucune adresse, seulement des empreintes que la purge efface', async () => {
    const { rows } = await essai.service.base.query<{ cle: string }>(
      "select cle from prive.compteurs where cle like 'refus:%'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { cle } of rows) expect(cle).toMatch(/^refus:[0-9a-f]{32,64}$/);
  });
});
