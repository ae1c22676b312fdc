import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());
afterEach(async () => {
  essai.service.fournisseur.humeur = () => 'ok';
  await essai.service.fonctions.decaler(0);
  await essai.service.base.exec(
    "update prive.courriels set etat = 'mort' where etat = 'a-envoyer'",
  );
});

const MINUTE = 60_000;

/** Confirme des demandes sur autant de parcours : six courriels chacune, avec celui du formulaire. */
async function confirmer(nombre: number): Promise<void> {
  for (const parcours of await essai.parcoursLibres(nombre)) {
    const [jeton] = await essai.demandesARecevoir(parcours, 1);
    await essai.poster('confirmer-interet', { jeton });
  }
}

const COURRIELS_PAR_DEMANDE = 6;

/** Fait passer le temps et la tâche planifiée jusqu'à ce que tout soit parti ; rend les minutes écoulées. */
async function laisserPasser(minutesMax: number, depart = 0): Promise<number> {
  for (let minutes = depart; minutes <= minutesMax; minutes += 5) {
    await essai.service.fonctions.decaler(minutes * MINUTE);
    await (await essai.service.tache('envoyer-courriels')).body?.cancel();
    if ((await restants()) === 0) return minutes;
  }
  return Infinity;
}

const restants = () => essai.compter("select 1 from prive.courriels where etat = 'a-envoyer'");

/** Chaque courriel de la boîte d'envoi est chez le fournisseur une fois, et une seule. */
async function chacunUneFois(attendus: number, dejaRecus: number): Promise<void> {
  expect(await restants()).toBe(0);
  const { courriels, conflits } = essai.service.fournisseur;
  expect(courriels.length - dejaRecus).toBe(attendus);
  expect(new Set(courriels.map(({ cle }) => cle)).size).toBe(courriels.length);
  // Le même message adressé deux fois à la même personne, sous deux clés, serait aussi un double.
  const messages = courriels.map(({ to, subject, text }) => JSON.stringify([to, subject, text]));
  expect(new Set(messages).size).toBe(messages.length);
  expect(conflits).toBe(0);
}

describe('les courriels arrivent exactement une fois', () => {
  it('quand le fournisseur refuse trois appels sur dix', async () => {
    const avant = essai.service.fournisseur.courriels.length;
    let appel = 0;
    essai.service.fournisseur.humeur = () => ((appel += 1) % 10 < 3 ? 'panne' : 'ok');
    await confirmer(10);
    expect(await laisserPasser(180)).toBeLessThan(180);
    await chacunUneFois(10 * COURRIELS_PAR_DEMANDE, avant);
    expect(appel).toBeGreaterThan(10 * COURRIELS_PAR_DEMANDE);
  });

  it('quand il est arrêté pendant une heure', async () => {
    const avant = essai.service.fournisseur.courriels.length;
    essai.service.fournisseur.humeur = () => 'panne';
    await confirmer(3);
    expect(await laisserPasser(60)).toBe(Infinity);
    expect(essai.service.fournisseur.courriels.length).toBe(avant);
    essai.service.fournisseur.humeur = () => 'ok';
    expect(await laisserPasser(180, 60)).toBeLessThan(150);
    await chacunUneFois(3 * COURRIELS_PAR_DEMANDE, avant);
  });

  it('quand il accepte, mais répond après qu’on a renoncé', async () => {
    const avant = essai.service.fournisseur.courriels.length;
    essai.service.fournisseur.retardMs = 15_000;
    let appel = 0;
    essai.service.fournisseur.humeur = () =>
      (appel += 1) <= COURRIELS_PAR_DEMANDE ? 'tard' : 'ok';
    await confirmer(1);
    await essai.courrielsPartis().catch(() => undefined);
    expect(await laisserPasser(30)).toBeLessThan(30);
    await chacunUneFois(COURRIELS_PAR_DEMANDE, avant);
    expect(appel).toBeGreaterThan(COURRIELS_PAR_DEMANDE);
  });

  it('quand deux tâches d’envoi se croisent', async () => {
    const avant = essai.service.fournisseur.courriels.length;
    essai.service.fournisseur.humeur = () => 'panne';
    await confirmer(4);
    await laisserPasser(0);
    essai.service.fournisseur.humeur = () => 'ok';
    await essai.service.fonctions.decaler(10 * MINUTE);
    const appels = essai.service.fournisseur.appels;
    await Promise.all(Array.from({ length: 6 }, () => essai.service.tache('envoyer-courriels')));
    await chacunUneFois(4 * COURRIELS_PAR_DEMANDE, avant);
    expect(essai.service.fournisseur.appels - appels).toBe(4 * COURRIELS_PAR_DEMANDE);
  });

  it('une panne de bout en bout finit chez les morts, avec son adresse, et l’équipe peut relancer', async () => {
    essai.service.fournisseur.humeur = () => 'panne';
    await confirmer(1);
    for (let heures = 0; heures <= 25; heures += 1) {
      await essai.service.fonctions.decaler(heures * 60 * MINUTE);
      await essai.service.tache('envoyer-courriels');
    }
    expect(await restants()).toBe(0);
    const morts = await essai.service.base.query<{ id: string; destinataire: string }>(
      "select id, destinataire from public.courriels_morts() where erreur = 'application_error'",
    );
    expect(morts.rows.map(({ destinataire }) => destinataire)).toContain('equipe@csf.example');
  });
});

describe('les tâches planifiées', () => {
  it('ne s’ouvrent qu’avec leur secret', async () => {
    for (const nom of ['envoyer-courriels', 'entretenir'])
      for (const Authorization of ['', 'Bearer faux', `Bearer ${essai.service.secrets.cleAnon}`])
        expect(await essai.poster(nom, {}, { Authorization })).toMatchObject({
          statut: 401,
          corps: { statut: 'interdit' },
        });
  });

  it('proposent un parcours libéré quand la personne d’avant a laissé passer son tour', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const jetons = await essai.demandesARecevoir(parcours, 3);
    for (const jeton of jetons) await essai.poster('confirmer-interet', { jeton });
    await essai.poster('retirer-interet', { jeton: jetons[0] });
    await essai.service.fonctions.decaler(73 * 60 * MINUTE);
    const entretien = await essai.service.tache('entretenir');
    expect(await entretien.json()).toMatchObject({ statut: 'fait', expirees: 2 });
    expect(await essai.poster('confirmer-interet', { jeton: jetons[2] })).toMatchObject({
      corps: { statut: 'proposee' },
    });
  });

  it('préviennent l’ancien et le nouveau contact d’un import, et le lien du nouveau s’ouvre', async () => {
    const [parcours = ''] = await essai.parcoursLibres(1);
    const [jeton] = await essai.demandesARecevoir(parcours, 1);
    await essai.poster('confirmer-interet', { jeton });
    const neuf = { role: 'acheteur', nom: null, courriel: 'neuf@acheteur.example' };
    await essai.service.base.query('select prive.importer_contacts($1, $2::jsonb, $3)', [
      parcours,
      [neuf],
      essai.service.horloge.maintenant,
    ]);
    await essai.service.fonctions.decaler(10 * MINUTE);
    const entretien = await essai.service.tache('entretenir');
    expect(await entretien.json()).toMatchObject({ statut: 'fait', prevenus: 2 });
    await essai.courrielsPartis();
    const ancien = essai.courriels(`acheteur.${parcours}@acheteur.example`);
    expect(ancien.map(({ subject }) => subject).join()).toContain('Vous n’êtes plus le contact');
    const recu = essai.jeton(neuf.courriel, '/suivi/');
    expect(await essai.poster('suivi/lire-lien', { jeton: recu })).toMatchObject({
      statut: 200,
      corps: { portee: 'suivre' },
    });
  });
});
