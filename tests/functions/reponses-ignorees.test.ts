import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signer } from '../../supabase/embarque/remises.ts';
import { adresseDeRetour } from '../../supabase/embarque/reponses.ts';
import { annoncer, courrielDe, recusPar, repondre, TEXTE, unDossier } from './repondre.ts';
import { ServiceDEssai } from './service.ts';
import { dernier, DEPART } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

describe('une réponse qui n’a pas à passer', () => {
  it('automatique, se note sans contenu, une fois par jour, et le délai court', async () => {
    const dossier = await unDossier(essai);
    const courriel = courrielDe(dossier, 'entreprise-1');
    const avant = recusPar(dossier, 'tutrice');
    const absence = { texte: 'Je suis en congé.', automatique: true };
    expect((await repondre(essai, courriel, absence)).corps).toEqual({ statut: 'fait' });
    expect((await repondre(essai, courriel, absence)).corps).toEqual({ statut: 'deja' });
    expect(recusPar(dossier, 'tutrice')).toBe(avant);
    const lu = await dossier.lire('tutrice');
    expect(lu.suivi).toMatchObject({ etat: 'reponse-attendue', prochaine: { qui: 'entreprise' } });
    expect(lu.evenements.filter(({ genre }) => genre === 'absence-signalee')).toHaveLength(1);
    const acheteur = await dossier.lire('acheteur');
    expect(acheteur.evenements.map(({ genre }) => genre)).not.toContain('absence-signalee');
  });

  it('inconnue, mal signée, d’une machine, ou du service : acceptée, et ignorée', async () => {
    const dossier = await unDossier(essai);
    const courriel = courrielDe(dossier, 'entreprise-1');
    const avant = essai.service.fournisseur.courriels.length;
    const adresse = adresseDeRetour(courriel);
    const fausse = adresse.replace(/.@/, (fin) => `${fin.startsWith('0') ? '1' : '0'}@`);
    for (const champs of [
      { to: [fausse] },
      { to: ['contact@reponses.csf.example'] },
      { headers: { 'Auto-Submitted': 'auto-generated' } },
      { from: 'MAILER-DAEMON@entreprise.example' },
      { from: 'csf@service.example' },
    ])
      expect(await repondre(essai, courriel, { texte: TEXTE, champs })).toEqual({
        statut: 200,
        corps: { statut: 'ignore' },
      });
    const perdue = essai.service.reponses.ecrire(courriel, { texte: TEXTE });
    essai.service.fournisseur.reponses.delete(perdue.id);
    expect((await annoncer(essai, perdue)).corps).toEqual({ statut: 'ignore' });
    expect(essai.service.fournisseur.courriels).toHaveLength(avant);
    expect(await dossier.genres()).not.toContain('reponse-par-courriel');
  });

  it('mal annoncée, ou sans signature : rien', async () => {
    for (const data of [
      null,
      {},
      { email_id: '../../domains', to: [] },
      { email_id: 'x', to: 3 },
    ]) {
      const corps = JSON.stringify({ type: 'email.received', data });
      const reponse = await essai.demander('suivi/remise', {
        method: 'POST',
        headers: signer(essai.service.secrets.remises, corps),
        body: corps,
      });
      expect(reponse).toMatchObject({ statut: 200, corps: { statut: 'ignore' } });
      expect(
        await essai.demander('suivi/remise', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: corps,
        }),
      ).toMatchObject({ statut: 401 });
    }
  });
});

describe('une réponse que lit l’équipe', () => {
  it('celle de l’acheteur, avec son adresse', async () => {
    const dossier = await unDossier(essai);
    const avant = recusPar(dossier, 'tutrice');
    await repondre(essai, courrielDe(dossier, 'acheteur'), { texte: 'Appelez le chantier.' });
    const passe = dernier(essai, dossier.adresse('equipe'));
    expect(passe.text).toContain('Appelez le chantier.');
    expect(passe.text).toContain(dossier.adresse('acheteur'));
    expect(passe.reply_to).toBe(dossier.adresse('acheteur'));
    expect(recusPar(dossier, 'tutrice')).toBe(avant);
  });

  it('celle d’une tutrice qui a retiré sa demande', async () => {
    const dossier = await unDossier(essai);
    const courriel = courrielDe(dossier, 'entreprise-1');
    await dossier.agir('tutrice', 'retirer');
    await essai.courrielsPartis();
    const avant = recusPar(dossier, 'tutrice');
    expect((await repondre(essai, courriel, { texte: TEXTE })).corps).toEqual({ statut: 'fait' });
    expect(dernier(essai, dossier.adresse('equipe')).text).toContain('jeudi 18');
    expect(recusPar(dossier, 'tutrice')).toBe(avant);
  });
});
