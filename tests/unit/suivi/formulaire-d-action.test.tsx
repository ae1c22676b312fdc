import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { seRelit } from '../../../src/suivi/regles/actions-mots.ts';
import { ACTIONS, ACTIONS_POSSIBLES } from '../../../src/suivi/regles/actions.ts';
import { ETATS_DE_SUIVI } from '../../../src/suivi/regles/etats.ts';
import type { RoleDeLecteur } from '../../../src/suivi/regles/recu.ts';
import { enEtat } from '../../fabriques-etats.ts';
import {
  absentDeSuite,
  contactParti,
  debutPropose,
  finDiteParLaTutrice,
  questionPosee,
  repondueAuTelephone,
} from '../../fabriques-moments.ts';
import { LIEU } from '../../fabriques-suivi.ts';
import { defauts } from '../ilot.tsx';
import {
  appuyer,
  bouton,
  fait,
  faites,
  JETON,
  NOM,
  ouvrir,
  recommencer,
  remplirLeLieu,
  titre,
} from './un-dossier-ouvert.tsx';
import { service } from './un-service.ts';

vi.mock('../../../src/formulaire/appels/fonctions.ts', () => import('./un-service.ts'));

beforeEach(recommencer);

describe('le formulaire d’une action', () => {
  const toutes = ACTIONS_POSSIBLES.filter((action) => action !== 'ouvrir');
  const proposable = (action: (typeof toutes)[number]) => {
    const role = ACTIONS[action].roles[0] as RoleDeLecteur;
    const etat = ETATS_DE_SUIVI.find((candidat) => enEtat(candidat, role).actions.includes(action));
    if (action === 'reunion-manquee')
      return enEtat('reunion-prevue', role, '2026-12-15T09:00:00.000Z');
    if (action === 'toujours-actuel') return questionPosee('tutrice');
    if (action === 'redevenir-contact') return contactParti('entreprise');
    if (action === 'confirmer-heures') return finDiteParLaTutrice('entreprise');
    if (['accepter-date', 'ecarter-date'].includes(action)) return debutPropose(role);
    if (action === 'confirmer-rapport') return repondueAuTelephone('entreprise');
    if (action === 'retirer-absence') return absentDeSuite('entreprise', 1);
    return enEtat(etat ?? 'reponse-attendue', role);
  };

  it.each(toutes)(
    '« %s » s’ouvre à son titre, dit ce qui manque, et ne laisse pas partir sans relire',
    async (action) => {
      ouvrir(proposable(action), action);
      const entete = await waitFor(() => {
        const h3 = document.querySelector('#action');
        expect(document.activeElement).toBe(h3);
        return h3;
      });
      await waitFor(() =>
        expect(document.title).toBe(
          `${(entete?.textContent ?? '').replace(/\s/g, ' ')} – ${NOM} – Suivre un parcours`,
        ),
      );
      expect(await defauts()).toEqual([]);
      const formulaire = screen.getByRole<HTMLFormElement>('form');
      for (const champ of formulaire.querySelectorAll('.fr-input, .fr-select'))
        expect(champ.getAttribute('aria-invalid')).toBe('false');
      for (const date of formulaire.querySelectorAll<HTMLInputElement>('[type=date]'))
        expect(
          [date.min, date.max].every((borne) => borne !== ''),
          date.name,
        ).toBe(true);
      expect(formulaire.querySelector('[type=number], [autocomplete]:not(#c-leurre)')).toBeNull();
      expect([...formulaire.querySelectorAll('.csf-boutons button')].at(-1)?.textContent).toBe(
        'Annuler',
      );
      if (!seRelit(action)) return;
      service.reponses = [{ statut: 'erreurs', erreurs: { precision: 'Raccourcissez.' } }];
      await appuyer('Continuer');
      await waitFor(() =>
        expect(document.activeElement?.matches('.csf-resume-erreurs, .csf-relecture')).toBe(true),
      );
      expect(document.title).toMatch(/^(Erreur|Relisez) – /);
      expect(faites()).toEqual([]);
      expect(await defauts()).toEqual([]);
    },
  );

  it('propose des créneaux : relus, envoyés une fois, puis dits', async () => {
    ouvrir(enEtat('reponse-attendue', 'entreprise'));
    await titre('^C’est à vous');
    await appuyer('Proposer des créneaux');
    const [jour] = screen.getAllByLabelText<HTMLInputElement>('Jour');
    const [heure] = screen.getAllByLabelText<HTMLInputElement>('Heure de début');
    if (!jour || !heure) throw new Error('Le premier créneau manque.');
    fireEvent.input(jour, { target: { value: '2026-12-13' } });
    fireEvent.input(heure, { target: { value: '22:00' } });
    remplirLeLieu();
    await appuyer('Continuer');
    const resume = await screen.findByRole('group', { name: 'Une réponse est à corriger' });
    expect(document.activeElement).toBe(resume);
    expect(document.title).toMatch(/^Erreur – Proposer des créneaux/);
    await userEvent.click(within(resume).getByRole('link'));
    expect(document.activeElement).toBe(jour);
    fireEvent.input(jour, { target: { value: '2026-12-14' } });
    fireEvent.input(heure, { target: { value: '10:30' } });
    await appuyer('Continuer');
    const relecture = await screen.findByRole('region', { name: /Relisez avant d’enregistrer/ });
    expect(document.activeElement).toBe(relecture);
    expect(relecture.textContent).toMatch(
      /Premier créneaulundi\s14\sdécembre\s202610\sh\s30Où venir4 rue des Essais.*Durée de la réunion1\sheure/,
    );
    expect(await defauts()).toEqual([]);
    await appuyer('Modifier');
    expect(document.activeElement).toBe(document.querySelector('#action'));
    await appuyer('Continuer');
    await screen.findByRole('region', { name: /Relisez/ });
    service.reponses = [fait(enEtat('creneau-a-choisir', 'entreprise'))];
    const envoyer = bouton('Envoyer ces créneaux');
    fireEvent.click(envoyer);
    fireEvent.click(envoyer);
    await screen.findByText(/C’est enregistré\. L’entreprise a proposé 3\scréneaux\./);
    expect(document.activeElement?.className).toContain('csf-maintenant__avis');
    expect(faites()).toMatchObject([
      {
        jeton: JETON,
        vu: 3,
        action: 'proposer-creneaux',
        creneaux: [{ debut: '2026-12-14T10:30', minutes: 60 }],
        lieu: LIEU,
      },
    ]);
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.title).toBe(`${NOM} – Suivre un parcours`);
    expect(localStorage).toHaveLength(0);
    expect(await defauts()).toEqual([]);
  });

  it('garde où venir d’une proposition à l’autre, et le montre à qui doit y aller', async () => {
    const lu = enEtat('reunion-prevue', 'entreprise');
    ouvrir({ ...lu, dossier: { ...lu.dossier, lieu: LIEU } }, 'proposer-creneaux');
    expect((await screen.findByLabelText<HTMLInputElement>(/^Adresse/)).value).toBe(LIEU.adresse);
    expect(screen.getByLabelText<HTMLInputElement>(/Téléphone à appeler/).value).toBe(
      LIEU.telephone,
    );
    const ou = screen.getByRole('region', { name: 'Où venir' });
    expect(ou.textContent).toContain(LIEU.demander);
    expect(within(ou).getByRole('link').getAttribute('href')).toBe('tel:0199000004');
    expect(await defauts()).toEqual([]);
  });

  it('ramène au formulaire ce que le service refuse, sous le nom du champ', async () => {
    ouvrir(enEtat('reponse-attendue', 'acheteur'), 'transmettre');
    await userEvent.type(await screen.findByLabelText(/Prénom et nom/), 'Sam Essai');
    await userEvent.type(screen.getByLabelText(/adresse électronique/), 'sam@acheteur.example');
    await appuyer('Continuer');
    await screen.findByRole('region', { name: /cela ne se reprend pas/ });
    service.reponses = [
      { statut: 'erreurs', erreurs: { courriel: 'Cette adresse suit déjà ce parcours.' } },
    ];
    await appuyer('Confirmer');
    const resume = await screen.findByRole('group', { name: /à corriger/ });
    await waitFor(() => expect(document.activeElement).toBe(resume));
    expect(screen.getByLabelText(/adresse électronique/).getAttribute('aria-invalid')).toBe('true');
  });

  it('annulé, n’y laisse ni erreur ni texte, et rend l’un et l’autre à qui se ravise', async () => {
    ouvrir(enEtat('reponse-attendue', 'entreprise'));
    await titre('^C’est à vous');
    const ouvreur = bouton('Demander un report');
    await userEvent.click(ouvreur);
    await userEvent.type(screen.getByLabelText(/Une précision/), 'Le chantier ouvre tard.');
    await appuyer('Continuer');
    await screen.findByRole('group', { name: 'Il y a 2 réponses à corriger' });
    await appuyer('Annuler');
    expect(document.activeElement).toBe(ouvreur);
    expect(localStorage).toHaveLength(0);
    await screen.findByText('Votre brouillon est effacé.');
    await appuyer('Annuler l’effacement');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Une précision/).value).toBe(
      'Le chantier ouvre tard.',
    );
    expect(screen.queryByRole('group', { name: /à corriger/ })).toBeNull();
    await appuyer('Annuler$');
    await userEvent.click(ouvreur);
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Une précision/).value).toBe('');
    expect(document.querySelectorAll('.fr-message--error')).toHaveLength(0);
  });

  it('garde un brouillon par dossier et par action', async () => {
    const premier = ouvrir(enEtat('reponse-attendue', 'entreprise'), 'reporter');
    await userEvent.type(await screen.findByLabelText(/Une précision/), 'Le chantier ouvre tard.');
    expect(Object.keys(localStorage)).toEqual(['csf-brouillon-suivi-D-h7k2mn-reporter']);
    premier.unmount();
    premier.container.remove();
    ouvrir(enEtat('reponse-attendue', 'entreprise'), 'reporter');
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLTextAreaElement>(/Une précision/).value).toBe(
        'Le chantier ouvre tard.',
      ),
    );
    await screen.findByText(/Nous avons repris votre brouillon/);
  });
});
