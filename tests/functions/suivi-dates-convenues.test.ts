import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';
import { avancer, DEPART, dernier, DossierDEssai } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

const SEPTEMBRE = '2027-09-06';

it('une entreprise qui n’accueille qu’à la rentrée : la tutrice accepte, l’acheteur le voit, plus rien n’est en retard', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  const courriel = (role: 'tutrice' | 'acheteur' | 'entreprise-2') =>
    dernier(essai, dossier.adresse(role));
  expect(await dossier.agir('entreprise-1', 'proposer-debut', { le: '2027-05-01' })).toMatchObject({
    statut: 422,
    corps: { erreurs: { le: 'Choisissez un jour du lundi au vendredi, non férié.' } },
  });
  await dossier.agir('entreprise-1', 'proposer-debut', { le: SEPTEMBRE });
  await essai.courrielsPartis();
  const demande = courriel('tutrice');
  expect(demande.subject).toMatch(/^À accepter\s: accueil le 6\sseptembre\s2027/);
  expect(demande.text).toContain(`/suivi/#${await dossier.jeton('tutrice')}.accepter-date`);
  expect(courriel('acheteur').text).not.toContain('accepter-date');
  expect((await dossier.agir('acheteur', 'accepter-date')).statut).toBe(409);
  await dossier.agir('tutrice', 'accepter-date');
  await essai.courrielsPartis();
  for (const role of ['acheteur', 'entreprise-2'] as const)
    expect(courriel(role).text).toMatch(
      /a\s+accepté\s+l’accueil\s+à\s+partir\s+du\s+6\s+septembre\s+2027/,
    );
  expect((await dossier.lire('acheteur')).suivi.jourJ?.accueilLe).toBe(SEPTEMBRE);

  const creneau = dossier.creneau(3);
  await dossier.agir('entreprise-1', 'proposer-creneaux', { creneaux: [creneau] });
  await dossier.agir('tutrice', 'choisir-creneau', { debut: creneau.debut });
  await avancer(essai, 8);
  await dossier.agir('tutrice', 'noter-reunion', { le: creneau.debut.slice(0, 10) });
  await dossier.agir('tutrice', 'signer-convention', { le: dossier.jour() });
  await avancer(essai, 60);
  expect((await dossier.genres()).filter((genre) => genre.includes('accueil-manque'))).toEqual([]);
  expect((await dossier.lire('entreprise-1')).suivi.prochaine).toMatchObject({
    avantLe: SEPTEMBRE,
    retardJours: 0,
  });
});

it('après le délai, un report attend l’accord de la tutrice', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  await avancer(essai, 16);
  await dossier.agir('entreprise-1', 'reporter', { jusquAu: dossier.jour(10), motif: 'activite' });
  await essai.courrielsPartis();
  expect(dernier(essai, dossier.adresse('tutrice')).subject).toMatch(/^À accepter\s: délai au /);
  expect((await dossier.lire('acheteur')).suivi.etat).toBe('reponse-attendue');
  await dossier.agir('tutrice', 'accepter-date');
  expect((await dossier.lire('acheteur')).suivi.etat).toBe('reporte');
});
