import { afterAll, beforeAll, expect, it } from 'vitest';
import { faitsDe } from '../../supabase/embarque/remises.ts';
import { ServiceDEssai } from './service.ts';
import { dernier, DEPART, DossierDEssai } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART, remises: true });
});
afterAll(() => essai.fermer());

it('décide d’après le début de l’adresse', () => {
  expect(faitsDe('camille.rebond@entreprise.example')).toEqual(['email.bounced']);
  expect(faitsDe('camille.suspendu@entreprise.example')).toEqual(['email.suppressed']);
  expect(faitsDe('camille.echec@entreprise.example')).toEqual(['email.failed']);
  expect(faitsDe('camille.retard@entreprise.example')).toEqual(['email.delivery_delayed']);
  expect(faitsDe('Camille.Plainte@entreprise.example')).toEqual([
    'email.delivered',
    'email.complained',
  ]);
  expect(faitsDe('camille@rebond.example')).toEqual(['email.delivered']);
});

it('dit au service, signé, ce que devient chaque courriel', async () => {
  const [parcours = ''] = await essai.parcoursLibres(1);
  for (const [role, courriel] of Object.entries({
    'entreprise-1': 'camille.rebond@entreprise.example',
    'entreprise-2': 'sacha@entreprise.example',
    acheteur: 'dominique.retard@acheteur.example',
  }))
    await essai.service.base.query(
      'update prive.contacts set courriel = $3 where parcours_id = $1 and role = $2',
      [parcours, role, courriel],
    );
  const dossier = await DossierDEssai.ouvrir(essai);
  expect(dossier.parcours).toBe(parcours);
  await essai.courrielsPartis();
  await essai.service.remises.dites();
  await essai.courrielsPartis();
  const { suivi, evenements } = await dossier.lire('equipe');
  expect(suivi).toMatchObject({
    etat: 'reponse-attendue',
    nonRemis: ['entreprise-1'],
    remis: ['entreprise-2'],
  });
  expect(evenements.map(({ genre }) => genre).sort()).toEqual([
    'courriel-non-remis',
    'courriel-remis',
    'entreprise-contactee',
    'interet-confirme',
  ]);
  expect(dernier(essai, 'sacha@entreprise.example').text).toContain('n’est pas arrivé');
  const { rows } = await essai.service.base.query<{ quoi: string }>(
    'select quoi from prive.remises_a_surveiller() order by quoi',
  );
  expect(rows.map(({ quoi }) => quoi)).toContain('retarde');
});

it('se met en panne depuis la page des courriels, et repart', async () => {
  const { url, fournisseur } = essai.service;
  const mettre = (panne: string, origine = url) =>
    fetch(`${url}/courriels/panne`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origine, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `panne=${panne}`,
    });
  expect((await mettre('oui', 'http://ailleurs.example')).status).toBe(403);
  expect(fournisseur.humeur()).toBe('ok');
  expect((await mettre('oui')).status).toBe(303);
  expect(fournisseur.humeur()).toBe('panne');
  expect(await (await fetch(`${url}/courriels`)).text()).toContain('Le fournisseur est en panne');
  expect((await mettre('non')).status).toBe(303);
  expect(fournisseur.humeur()).toBe('ok');
});
