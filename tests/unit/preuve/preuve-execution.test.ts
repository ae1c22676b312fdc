import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvDeLaPreuve, preuveDExecution } from '../../../src/preuve/regles/preuve-execution.ts';
import { unDossier, unJournal, unSuivi } from '../../fabriques-suivi.ts';

const NOMS = { commune: 'Nanterre (92)', domaine: 'Logistique' };
const DOCUMENTS = [{ titre: 'Bilan croisé', remplitPar: 'Le tuteur ou la tutrice' }];
const JOURNAL = unJournal(
  ['interet-confirme', 'tutrice', { heures: 300 }, '2026-12-01T09:00:00.000Z'],
  ['ouvert', 'entreprise', { role: 'entreprise-1' }, '2026-12-01T10:00:00.000Z'],
  [
    'creneau-choisi',
    'tutrice',
    { debut: '2026-12-14T10:30', minutes: 60 },
    '2026-12-03T09:00:00.000Z',
  ],
  ['reunion-tenue', 'tutrice', { le: '2026-12-14' }, '2026-12-16T09:00:00.000Z'],
  [
    'refus',
    'entreprise',
    { motif: 'autre' },
    '2026-12-15T23:30:00.000Z',
    'Une raison que l’acheteur lit.',
  ],
);
const recu = unSuivi({ evenements: JOURNAL, maintenant: '2027-02-01T23:30:00.000Z' });
const avecHeures = {
  ...recu,
  suivi: { ...recu.suivi, semaines: { '2027-01-18': 28, '2027-01-11': 35 } },
};

describe('le dossier qui prouve l’exécution de la clause', () => {
  const preuve = preuveDExecution(avecHeures, NOMS, DOCUMENTS);

  it('range les étapes par jour, un fait noté après coup à son jour, et tait les ouvertures', () => {
    expect(preuve.etapes.map(({ le, quoi }) => `${le} ${quoi}`)).toEqual([
      '2026-12-01 Accueil demandé pour un jeune (jour J)',
      '2026-12-03 Rendez-vous fixé au 14 décembre 2026 à 10 h 30',
      '2026-12-14 Réunion de présentation tenue',
      '2026-12-16 Refus motivé, porté à l’acheteur',
    ]);
  });

  it('ne dit arrivés, ou non, que les courriels de l’entreprise : l’équipe sait aussi ceux des autres', () => {
    const perdu = { raison: 'rebond', entreprises: 2, acheteurs: 1 } as const;
    const sorts = unJournal(
      ['courriel-remis', 'systeme', { role: 'entreprise-1' }, '2026-12-01T09:05:00.000Z'],
      ['courriel-non-remis', 'systeme', { role: 'acheteur', ...perdu }, '2026-12-02T09:05:00.000Z'],
      ['courriel-non-remis', 'systeme', { role: 'tutrice', ...perdu }, '2026-12-03T09:05:00.000Z'],
      ['courriel-remis', 'systeme', { role: 'tutrice' }, '2026-12-04T09:05:00.000Z'],
    );
    const { etapes } = preuveDExecution({ ...recu, evenements: sorts }, NOMS, DOCUMENTS);
    expect(etapes.map(({ le, quoi }) => `${le} ${quoi}`)).toEqual([
      '2026-12-01 Courriel arrivé à l’entreprise',
    ]);
  });

  it('dit d’une réponse rapportée qu’elle l’est, sans motif, et tait les absences', () => {
    const { etapes } = preuveDExecution(
      unSuivi({
        evenements: unJournal(
          [
            'reponse-rapportee',
            'tutrice',
            { canal: 'telephone', quoi: 'rappel', rappelLe: '2026-12-14' },
            '2026-12-03T09:00:00.000Z',
          ],
          [
            'reponse-rapportee',
            'equipe',
            { canal: 'courriel', quoi: 'refus', motif: 'encadrement' },
            '2026-12-15T09:00:00.000Z',
          ],
          ['rapport-confirme', 'entreprise', { quoi: 'refus' }, '2026-12-16T09:00:00.000Z'],
          ['jeune-absent', 'entreprise', { le: '2026-12-17' }, '2026-12-17T09:00:00.000Z'],
        ),
      }),
      NOMS,
      DOCUMENTS,
    );
    expect(etapes.map(({ quoi, qui }) => `${quoi} (${qui})`)).toEqual([
      'Réponse de l’entreprise par téléphone, telle que rapportée : appel annoncé pour le 14 décembre 2026 (Tuteur ou tutrice)',
      'Réponse de l’entreprise par courriel, telle que rapportée : refus motivé, porté à l’acheteur (Équipe CSF)',
      'Réponse rapportée, confirmée par l’entreprise (Entreprise)',
    ]);
  });

  it('dit qu’un contact de l’entreprise est parti, ou revenu : un délai s’en explique', () => {
    const { etapes } = preuveDExecution(
      unSuivi({
        evenements: unJournal(
          [
            'contact-parti',
            'entreprise',
            { role: 'entreprise-1', entreprises: 0, acheteurs: 1 },
            '2026-12-03T09:00:00.000Z',
          ],
          [
            'contact-revenu',
            'entreprise',
            { role: 'entreprise-1', apres: 'depart' },
            '2026-12-04T09:00:00.000Z',
          ],
        ),
      }),
      NOMS,
      DOCUMENTS,
    );
    expect(etapes.map(({ quoi }) => quoi)).toEqual([
      'Contact dit parti, sans remplaçant connu',
      'Contact revenu',
    ]);
  });

  it('compte les heures semaine par semaine, dans l’ordre', () => {
    expect(preuve.semaines).toEqual([
      { lundi: '2027-01-11', heures: 35 },
      { lundi: '2027-01-18', heures: 28 },
    ]);
    expect(preuve.total).toBe(63);
  });

  it('explique des heures décomptées qui ne sont pas la somme des semaines', () => {
    const fin = { le: '2027-01-29', heures: 21, comptees: 21, aConfirmerLe: null };
    const avec = (semaines: Record<string, number>) =>
      preuveDExecution({ ...recu, suivi: { ...recu.suivi, fin, semaines } }, NOMS, DOCUMENTS);
    expect(preuve.decompte).toBeNull();
    expect(avec({ '2027-01-18': 21 }).decompte).toBeNull();
    expect(avec({ '2027-01-18': 14 }).decompte).toMatch(/21 h\..*14 h ont été déclarées/);
    expect(avec({}).decompte).toMatch(/21 h\..*aucune n’a été déclarée semaine par semaine/);
    expect(csvDeLaPreuve(avec({}))).toContain('aucune n’a été déclarée semaine par semaine');
  });

  it('est daté du jour à Paris, et ne porte ni personne ni texte libre', () => {
    expect(preuve.etabliLe).toBe('2027-02-02');
    const tout = JSON.stringify(preuve);
    const { demandeur, contacts } = unDossier();
    for (const personne of [demandeur.nom, ...contacts.map(({ nom }) => nom)])
      expect(tout).not.toContain(personne);
    expect(tout).not.toContain('Une raison');
  });

  it('se relit en CSV, une ligne par fait', () => {
    const lignes: Record<string, string>[] = parse(csvDeLaPreuve(preuve), {
      columns: true,
      bom: true,
    });
    expect(lignes.filter(({ rubrique }) => rubrique === 'etape')).toHaveLength(4);
    expect(lignes.filter(({ rubrique }) => rubrique === 'heures')).toEqual([
      {
        rubrique: 'heures',
        date: '2027-01-11',
        libelle: 'Semaine du 11 janvier 2027 au 17 janvier 2027',
        valeur: '35',
      },
      {
        rubrique: 'heures',
        date: '2027-01-18',
        libelle: 'Semaine du 18 janvier 2027 au 24 janvier 2027',
        valeur: '28',
      },
      { rubrique: 'heures', date: '', libelle: 'Total déclaré semaine par semaine', valeur: '63' },
    ]);
    expect(lignes.at(-1)).toMatchObject({ rubrique: 'document', libelle: 'Bilan croisé' });
  });
});
