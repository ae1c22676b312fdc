import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BaseDEssai, EQUIPE, LE, plusTard, unLien } from './fabriques.ts';
import { Listes } from './listes-fabriques.ts';
import { unInconnu, Verification } from './verification-fabriques.ts';

let essai: BaseDEssai;
let verification: Verification;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
  verification = new Verification(essai);
});
afterAll(() => essai.fermer());
beforeEach(() =>
  essai.base.exec(`update prive.demandes set etat = 'terminee', verification_le = null;
    delete from prive.courriels; delete from prive.membres; delete from prive.personnes_connues`),
);

const JOURS = 24;

describe('une adresse que rien ne garantit', () => {
  it('ne prévient ni l’entreprise ni l’acheteur, et garde le parcours', async () => {
    const parcours = await essai.unParcours();
    const { bilan } = await essai.demander(parcours, unInconnu());
    expect(bilan).toMatchObject({
      statut: 'a-verifier',
      verification: { par: 'equipe', relaisLe: null, gardeeJusquAu: '2026-11-30' },
    });
    expect(await essai.gabarits(parcours)).toEqual([
      'confirmer-interet',
      'verification-en-cours',
      'verifier-personne',
    ]);
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'reserve' });
    expect((await essai.demander(parcours)).bilan).toMatchObject({ statut: 'en-attente', rang: 1 });
  });

  it('demande à la coordination de l’académie, et à elle seule', async () => {
    const listes = new Listes(essai);
    await listes.membre('noa@ac.example', 'coordination', 'rennes');
    await listes.membre('lou@ac.example', 'coordination', 'lyon');
    const { demande, bilan } = await verification.ouvrir();
    expect(bilan.verification).toMatchObject({ par: 'coordination', relaisLe: '2026-11-25' });
    expect(await verification.interroges(demande)).toEqual(['noa@ac.example']);
  });

  it.each([
    ['reconnue', { reconnue: true }],
    ['celle d’un membre', { courriel: 'noa@ac.example' }],
  ])('part sans vérification quand elle est %s', async (_, champs) => {
    await new Listes(essai).membre('noa@ac.example', 'coordination', 'rennes');
    const { bilan } = await essai.demander(await essai.unParcours(), { ...unInconnu(), ...champs });
    expect(bilan.statut).toBe('active');
  });

  it('est aussi vérifiée quand c’est son tour dans la liste d’attente', async () => {
    const parcours = await essai.unParcours();
    const premiere = await essai.demander(parcours);
    const inconnu = await essai.demander(parcours, unInconnu());
    expect(inconnu.bilan.statut).toBe('en-attente');
    const offre = unLien();
    await essai.retirer(premiere.lien.empreinte, offre);
    expect(await essai.accepter(offre.empreinte)).toMatchObject({ statut: 'a-verifier' });
    expect(await essai.gabarits(parcours)).toContain('verifier-personne');
  });
});

describe('« je connais cette personne »', () => {
  it('prévient l’entreprise aussitôt, et vaut pour toutes ses demandes d’après, sous tout alias', async () => {
    const personne = { ...unInconnu(), courriel: 'alix.martin@messagerie.example' };
    const { demande, parcours } = await verification.ouvrir(personne);
    expect(await verification.repondre(demande, true)).toMatchObject({ statut: 'connue' });
    expect(await essai.gabarits(parcours)).toContain('interet-entreprise');
    const alias = { ...personne, courriel: 'Alix.Martin+csf@messagerie.example' };
    const suivante = await essai.demander(await essai.unParcours(), alias);
    expect(suivante.bilan.statut).toBe('active');
    expect(await essai.appeler('connues_lister', {})).toMatchObject([
      { courriel: 'alix.martin@messagerie.example', par: 'equipe', parCourriel: EQUIPE },
    ]);
  });

  it('rejouée, ou dite par une autre personne, ne change plus rien', async () => {
    const { demande, parcours } = await verification.ouvrir();
    await verification.repondre(demande, true);
    const courriels = await essai.gabarits(parcours);
    expect(await verification.repondre(demande, false)).toMatchObject({ statut: 'connue' });
    expect(await essai.gabarits(parcours)).toEqual(courriels);
  });

  it('rend sa place dans la file à qui n’avait plus la garde du parcours', async () => {
    const { demande, parcours } = await verification.ouvrir();
    const fin = plusTard(8 * JOURS);
    await essai.avancer(fin);
    expect((await essai.demander(parcours, {}, fin)).bilan.statut).toBe('active');
    expect(await verification.repondre(demande, true, fin)).toMatchObject({ statut: 'connue' });
    expect(await verification.etat(demande)).toBe('en-attente');
  });

  it('date la réservation de la proposition, et non de la vérification d’avant', async () => {
    const { demande, parcours } = await verification.ouvrir();
    const fin = plusTard(8 * JOURS);
    await essai.avancer(fin);
    const passee = await essai.demander(parcours, {}, fin);
    await verification.repondre(demande, true, fin);
    const retrait = plusTard(9 * JOURS);
    await essai.retirer(passee.lien.empreinte, unLien(), retrait);
    expect(await verification.etat(demande)).toBe('proposee');
    const { reserveLe } = await essai.etat(parcours);
    expect(new Date(reserveLe as string)).toEqual(retrait);
  });

  it('retirée, la connaissance est à redire', async () => {
    const personne = { ...unInconnu(), courriel: 'lou@messagerie.example' };
    await verification.repondre((await verification.ouvrir(personne)).demande, true);
    const retirer = () =>
      essai.appeler('connues_retirer', { p_courriel: 'LOU+a@messagerie.example' });
    expect([(await retirer()).statut, (await retirer()).statut]).toEqual(['retiree', 'inconnue']);
    const suivante = await essai.demander(await essai.unParcours(), personne);
    expect(suivante.bilan.statut).toBe('a-verifier');
  });
});

describe('« je ne la connais pas »', () => {
  it('libère le parcours pour la suivante, et dit à la personne comment faire', async () => {
    const { demande, parcours } = await verification.ouvrir();
    await essai.demander(parcours);
    expect(await verification.repondre(demande, false)).toMatchObject({ statut: 'non-verifiee' });
    await essai.expirer();
    const gabarits = await essai.gabarits(parcours);
    expect(gabarits).toEqual(expect.arrayContaining(['verification-finie', 'parcours-libere']));
    expect(gabarits).not.toContain('interet-entreprise');
  });

  it('ne laisse plus la même personne garder un parcours', async () => {
    const personne = unInconnu();
    await verification.repondre((await verification.ouvrir(personne)).demande, false);
    const { parcours, bilan } = await verification.ouvrir(personne);
    expect(bilan).toMatchObject({ statut: 'a-verifier', verification: { gardeeJusquAu: null } });
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'disponible' });
  });
});

describe('qui répond', () => {
  it('se sert de son droit de membre, comme en demandant son lien', async () => {
    await new Listes(essai).membre('noa@ac.example', 'coordination', 'rennes');
    await essai.base.exec("update prive.membres set cree_le = cree_le - interval '23 months'");
    await verification.repondre((await verification.ouvrir()).demande, true);
    await essai.purger(plusTard(60 * JOURS));
    expect(await essai.lignes('select 1 from prive.membres')).toHaveLength(1);
    await essai.purger(plusTard(760 * JOURS));
    expect(await essai.lignes('select 1 from prive.membres')).toEqual([]);
  });

  it('ne lit plus rien de la personne une fois que son droit a pris fin', async () => {
    await new Listes(essai).membre('noa@ac.example', 'coordination', 'rennes');
    await essai.base.exec("update prive.membres set cree_le = cree_le - interval '24 months'");
    const { demande } = await verification.ouvrir();
    const [lien] = await essai.lignes<{ empreinte: string }>(
      `select encode(empreinte, 'hex') as empreinte from prive.liens
       where demande_id = $1 and portee = 'verifier-personne'`,
      [demande],
    );
    const lire = () =>
      essai.appeler('verification_lire', { p_empreinte: lien?.empreinte, p_maintenant: LE });
    expect(await lire()).toMatchObject({ statut: 'a-verifier' });
    await essai.purger();
    expect(await lire()).toEqual({ statut: 'lien-inconnu' });
  });

  it('n’est plus un membre retiré, ni la coordination d’une autre académie', async () => {
    const listes = new Listes(essai);
    await listes.membre('noa@ac.example', 'coordination', 'rennes');
    await listes.membre('lou@ac.example', 'coordination', 'lyon');
    const { demande } = await verification.ouvrir();
    const tableau = async (courriel: string) => {
      await listes.retrouver(courriel);
      return listes.empreinteDe((await listes.recus(courriel)).at(-1)?.listes[0]?.lien);
    };
    const [rennes, lyon] = [await tableau('noa@ac.example'), await tableau('lou@ac.example')];
    expect(await verification.dire(lyon, demande, true)).toEqual({ statut: 'lien-inconnu' });
    await essai.appeler('membres_retirer', { p_courriel: 'noa@ac.example', p_maintenant: LE });
    expect(await verification.repondre(demande, true)).toEqual({ statut: 'lien-inconnu' });
    expect(await verification.dire(rennes, demande, true)).toEqual({ statut: 'lien-inconnu' });
    expect(await verification.etat(demande)).toBe('a-verifier');
  });

  it('répond aussi depuis son tableau, qui montre qui attend', async () => {
    const listes = new Listes(essai);
    await listes.membre('noa@ac.example', 'coordination', 'rennes');
    const { demande } = await verification.ouvrir();
    await listes.retrouver('noa@ac.example');
    const [recu] = await listes.recus('noa@ac.example');
    const empreinte = await listes.empreinteDe(recu?.listes[0]?.lien);
    const tableau = await listes.lire(empreinte);
    expect(tableau).toMatchObject({ personnesAVerifier: [{ id: demande }] });
    expect(JSON.stringify(tableau)).not.toContain('découvrir la logistique');
    expect(await verification.dire(empreinte, demande, true)).toMatchObject({ statut: 'connue' });
  });
});

describe('le temps qui passe', () => {
  it('donne le relais à l’équipe après deux jours ouvrés, puis libère le parcours, puis clôt', async () => {
    await new Listes(essai).membre('noa@ac.example', 'coordination', 'rennes');
    const { demande, parcours } = await verification.ouvrir();
    const a = async (jours: number) => {
      await essai.avancer(plusTard(jours * JOURS));
      const [garde] = await essai.lignes<{ garde: boolean }>(
        'select garde from prive.demandes where id = $1',
        [demande],
      );
      return [
        await verification.etat(demande),
        garde?.garde,
        (await verification.interroges(demande)).length,
      ];
    };
    expect(await a(1)).toEqual(['a-verifier', true, 1]);
    expect(await a(2)).toEqual(['a-verifier', true, 2]);
    expect(await a(7)).toEqual(['a-verifier', true, 2]);
    expect(await a(8)).toEqual(['a-verifier', false, 2]);
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'disponible' });
    expect(await a(29)).toEqual(['a-verifier', false, 2]);
    expect(await a(30)).toEqual(['expiree', false, 2]);
    expect(await essai.avancer(plusTard(31 * JOURS))).toBe(0);
    const finies = (await essai.gabarits(parcours)).filter((nom) => nom === 'verification-finie');
    expect(finies).toHaveLength(2);
  });

  it('se retire comme toute demande suivie', async () => {
    const { demande, lien, parcours } = await verification.ouvrir();
    await essai.retirer(lien.empreinte);
    expect(await verification.etat(demande)).toBe('retiree');
    expect(await essai.etat(parcours)).toMatchObject({ disponibilite: 'disponible' });
    expect(await verification.repondre(demande, true)).toMatchObject({ statut: 'close' });
  });
});
