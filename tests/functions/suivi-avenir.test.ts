import { afterAll, beforeAll, expect, it } from 'vitest';
import { jourAParis } from '../../src/socle/dates.ts';
import { ServiceDEssai } from './service.ts';
import { avancer, dernier, DossierDEssai } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  // Un lundi de mai : ni vacances, ni jour férié dans les deux mois.
  essai = await ServiceDEssai.ouvrir({ depart: new Date('2027-05-10T08:00:00Z') });
});
afterAll(() => essai.fermer());

it('ce que la page de la tutrice annonce est ce que le service fait, jour pour jour, si personne n’agit', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  const suite = (await dossier.lire('tutrice')).pourLaTutrice;
  const annonces = suite?.avenir ?? [];
  expect(annonces.length).toBeGreaterThan(5);
  expect((await dossier.lire('entreprise-1')).pourLaTutrice).toBeUndefined();

  for (let jour = 0; jour < 45; jour += 1) await avancer(essai, 1);
  const { rows } = await essai.service.base.query<{ le: Date }>(
    `select le from prive.evenements where demande_id = $1 and auteur = 'systeme'
       and genre in ('relance', 'acheteur-alerte', 'actualite-demandee', 'demande-endormie')
     order by id`,
    [dossier.demande.id],
  );
  const faits = new Set(rows.map(({ le }) => jourAParis(new Date(le))));
  expect([...new Set(annonces.map(({ le }) => le))]).toEqual([...faits]);
});

it('une semaine sans réponse, puis un refus : trois autres parcours, libres, par courriel et sur sa page', async () => {
  const dossier = await DossierDEssai.ouvrir(essai);
  const ailleursDe = async () => (await dossier.lire('tutrice')).pourLaTutrice?.ailleurs;
  await avancer(essai, 6);
  expect(await ailleursDe()).toBeUndefined();
  await avancer(essai, 1);
  const { subject, text } = dernier(essai, dossier.adresse('tutrice'));
  expect(subject).toContain('Pas encore de réponse');
  const proposes = [...text.matchAll(/\/parcours\/([a-z0-9]{8})\//g)]
    .map(([, id = '']) => id)
    .filter((id) => id !== dossier.parcours);
  expect(proposes.length).toBeGreaterThan(0);
  expect((await ailleursDe())?.parcours.map(({ id }) => id)).toEqual(proposes);
  for (const id of proposes) {
    expect(text).toContain(`/interet/?parcours=${id}`);
    const { rows } = await essai.service.base.query(
      'select disponibilite from public.catalogue where id = $1',
      [id],
    );
    expect(rows).toEqual([{ disponibilite: 'disponible' }]);
  }

  // Un jeune y est proposé entre-temps : il ne l'est plus à personne d'autre.
  const [pris = ''] = proposes;
  const [jeton] = await essai.demandesARecevoir(pris, 1);
  await essai.poster('confirmer-interet', { jeton });
  expect((await ailleursDe())?.parcours.map(({ id }) => id)).not.toContain(pris);
  const motif = { motif: 'activite', precision: 'Le service ferme.' };
  expect((await dossier.agir('entreprise-1', 'refuser', motif)).statut).toBe(200);
  await essai.courrielsPartis();
  const refus = dernier(essai, dossier.adresse('tutrice')).text;
  expect(refus).toContain('a refusé');
  expect(refus).toContain('/interet/?parcours=');
  expect(refus).not.toContain(`/interet/?parcours=${pris}`);
  expect((await ailleursDe())?.parcours.length).toBeGreaterThan(0);
  expect(refus).toContain('Votre demande, elle, continue.');
  // L'acheteur et l'équipe n'ont rien à chercher.
  expect(dernier(essai, dossier.adresse('acheteur')).text).not.toContain('/interet/');

  expect((await dossier.agir('acheteur', 'confirmer-refus')).statut).toBe(200);
  await essai.courrielsPartis();
  const fin = dernier(essai, dossier.adresse('tutrice')).text;
  expect(fin).toContain('/interet/?parcours=');
  expect(fin).not.toContain('continue');
  expect(fin).not.toContain('ne peut pas attendre');
});
