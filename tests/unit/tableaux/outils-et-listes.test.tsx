import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { PersonneAVerifier } from '../../../src/demande/regles/personne-a-verifier.ts';
import { uneLigneDeTableau } from '../../fabriques-tableau.ts';
import { defauts } from '../ilot.tsx';
import { JETON, bouton, desLignes, ouvrir, partirDeZero } from './ouvrir.tsx';
import { service } from './service.ts';

vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./service.ts')).fonctions,
);
vi.mock(
  '../../../src/lieux/appels/communes.ts',
  async () => (await import('./service.ts')).communes,
);
vi.mock('../../../src/ui/telecharger.ts', async () => (await import('./service.ts')).fichiers);

partirDeZero();

describe('ce que l’on emporte', () => {
  it('est filtré, sans lien ni adresse : un fichier CSV, ou un tableau à coller', async () => {
    const personne = userEvent.setup();
    await ouvrir('equipe', { lignes: desLignes(9) });
    await personne.click(screen.getByRole('checkbox', { name: /En retard/ }));
    await personne.click(bouton('Télécharger en CSV'));
    const [fichier = ''] = service.fichiers;
    expect(fichier.trim().split('\r\n')).toHaveLength(4);
    expect(fichier).not.toMatch(/jjj|@/);
    await personne.click(bouton('Copier le tableau'));
    await screen.findByText('Tableau copié : collez-le dans un tableur.');
    const rangees = (await navigator.clipboard.readText()).split('\n');
    expect(rangees).toHaveLength(4);
    expect(rangees[1]?.split('\t').slice(0, 4)).toEqual([
      'D-000006',
      'bcdfghjk',
      'Préparer une commande, tenir un inventaire',
      'Nanterre (92)',
    ]);
  });

  it('se télécharge quand le presse-papiers refuse', async () => {
    const personne = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('interdit'));
    await ouvrir('equipe', { lignes: desLignes(1) });
    await personne.click(bouton('Copier le tableau'));
    await screen.findByText('Copie impossible ici. Téléchargez plutôt le fichier CSV.');
  });
});

describe('les listes à surveiller', () => {
  const contacts = Array.from({ length: 12 }, (_, rang) => ({
    ...uneLigneDeTableau().parcours,
    id: `parcour${rang}`,
    academie: 'lyon',
    depuisLe: rang === 0 ? null : '2026-09-01',
  }));

  it('longues, montrent dix parcours, puis tous, le focus sur le onzième', async () => {
    await ouvrir('acheteur', { role: 'acheteur', contactsJamaisConfirmes: contacts });
    const liste = screen.getByRole('region', { name: 'Contacts jamais confirmés (12)' });
    expect(within(liste).getAllByRole('listitem')).toHaveLength(10);
    expect(within(liste).getAllByText('Depuis le 1er septembre 2026')).toHaveLength(9);
    await userEvent.click(bouton('Montrer les 12 de la liste « Contacts jamais confirmés »'));
    const elements = within(liste).getAllByRole('listitem');
    expect(elements).toHaveLength(12);
    expect(document.activeElement).toBe(elements[10]?.querySelector('a'));
    expect(screen.queryByRole('button', { name: /Montrer les/ })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('s’impriment en entier', async () => {
    await ouvrir('acheteur', { role: 'acheteur', contactsJamaisConfirmes: contacts });
    dispatchEvent(new Event('beforeprint'));
    const liste = screen.getByRole('region', { name: 'Contacts jamais confirmés (12)' });
    expect(within(liste).getAllByRole('listitem')).toHaveLength(12);
  });

  it('vides, le disent', async () => {
    await ouvrir('equipe', {});
    for (const dit of [
      'Aucun parcours ne se termine bientôt sans jeune.',
      'Tous les contacts sont confirmés.',
      'Tous les courriels sont partis.',
    ])
      expect(screen.getByText(dit)).toBeDefined();
    expect(await defauts()).toEqual([]);
  });
});

describe('une personne à vérifier', () => {
  const personne: PersonneAVerifier = {
    id: '4f0f5d9e-5a53-4b39-8b44-1f5a6a0a5a10',
    reference: 'D-bcdfgh',
    academie: 'lyon',
    nom: 'Alix Exemple',
    courriel: 'alix@messagerie.example',
    telephone: null,
    role: 'tuteur-partenaire',
    etablissement: 'Mission Exemple',
    parcours: uneLigneDeTableau().parcours,
    verification: {
      par: 'coordination',
      depuisLe: '2027-01-18T10:00:00Z',
      relaisLe: '2027-01-20',
      gardeeJusquAu: '2027-01-25',
    },
  };

  it('se dit connue d’un bouton, une seule fois, à la coordination comme à l’équipe', async () => {
    await ouvrir('equipe', {
      role: 'coordination',
      academie: 'lyon',
      personnesAVerifier: [personne],
    });
    const liste = screen.getByRole('region', { name: 'Personnes à vérifier (1)' });
    expect(within(liste).getByText(/depuis le 18 janvier 2027/)).toBeDefined();
    expect(await defauts()).toEqual([]);
    service.reponses.unshift({ statut: 'connue' });
    await userEvent.dblClick(bouton('Je la connais (Alix Exemple)'));
    await screen.findByText('C’est noté : sa demande part.');
    await userEvent.click(bouton('Je ne la connais pas (Alix Exemple)'));
    expect(service.recus.slice(1)).toEqual([
      ['demande/verifier-personne', { jeton: JETON, demande: personne.id, connue: true }],
    ]);
    expect(await defauts()).toEqual([]);
  });

  it('ne prend pas de place quand personne n’attend', async () => {
    await ouvrir('equipe', {});
    expect(screen.queryByRole('region', { name: /Personnes à vérifier/ })).toBeNull();
  });

  it('dont la réponse n’est pas arrivée se redit', async () => {
    await ouvrir('equipe', { personnesAVerifier: [personne] });
    service.reponses = [{ statut: 'indisponible' }];
    await userEvent.click(bouton('Je ne la connais pas (Alix Exemple)'));
    await screen.findByText('Rien n’est enregistré. Réessayez plus tard.');
    service.reponses = [{ statut: 'non-verifiee' }];
    await userEvent.click(bouton('Je ne la connais pas (Alix Exemple)'));
    await screen.findByText('C’est noté : sa demande est close.');
  });
});

describe('un acheteur à remplacer', () => {
  const releve = {
    id: '6f0f5d9e-5a53-4b39-8b44-1f5a6a0a5a11',
    nom: 'Noa Exemple',
    courriel: 'noa@mairie.example',
    telephone: null,
    courrielParti: null,
    reference: 'D-bcdfgh',
    acheteur: 'partie@mairie.example',
    parcours: 3,
    creeLe: '2027-01-18T10:00:00Z',
  };

  it('se vérifie sur ce que le tableau en dit, puis s’accepte d’un bouton, une seule fois', async () => {
    await ouvrir('equipe', { releves: [releve] });
    const liste = screen.getByRole('region', { name: 'Acheteurs à remplacer (1)' });
    expect(liste.textContent).toContain('partie@mairie.example, référence D-bcdfgh');
    expect(liste.textContent).toMatch(/3 parcours, demandé le 18 janvier 2027.*même structure/);
    expect(await defauts()).toEqual([]);
    service.reponses.unshift({ statut: 'acceptee' });
    await userEvent.dblClick(bouton('Accepter (Noa Exemple)'));
    await screen.findByText(/C’est fait : ses liens partent/);
    expect(service.recus.slice(1)).toEqual([
      ['suivi/decider-releve', { jeton: JETON, releve: releve.id, accepte: true }],
    ]);
  });

  it('que l’on ne retrouve pas ne peut qu’être refusé', async () => {
    await ouvrir('equipe', { releves: [{ ...releve, acheteur: null, parcours: 0 }] });
    expect(screen.queryByRole('button', { name: /Accepter/ })).toBeNull();
    service.reponses = [{ statut: 'indisponible' }];
    await userEvent.click(bouton('Refuser (Noa Exemple)'));
    await screen.findByText('Rien n’est enregistré. Réessayez plus tard.');
  });
});

describe('un courriel qui n’est pas arrivé', () => {
  const courriel = {
    id: '4f0f5d9e-5a53-4b39-8b44-1f5a6a0a5a10',
    gabarit: 'interet-entreprise',
    destinataire: 'parti@entreprise.example',
    erreur: 'sans_reponse',
    creeLe: '2027-01-12T10:00:00Z',
    reference: 'D-bcdfgh',
  };
  const renvoyer = () => bouton('Renvoyer');

  it('se renvoie une seule fois, et son bouton garde le focus', async () => {
    await ouvrir('equipe', { courrielsMorts: [courriel] }, { courrielsMorts: [courriel] });
    service.reponses.unshift({ statut: 'fait' });
    await userEvent.click(
      bouton(
        'Renvoyer à parti@entreprise.example (Demande de rendez-vous à l’entreprise, dossier D-bcdfgh)',
      ),
    );
    await screen.findByText('Le courriel repart dans quelques instants.');
    expect(document.activeElement).toBe(renvoyer());
    expect(renvoyer().getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(renvoyer());
    expect(service.recus.slice(1)).toEqual([
      ['suivi/agir-tableau', { jeton: JETON, action: 'renvoyer-courriel', id: courriel.id }],
    ]);
    expect(await defauts()).toEqual([]);
  });

  it('qui ne repart pas se renvoie de nouveau', async () => {
    await ouvrir('equipe', { courrielsMorts: [courriel] });
    await userEvent.click(renvoyer());
    await screen.findByText('Rien n’est reparti. Réessayez plus tard.');
    service.reponses = [{ statut: 'fait' }];
    await userEvent.click(renvoyer());
    await screen.findByText('Le courriel repart dans quelques instants.');
  });

  it('revenu dans le tableau relu, se renvoie de nouveau', async () => {
    await ouvrir(
      'equipe',
      { courrielsMorts: [courriel] },
      { courrielsMorts: [courriel], maintenant: '2027-01-20T10:00:00Z' },
    );
    service.reponses.unshift({ statut: 'fait' });
    await userEvent.click(renvoyer());
    await screen.findByText('Le courriel repart dans quelques instants.');
    await userEvent.click(bouton('Actualiser'));
    expect(renvoyer().getAttribute('aria-disabled')).toBe('false');
  });

  it('sans destinataire ni dossier se dit quand même', async () => {
    const efface = { ...courriel, destinataire: null, reference: null, erreur: null };
    await ouvrir('equipe', { courrielsMorts: [efface] });
    const liste = screen.getByRole('region', { name: 'Courriels non arrivés (1)' });
    expect(within(liste).getByText('Destinataire effacé')).toBeDefined();
    expect(within(liste).getByText('Raison inconnue')).toBeDefined();
    expect(renvoyer().textContent).toBe(
      'Renvoyer à cette personne (Demande de rendez-vous à l’entreprise)',
    );
  });
});
