import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfirmerLesContacts } from '../../../src/declaration/ConfirmerLesContacts.tsx';
import { refusSchema } from '../../../src/declaration/regles/decision.ts';
import { ValiderLaDeclaration } from '../../../src/declaration/ValiderLaDeclaration.tsx';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import type * as ModuleEnvoi from '../../../src/formulaire/scripts/envoi.ts';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { animer, defauts } from '../ilot.tsx';
import { BORNES, DOMAINES, uneDeclaration } from './site.ts';

const service = vi.hoisted(() => ({
  recus: [] as [string, Record<string, unknown>][],
  reponses: [] as Reponse[],
}));
const site = vi.hoisted(() => ({ horsDAtteinte: false }));

vi.mock('../../../src/site/appels.ts', async () => {
  const { lireJsonDEssai } = await import('./site.ts');
  return {
    lireJson: (chemin: string) =>
      site.horsDAtteinte ? Promise.reject(new Error('hors d’atteinte')) : lireJsonDEssai(chemin),
  };
});
vi.mock('../../../src/formulaire/scripts/envoi.ts', async (original) => ({
  ...(await original<typeof ModuleEnvoi>()),
  estProtege: () => true,
}));
vi.mock('../../../src/formulaire/appels/fonctions.ts', () => ({
  envoyer: (_fonctions: string, route: string, champs: Record<string, unknown>) => {
    service.recus.push([route, champs]);
    return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
  },
}));

const JETON = 'jeton-d-essai-qui-est-assez-long';
const FONCTIONS = 'https://service.example';
const titre = (nom: string | RegExp) => screen.findByRole('heading', { name: nom });
const bouton = (nom: string | RegExp) => screen.getByRole('button', { name: nom });

beforeEach(() => {
  service.recus = [];
  service.reponses = [];
  site.horsDAtteinte = false;
  localStorage.clear();
  sessionStorage.clear();
  document.title = 'Une page – Clause sociale de formation';
  history.replaceState(null, '', `/declaration/#${JETON}`);
});

describe('les contacts que l’entreprise confirme', () => {
  const ouvrir = (reponse: Reponse) => {
    service.reponses = [reponse];
    return animer(<ConfirmerLesContacts fonctions={FONCTIONS} bornes={BORNES} />);
  };
  const groupe = (nom: string) => within(screen.getByRole('group', { name: nom }));
  const confirmer = () => userEvent.click(bouton('Confirmer ces deux contacts'));

  it('sont ceux de la déclaration ; seule la personne qui répond se voit proposer ses coordonnées', async () => {
    ouvrir(uneDeclaration());
    await titre('Vos deux contacts');
    expect(service.recus).toEqual([['declaration/lire-lien', { jeton: JETON }]]);
    const tuteur = groupe('Le tuteur entreprise').getAllByRole<HTMLInputElement>('textbox');
    expect(tuteur.map(({ value }) => value)).toEqual([
      'Sacha Exemple',
      'entreprise-2@structure.example',
      '01 99 00 00 00',
    ]);
    expect(tuteur.map((champ) => champ.autocomplete)).toEqual(['name', 'email', 'tel']);
    const marche = groupe('Le contact du marché').getAllByRole<HTMLInputElement>('textbox');
    expect(marche.map((champ) => champ.getAttribute('autocomplete'))).toEqual([null, null, null]);
    expect(screen.queryByText(/déjà confirmés/)).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('se corrigent, partent avec le lien seul, et rien n’en reste sur l’appareil', async () => {
    ouvrir(uneDeclaration({ contactsConfirmesLe: '2026-11-24T10:00:00Z' }));
    await screen.findByText(/Ces contacts sont déjà confirmés/);
    const nom = groupe('Le tuteur entreprise').getByLabelText('Prénom et nom');
    await userEvent.clear(nom);
    await confirmer();
    await screen.findByRole('group', { name: 'Une réponse est à corriger' });
    expect(document.title).toMatch(/^Erreur – Une page/);
    expect(await defauts()).toEqual([]);
    await userEvent.type(nom, 'Alix Exemple');
    service.reponses = [{ statut: 'contacts-confirmes', reference: 'P-bcdfgh' }];
    await confirmer();
    const merci = await titre('Merci, vos contacts sont confirmés');
    expect(document.activeElement).toBe(merci);
    expect(document.title).toMatch(/^Merci, vos contacts sont confirmés – Une page/);
    expect(service.recus.at(-1)).toMatchObject([
      'declaration/confirmer-contacts',
      { jeton: JETON, entreprise2: { nom: 'Alix Exemple', telephone: '01 99 00 00 00' } },
    ]);
    expect(localStorage).toHaveLength(0);
    expect(screen.queryByRole('link', { name: 'Recevoir un nouveau lien' })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('en panne, restent à l’écran, avec le lien à rouvrir ailleurs', async () => {
    ouvrir(uneDeclaration());
    await titre('Vos deux contacts');
    await confirmer();
    const panne = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    expect(document.activeElement).toBe(panne);
    expect(within(panne).getByLabelText('Votre lien personnel')).toHaveProperty(
      'value',
      `${location.origin}/declaration/#${JETON}`,
    );
    expect(await defauts()).toEqual([]);
  });

  it.each([
    ['a-verifier', 'Votre correction est transmise'],
    ['refusee', 'Cette déclaration n’a pas été retenue'],
    ['lien-expire', 'Ce lien a expiré'],
  ])('%s : dit ce qu’il en est', async (statut, dit) => {
    ouvrir(uneDeclaration());
    await titre('Vos deux contacts');
    service.reponses = [{ statut }];
    await confirmer();
    expect(document.activeElement).toBe(await titre(dit));
    expect(await defauts()).toEqual([]);
  });
});

describe('la déclaration que l’équipe valide', () => {
  const ouvrir = (reponse: Reponse) => {
    service.reponses = [reponse];
    return animer(
      <ValiderLaDeclaration
        fonctions={FONCTIONS}
        domaines={DOMAINES}
        bornesDuMotif={bornesDe(refusSchema).motif}
      />,
    );
  };
  const continuer = () => userEvent.click(bouton('Continuer'));
  const relecture = () => screen.findByRole('region', { name: /^Relisez\s: cette décision/ });

  it('se lit en entier : les personnes, puis la page publique', async () => {
    const { container } = ouvrir(uneDeclaration());
    await titre('Déclaration P-bcdfgh');
    screen.getByText('L’entreprise n’a pas encore confirmé ses contacts.');
    screen.getByText('entreprise-2@structure.example, 01 99 00 00 00');
    await screen.findByText(/Déduit de la commune/);
    expect(container.querySelector('.csf-apercu')?.textContent).toContain('Informatique');
    expect(await defauts()).toEqual([]);
  });

  it('sans le nom de la commune, le dit', async () => {
    site.horsDAtteinte = true;
    ouvrir(
      uneDeclaration({ statut: 'contacts-confirmes', contactsConfirmesLe: '2026-11-24T10:00:00Z' }),
    );
    await screen.findByText(/La commune n’a pas pu être lue/);
    screen.getByText(/a confirmé ses contacts le/);
    expect(await defauts()).toEqual([]);
  });

  it('se refuse avec une raison, qui se relit', async () => {
    ouvrir(uneDeclaration());
    await titre('Votre décision');
    await continuer();
    const resume = await screen.findByRole('group', { name: 'Une réponse est à corriger' });
    within(resume).getByRole('link', { name: 'Dites si la déclaration est acceptée.' });
    expect(document.title).toMatch(/^Erreur – /);
    await userEvent.click(screen.getByRole('radio', { name: /^Refuser/ }));
    await continuer();
    await userEvent.click(await screen.findByRole('link', { name: 'Écrivez la raison du refus.' }));
    expect(await defauts()).toEqual([]);
    await userEvent.keyboard('La commune est fausse');
    await continuer();
    const relue = await relecture();
    expect(document.activeElement).toBe(relue);
    expect(document.title).toMatch(/^Relisez cette décision – /);
    expect(relue.textContent).toMatch(/«\sLa commune est fausse\s»/);
    expect(await defauts()).toEqual([]);
    await userEvent.click(bouton('Revenir'));
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /^Accepter/ }));
    await continuer();
    await relecture();
    service.reponses = [{ statut: 'refusee' }];
    await userEvent.click(bouton('Confirmer la décision'));
    expect(document.activeElement).toBe(await titre('Cette déclaration est refusée'));
    expect(service.recus.at(-1)).toEqual([
      'declaration/valider-declaration',
      { jeton: JETON, accepte: false, motif: 'La commune est fausse' },
    ]);
    expect(screen.queryByRole('link', { name: 'Recevoir un nouveau lien' })).toBeNull();
    expect(await defauts()).toEqual([]);
  });

  it('en panne, garde la décision relue', async () => {
    ouvrir(uneDeclaration());
    await titre('Votre décision');
    await userEvent.click(screen.getByRole('radio', { name: /^Accepter/ }));
    await continuer();
    await relecture();
    await userEvent.click(bouton('Confirmer la décision'));
    const panne = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    within(panne).getByLabelText('Votre lien personnel');
    expect(await defauts()).toEqual([]);
    service.reponses = [{ statut: 'validee' }];
    await userEvent.click(bouton('Confirmer la décision'));
    await titre('Ce parcours est accepté');
  });

  it.each([
    ['validee', 'Ce parcours est accepté', false],
    ['refusee', 'Cette déclaration est refusée', false],
    ['lien-expire', 'Ce lien a expiré', true],
    ['lien-inconnu', 'Ce lien ne marche plus', true],
  ])('%s : le dit, et propose un lien si un lien peut servir', async (statut, dit, propose) => {
    ouvrir({ statut });
    await titre(dit);
    const lien = screen.queryByRole('link', { name: 'Recevoir un nouveau lien' });
    expect(lien !== null).toBe(propose);
    expect(await defauts()).toEqual([]);
  });
});
