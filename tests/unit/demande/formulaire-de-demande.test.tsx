import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enFrancais } from '../../../src/socle/dates.ts';
import { defauts } from '../ilot.tsx';
import {
  DEBUT,
  MESSAGE,
  PARCOURS,
  appuyer,
  champ,
  connu,
  direQuand,
  direQui,
  etape,
  lignes,
  message,
  ouvrir,
  relireTout,
  recommencer,
} from './demande-a-remplir.tsx';
import { ETAT, service } from './service-simule.ts';

vi.mock('../../../src/formulaire/scripts/envoi.ts', async (original) => ({
  ...(await original<object>()),
  ...(await import('./service-simule.ts')).envoi,
}));
vi.mock(
  '../../../src/formulaire/appels/fonctions.ts',
  async () => (await import('./service-simule.ts')).appels,
);
vi.mock(
  '../../../src/demande/scripts/recu.ts',
  async () => (await import('./service-simule.ts')).suite,
);

beforeEach(recommencer);

describe('le formulaire d’une demande', () => {
  it('sans JavaScript, montre tout et s’envoie d’un bouton ; animé, une étape à la fois', async () => {
    const { container } = ouvrir((page) => {
      expect(page.querySelectorAll('[data-etape]:not([hidden])')).toHaveLength(3);
      const boutons = [...page.querySelectorAll('.csf-boutons button')];
      expect(boutons.map(({ textContent }) => textContent)).toEqual(['Envoyer ma demande']);
    });
    await connu();
    expect(container.querySelector('form')?.action).toBe(
      'https://service.example/demande/exprimer-interet',
    );
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ id }) => id)).toEqual(['etape-1']);
    expect(document.title).toBe('Étape 1 sur 3 – Dire votre intérêt');
    for (const saisi of container.querySelectorAll('[data-champ] :is(input, select, textarea)'))
      expect(saisi.getAttribute('aria-invalid'), saisi.outerHTML).not.toBe('true');
    expect(await defauts()).toEqual([]);
  });

  it('nomme le parcours, et laisse en choisir un autre', async () => {
    ouvrir();
    await connu();
    const lien = screen.getByRole('link', { name: 'Préparer une commande' });
    expect(lien.getAttribute('href')).toBe(`/parcours/${PARCOURS}/`);
    const reference = champ(/^Référence du parcours/);
    expect(reference.closest('[hidden]')).not.toBeNull();
    await appuyer('Choisir un autre parcours');
    expect(document.activeElement).toBe(reference);
    expect(reference.value).toBe(PARCOURS);
    service.etat = { ...ETAT, intitule: 'Vendre des fleurs', heuresRestantes: 150 };
    await userEvent.clear(reference);
    await userEvent.type(reference, 'lmnpqrst');
    await userEvent.tab();
    await screen.findByRole('link', { name: 'Vendre des fleurs' });
    expect(reference.closest('[hidden]')).not.toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('dit dès la première étape qu’un autre jeune est proposé', async () => {
    service.etat = { ...ETAT, disponibilite: 'reserve', enAttente: 1 };
    ouvrir();
    const statuts = await screen.findAllByRole('status');
    await waitFor(() =>
      expect(statuts.map(({ textContent }) => textContent).join()).toMatch(
        /Ce parcours est réservé\. .* 1 jeune attend déjà\./,
      ),
    );
  });

  it('une référence inconnue reste à corriger', async () => {
    service.etat = { statut: 'inconnu' };
    ouvrir();
    await screen.findByText(/^Aucun parcours publié ne porte cette référence/);
    expect(champ(/^Référence du parcours/).getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('button', { name: 'Choisir un autre parcours' })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('service en panne à l’arrivée : la référence suffit, et les heures se tapent', async () => {
    service.etat = undefined;
    ouvrir();
    await screen.findByRole('link', { name: `Parcours ${PARCOURS}` });
    await direQui();
    const heures = champ(/^Nombre d’heures/);
    expect([heures.type, heures.inputMode]).toEqual(['text', 'decimal']);
    await userEvent.type(heures, '150');
    expect(await defauts()).toEqual([]);
  });

  it('ne propose que les heures qui restent', async () => {
    service.etat = { ...ETAT, heuresRestantes: 200 };
    ouvrir();
    await connu();
    const choix = document.querySelectorAll<HTMLInputElement>('[name=heures]');
    expect([...choix].map(({ value }) => value)).toEqual(['150', '200']);
    expect(document.body.textContent).toContain('Toutes les heures qui restent');
  });

  it('dit les erreurs de l’étape, mène aux champs, et le titre suit', async () => {
    ouvrir();
    await connu();
    await appuyer('Continuer');
    const resume = await screen.findByRole('group', { name: 'Il y a 5 réponses à corriger' });
    expect(document.activeElement).toBe(resume);
    expect(document.title).toBe('Erreur – Étape 1 sur 3 – Dire votre intérêt');
    await userEvent.click(within(resume).getByRole('link', { name: 'Choisissez votre académie.' }));
    expect(document.activeElement).toBe(champ('Académie'));
    expect(champ('Académie').getAttribute('aria-invalid')).toBe('true');
    expect(await defauts()).toEqual([]);
    await direQui();
    expect(document.activeElement?.id).toBe('etape-2');
    expect(document.title).toBe('Étape 2 sur 3 – Dire votre intérêt');
    await appuyer('Continuer');
    const suivant = await screen.findByRole('group', { name: 'Il y a 2 réponses à corriger' });
    await userEvent.click(within(suivant).getByRole('link', { name: /nombre d’heures/ }));
    expect(document.activeElement).toBe(champ(/\(150\sh\)/));
    fireEvent.change(champ(/^Le jeune peut/), { target: { value: '2020-01-01' } });
    await appuyer('Continuer');
    await screen.findByRole('link', { name: /^Cette date est passée/ });
    expect(await defauts()).toEqual([]);
  });

  it('la touche Entrée continue, « Précédent » suit « Continuer »', async () => {
    ouvrir();
    await connu();
    await direQui();
    const boutons = [...document.querySelectorAll('.csf-boutons button')];
    expect(boutons.map(({ textContent }) => textContent)).toEqual(['Continuer', 'Précédent']);
    await appuyer('Précédent');
    expect(document.activeElement?.id).toBe('etape-1');
    await userEvent.type(champ('Prénom et nom'), '{Enter}');
    await etape('Quand, et combien');
    expect(service.recus).toEqual([]);
  });

  it('avertit pendant que le message s’écrit, et refuse une fuite', async () => {
    ouvrir();
    await connu();
    await direQui();
    await direQuand();
    await userEvent.type(message(), 'Le jeune a 17 ans. Appelez le 06 12 34 56 78.');
    await screen.findByRole('heading', { name: 'Votre message ne peut pas partir ainsi' });
    screen.getByRole('heading', { name: 'À vérifier dans votre message' });
    expect(await defauts()).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox', { name: /^J’accepte que/ }));
    await appuyer('Continuer');
    await screen.findByRole('group', { name: 'Une réponse est à corriger' });
    await userEvent.clear(message());
    await userEvent.type(message(), 'Le jeune a 17 ans et aime le calcul.');
    await appuyer('Continuer');
    // Un doute avertit seulement : la personne décide, et le relit avant d'envoyer.
    await etape('Relisez avant');
    await screen.findByRole('heading', { name: 'À vérifier dans votre message' });
    expect(screen.queryByRole('heading', { name: /ne peut pas partir/ })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('montre ce qui va partir, et « Modifier » ramène à la relecture', async () => {
    ouvrir();
    await relireTout();
    expect(document.activeElement?.id).toBe('recapitulatif');
    expect(document.title).toBe('Relisez avant d’envoyer – Dire votre intérêt');
    expect(lignes()).toEqual([
      `Référence du parcours : ${PARCOURS}`,
      'Prénom et nom : Alix Exemple',
      'Adresse électronique professionnelle : alix@lycee.example',
      'Téléphone professionnel : Non renseigné',
      'Votre rôle : Tuteur ou tutrice en lycée',
      'Établissement ou structure : Lycée Exemple',
      'Académie : Rennes',
      `Le jeune peut commencer le : ${enFrancais(DEBUT, { jourDeSemaine: true })}`,
      'Combien de temps ? : 9 semaines (300 h)',
      `Quelques mots pour l’entreprise : ${MESSAGE}`,
      expect.stringMatching(/^J’accepte .* : Oui$/),
    ]);
    const boutons = [...document.querySelectorAll('.csf-boutons button')];
    expect(boutons.map(({ textContent }) => textContent)).toEqual([
      'Envoyer ma demande',
      'Précédent',
    ]);
    expect(await defauts()).toEqual([]);
    await appuyer(/^Modifier\s?: Référence/);
    expect(document.activeElement).toBe(champ(/^Référence du parcours/));
    await appuyer('Continuer');
    await etape('Relisez avant');
    await appuyer(/^Modifier\s?: Établissement/);
    expect(document.activeElement).toBe(champ('Établissement ou structure'));
    await userEvent.clear(champ('Établissement ou structure'));
    await userEvent.type(champ('Établissement ou structure'), 'Collège Exemple');
    await appuyer('Continuer');
    await etape('Relisez avant');
    expect(lignes()).toContain('Établissement ou structure : Collège Exemple');
  });
});
