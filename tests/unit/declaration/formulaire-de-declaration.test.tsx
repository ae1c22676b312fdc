import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FormulaireDeDeclaration } from '../../../src/declaration/FormulaireDeDeclaration.tsx';
import type { Reponse } from '../../../src/formulaire/appels/fonctions.ts';
import type * as ModuleEnvoi from '../../../src/formulaire/scripts/envoi.ts';
import { animer, defauts } from '../ilot.tsx';
import { BORNES, DOMAINES } from './site.ts';

const service = vi.hoisted(() => ({
  recus: [] as Record<string, unknown>[],
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
  Envoi: class {
    preparer() {
      return undefined;
    }
    envoyer(champs: Record<string, unknown>) {
      service.recus.push(champs);
      return Promise.resolve(service.reponses.shift() ?? { statut: 'indisponible' });
    }
  },
}));

const montree = vi.fn();
beforeEach(() => {
  service.recus = [];
  service.reponses = [];
  site.horsDAtteinte = false;
  localStorage.clear();
  sessionStorage.clear();
  // jsdom ne fait pas défiler.
  Element.prototype.scrollIntoView = montree.mockClear();
  document.title = 'Déclarer un parcours – Clause sociale de formation';
});

const ouvrir = () =>
  animer(
    <>
      <h2 id="declarer">La déclaration</h2>
      <FormulaireDeDeclaration
        fonctions="https://service.example"
        domaines={DOMAINES}
        bornes={BORNES}
      />
    </>,
  );

const bouton = (nom: string | RegExp) => screen.getByRole('button', { name: nom });
const taches = () => screen.getByLabelText<HTMLTextAreaElement>(/Tâches proposées/);
const lieu = () => screen.getByLabelText<HTMLInputElement>('Commune ou code postal');
const groupe = (nom: string) => within(screen.getByRole('group', { name: nom }));
const RELECTURE = { name: 'Relisez avant d’envoyer' };
const relire = () => userEvent.click(bouton('Relire avant d’envoyer'));
const relecture = () => screen.findByRole('region', RELECTURE);

async function nommer(ou: string, nom: string, courriel: string) {
  await userEvent.type(groupe(ou).getByLabelText('Prénom et nom'), nom);
  await userEvent.type(groupe(ou).getByLabelText(/Adresse électronique/), courriel);
}

async function choisirLaCommune() {
  await userEvent.type(lieu(), 'Nanterre');
  await userEvent.click(await screen.findByRole('option', { name: /Nanterre/ }));
  await screen.findByText(/académie\s: Versailles, région\s: Île-de-France/);
}

async function remplir() {
  await userEvent.selectOptions(screen.getByLabelText('Domaine'), 'informatique');
  await userEvent.click(await screen.findByLabelText('Préparer un poste de travail'));
  await userEvent.click(screen.getByRole('radio', { name: /13\ssemaines \(450\sh\)/ }));
  await choisirLaCommune();
  fireEvent.change(screen.getByLabelText(/Fin du parcours/), { target: { value: '2029-06-30' } });
  await userEvent.type(screen.getByLabelText(/^Conditions/), 'repas pris en charge');
  await userEvent.type(screen.getByLabelText(/Objet du marché/), 'Voirie du quai');
  await nommer('Le contact du marché', 'Camille Exemple', 'camille@entreprise.example');
  await nommer('Le tuteur entreprise', 'Sacha Exemple', 'sacha@entreprise.example');
  await userEvent.click(screen.getByRole('radio', { name: /L’acheteur/ }));
  await nommer('Vous, qui suivez le parcours', 'Dominique Exemple', 'dominique@acheteur.example');
  await userEvent.click(screen.getByLabelText(/Les personnes nommées ici savent/));
}

describe('déclarer un parcours', () => {
  it('n’annonce rien de faux, et ne propose que ses propres coordonnées', async () => {
    ouvrir();
    expect(await defauts()).toEqual([]);
    const jetons = (nom: string) =>
      groupe(nom)
        .getAllByRole('textbox')
        .map((champ) => champ.getAttribute('autocomplete'));
    expect(jetons('Vous, qui suivez le parcours')).toEqual(['name', 'email', 'tel']);
    expect(jetons('Le contact du marché')).toEqual([null, null, null]);
    expect(jetons('Le tuteur entreprise')).toEqual([null, null, null]);
    expect(lieu().getAttribute('aria-invalid')).toBe('false');
  });

  it('dit de qui parle chaque erreur, quelle ligne retirer, et mène à la commune', async () => {
    ouvrir();
    await userEvent.type(taches(), 'Classer{Enter}Aider Mme Martin');
    await relire();
    const resume = await screen.findByRole('group', { name: /réponses à corriger/ });
    await waitFor(() => expect(document.activeElement).toBe(resume));
    expect(document.title).toMatch(/^Erreur – Déclarer un parcours/);
    const lignes = within(resume)
      .getAllByRole('link')
      .map(({ textContent }) => textContent.replaceAll(/\s/g, ' '));
    expect(lignes).toContain('Le tuteur entreprise : écrivez un prénom et un nom.');
    expect(lignes.join()).toMatch(/Ligne 2 : retirez/);
    await userEvent.click(within(resume).getByRole('link', { name: /Choisissez la commune/ }));
    expect(document.activeElement).toBe(lieu());
    expect(lieu().getAttribute('aria-invalid')).toBe('true');
    const decrit = lieu().getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(decrit.map((id) => document.getElementById(id)?.textContent).join()).toContain(
      'Choisissez la commune',
    );
    expect(await defauts()).toEqual([]);
  });

  it('accorde les exemples cochés et les tâches tapées', async () => {
    ouvrir();
    await userEvent.selectOptions(screen.getByLabelText('Domaine'), 'informatique');
    await userEvent.type(taches(), 'Trier');
    await userEvent.click(await screen.findByLabelText('Préparer un poste de travail'));
    expect(taches().value).toBe('Trier\nPréparer un poste de travail');
    await userEvent.type(taches(), '{Enter}Ranger le stock');
    const exemple = screen.getByLabelText('Ranger le stock');
    expect(exemple).toHaveProperty('checked', true);
    await userEvent.click(exemple);
    expect(taches().value).toBe('Trier\nPréparer un poste de travail');
    expect(await defauts()).toEqual([]);
    await userEvent.selectOptions(screen.getByLabelText('Domaine'), 'logistique');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Des exemples' })).toBeNull());
  });

  it('montre avant l’envoi les réponses et la page publique, puis la référence', async () => {
    ouvrir();
    await remplir();
    await relire();
    const relue = await relecture();
    expect([document.activeElement, montree.mock.calls.length]).toEqual([relue, 1]);
    expect(document.title).toMatch(/^Relisez avant d’envoyer – /);
    expect(screen.getByRole('form', { hidden: true }).hidden).toBe(true);
    expect(within(relue).getAllByRole('button', { name: /^Modifier/ })).toHaveLength(24);
    const apercu = relue.querySelector('.csf-apercu')?.textContent.replaceAll(/\s/g, ' ');
    for (const dit of ['13 semaines (450 h), environ 3 mois', 'Nanterre, Hauts-de-Seine (92)'])
      expect(apercu).toContain(dit);
    expect(apercu).not.toMatch(/Exemple|@|Voirie/);
    expect(await defauts()).toEqual([]);
    const boutons = within(relue).getAllByRole('button').slice(-2);
    expect(boutons.map(({ textContent }) => textContent).join()).toBe(
      'Envoyer la déclaration,Revenir au formulaire',
    );
    service.reponses = [{ statut: 'recue', reference: 'P-bcdfgh' }];
    await userEvent.click(bouton('Envoyer la déclaration'));
    const recu = await screen.findByRole('region', { name: 'Votre parcours est déclaré' });
    expect(document.activeElement).toBe(recu);
    expect(recu.textContent).toContain('P-bcdfgh');
    expect(document.title).toMatch(/^Déclaration envoyée – /);
    expect(service.recus).toHaveLength(1);
    expect(service.recus[0]).toMatchObject({
      commune: '92050',
      taches: ['Préparer un poste de travail'],
      entreprise2: { nom: 'Sacha Exemple' },
      roleDuSuivi: 'acheteur',
      finReconductionLe: null,
    });
    expect(localStorage).toHaveLength(0);
    expect(await defauts()).toEqual([]);
  });

  it('revient de la relecture au champ à modifier', async () => {
    ouvrir();
    await remplir();
    await relire();
    await relecture();
    await userEvent.click(bouton(/^Modifier\s?: Commune ou code postal/));
    expect(document.activeElement).toBe(lieu());
    expect(screen.queryByRole('region', RELECTURE)).toBeNull();
    await relire();
    await relecture();
    await userEvent.click(bouton('Revenir au formulaire'));
    expect(document.activeElement).toBe(screen.getByLabelText('Domaine'));
  });

  it('refusée par le service, se corrige dans le formulaire', async () => {
    ouvrir();
    await remplir();
    await relire();
    await relecture();
    service.reponses = [
      { statut: 'erreurs', erreurs: { commune: 'Nous ne connaissons pas cette commune.' } },
    ];
    await userEvent.click(bouton('Envoyer la déclaration'));
    const resume = await screen.findByRole('group', { name: 'Une réponse est à corriger' });
    expect(document.activeElement).toBe(resume);
    expect(screen.queryByRole('region', RELECTURE)).toBeNull();
  });

  it('en panne, garde la relecture et tout ce qui est écrit', async () => {
    ouvrir();
    await remplir();
    await relire();
    await relecture();
    await userEvent.click(bouton('Envoyer la déclaration'));
    const refus = await screen.findByRole('group', { name: 'Rien n’a été envoyé' });
    const texte = within(refus).getByLabelText<HTMLTextAreaElement>('Le texte du courriel').value;
    expect(texte).toContain('Préparer un poste de travail');
    expect(texte).toContain('Nanterre (92)');
    expect(await defauts()).toEqual([]);
  });

  it('sans les communes, se relit quand même, et le dit à la place de l’aperçu', async () => {
    ouvrir();
    await remplir();
    site.horsDAtteinte = true;
    await relire();
    expect((await relecture()).textContent).toContain('La commune n’a pas pu être lue');
    expect(await defauts()).toEqual([]);
  });

  it('reprend son brouillon, commune et exemples compris, et l’efface tout entier', async () => {
    const premiere = ouvrir();
    await userEvent.selectOptions(screen.getByLabelText('Domaine'), 'informatique');
    await userEvent.click(await screen.findByLabelText('Ranger le stock'));
    await choisirLaCommune();
    premiere.unmount();
    premiere.container.remove();
    ouvrir();
    await waitFor(() => expect(lieu().value).toBe('Nanterre (92)'));
    await screen.findByText(/académie\s: Versailles/);
    expect(await screen.findByLabelText('Ranger le stock')).toHaveProperty('checked', true);
    await userEvent.click(bouton('Effacer mon brouillon'));
    await waitFor(() => expect(lieu().value).toBe(''));
    expect(screen.queryByText(/académie\s: Versailles/)).toBeNull();
    await userEvent.click(bouton('Annuler l’effacement'));
    await waitFor(() => expect(lieu().value).toBe('Nanterre (92)'));
  });
});
