import { afterAll, beforeAll, expect, it } from 'vitest';
import { jourAParis } from '../../src/socle/dates.ts';
import { ServiceDEssai } from './service.ts';
import { avancer, DossierDEssai } from './suivi.ts';

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
