import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { load } from 'js-yaml';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Appels from '../../../src/clause/appels.ts';
import { Clause } from '../../../src/clause/Clause.tsx';
import { modeleDeClauseSchema } from '../../../src/clause/regles/modele.ts';
import { SANS_REPONSE } from '../../../src/clause/regles/reponses.ts';
import type { DocumentAEcrire } from '../../../src/documents/regles/bloc.ts';
import { animer, defauts } from '../ilot.tsx';

const fabrique = vi.hoisted(() => ({ panne: false, ecrits: [] as [string, DocumentAEcrire][] }));

vi.mock('../../../src/clause/appels.ts', (): typeof Appels => ({
  ecrireFichier: (format, document) => {
    if (fabrique.panne) return Promise.reject(new Error('module absent'));
    fabrique.ecrits.push([format, document]);
    return Promise.resolve(new Blob(['contenu'], { type: 'application/essai' }));
  },
}));

const enregistres = vi.hoisted(() => [] as string[]);

vi.mock('../../../src/ui/telecharger.ts', () => ({
  telecharger: (_: Blob, { nom }: { nom: string }) => enregistres.push(nom),
}));

const MODELE = modeleDeClauseSchema.parse(load(readFileSync('content/clause.yaml', 'utf8')));
const DEPART = { ...SANS_REPONSE, delaiReponse: 14, delaiAccueil: 30, justificatifs: 10 };

const ouvrir = (recherche = '', avant?: (page: HTMLElement) => void) => {
  history.replaceState(null, '', `/acheteur/clause/${recherche}`);
  return animer(<Clause modele={MODELE} depart={DEPART} kit="https://csf.example/kit/" />, avant);
};

beforeEach(() => {
  document.body.replaceChildren();
  sessionStorage.clear();
  localStorage.clear();
  fabrique.panne = false;
  fabrique.ecrits = [];
  enregistres.length = 0;
});

const champ = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const liste = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const bouton = (name: string) => screen.getByRole('button', { name });
const partie = (id: string) => document.getElementById(id)?.textContent.replace(/\s/g, ' ') ?? '';
const blancs = () => document.querySelector('[data-blancs]')?.textContent;
const annonce = () => document.querySelector('[data-etat]')?.textContent;
const gardees = () => sessionStorage.getItem('csf-clause') ?? '';

describe('la clause à remplir', () => {
  it('montre tous ses blancs, et n’annonce rien', async () => {
    ouvrir();
    expect(partie('reglement')).toContain('[nom de l’acheteur] fait de l’accueil');
    expect(partie('cahier')).toContain('14 jours');
    expect(blancs()).toMatch(/^Il reste \d+ blancs à remplir\.$/);
    expect(annonce()).toBe('');
    expect(location.search).toBe('');
    expect(screen.queryByRole('button', { name: 'Effacer mes réponses' })).toBeNull();
    expect(document.querySelector('[aria-invalid=true], :required')).toBeNull();
    expect(champ(/Nom de l’acheteur/).autocomplete).toBe('organization');
    expect(await defauts()).toEqual([]);
  });

  it('se rédige à chaque frappe, et ne dit le compte qu’au champ fini', async () => {
    ouvrir();
    await userEvent.type(champ(/Nom de l’acheteur/), 'Ville de Sainte-Invention');
    expect(partie('reglement')).toMatch(/^Règlement.*Ville de Sainte-Invention fait de l’accueil/);
    expect(annonce()).toBe('');
    await userEvent.tab();
    expect(annonce()).toBe(blancs());
    expect(location.search).toBe('');
    await userEvent.selectOptions(liste('Volume d’accueil'), '300');
    expect(location.search).toBe('?heures=300');
    expect(document.querySelectorAll('#reglement .csf-reponse')).toHaveLength(2);
  });

  it('demande les lots et le seuil quand une réponse les appelle', async () => {
    ouvrir();
    expect(screen.queryByRole('textbox', { name: /Nombre de lots/ })).toBeNull();
    await userEvent.selectOptions(liste('La clause porte sur'), 'lots');
    await userEvent.type(champ(/Nombre de lots/), '3');
    await userEvent.selectOptions(liste('Marché à bons de commande'), 'oui');
    await userEvent.type(champ(/Seuil de commandes/), '90 000,50');
    expect(location.search).toBe('?lots=3&bons=oui&seuil=90000.5');
    expect(partie('reglement')).toContain('90 000,50 € HT');
    expect(await defauts()).toEqual([]);
  });

  it('dit une erreur sous son champ, laisse le blanc, et lit un nombre à virgule', async () => {
    ouvrir();
    await userEvent.type(champ(/Absence à une réunion/), 'beaucoup');
    await userEvent.type(champ(/Coefficient/), '1,5');
    const faux = champ(/Absence à une réunion/);
    expect(faux.getAttribute('aria-invalid')).toBe('true');
    const message = document.getElementById(faux.getAttribute('aria-describedby') ?? '');
    expect(message?.textContent).toMatch(/^Erreur\s: .*par exemple 500/);
    expect(partie('penalites')).toContain('[montant en euros] par absence');
    expect(partie('penalites')).toContain('× 1,5');
    expect(await defauts()).toEqual([]);
    await userEvent.clear(faux);
    await userEvent.type(faux, '17,50');
    await userEvent.tab();
    expect(faux.getAttribute('aria-invalid')).toBe('false');
    expect(partie('penalites')).toContain('17,50 € par absence');
  });

  it('prend l’adresse du calibrage plutôt qu’une visite d’avant, et rien plutôt que ce qui est tapé', () => {
    sessionStorage.setItem(
      'csf-clause',
      JSON.stringify({ objet: 'peinture', portee: 'lots', lots: '4', acheteur: 'Avant' }),
    );
    ouvrir('?heures=300&montant=150000', (page) => {
      const tape = page.querySelector<HTMLInputElement>('[name=acheteur]');
      if (tape) tape.value = 'Tapé';
    });
    expect(liste('Volume d’accueil').value).toBe('300');
    expect(liste('La clause porte sur').value).toBe('');
    expect(champ(/Objet du marché/).value).toBe('peinture');
    expect(partie('reglement')).toContain('Tapé fait de l’accueil');
  });
});

describe('les réponses de la clause', () => {
  it('effacées par mégarde, reviennent, avec leur adresse', async () => {
    ouvrir('?heures=450');
    await userEvent.type(champ(/Objet du marché/), 'peinture');
    await userEvent.click(bouton('Effacer mes réponses'));
    expect(champ(/Objet du marché/).value).toBe('');
    expect(champ(/Pour répondre/).value).toBe('14');
    expect(location.search).toBe('');
    expect(gardees()).toBe('');
    screen.getByText('Vos réponses sont effacées.');
    expect(annonce()).toBe('');
    expect(await defauts()).toEqual([]);
    const annuler = bouton('Annuler l’effacement');
    expect(document.activeElement).toBe(annuler);
    await userEvent.click(annuler);
    expect(champ(/Objet du marché/).value).toBe('peinture');
    expect(partie('reglement')).toContain('peinture');
    expect(location.search).toBe('?heures=450');
    expect(gardees()).toContain('peinture');
    screen.getByText('Vos réponses sont revenues.');
    await userEvent.type(champ(/Objet du marché/), ' et sols');
    expect(screen.queryByText('Vos réponses sont revenues.')).toBeNull();
  });

  it('ne restent nulle part sur un ordinateur partagé', async () => {
    const { unmount } = ouvrir();
    await userEvent.type(champ(/Objet du marché/), 'peinture');
    expect(gardees()).toContain('peinture');
    await userEvent.click(screen.getByRole('checkbox', { name: /Ordinateur partagé/ }));
    expect(gardees()).toBe('');
    screen.getByText(/^Rien n’est gardé/);
    await userEvent.type(champ(/Objet du marché/), ' et sols');
    expect(gardees()).toBe('');
    expect(champ(/Objet du marché/).value).toBe('peinture et sols');
    expect(await defauts()).toEqual([]);
    unmount();
    document.body.replaceChildren();
    ouvrir();
    expect(champ(/Objet du marché/).value).toBe('');
    await userEvent.click(screen.getByRole('checkbox', { name: /Ordinateur partagé/ }));
    // La case n'est pas une réponse : le compte des blancs ne se redit pas.
    expect(annonce()).toBe('');
    await userEvent.type(champ(/Objet du marché/), 'voirie');
    expect(gardees()).toContain('voirie');
  });
});

describe('emporter la clause', () => {
  it('enregistre ce qui est rédigé, et dit ce qu’il reste à remplir', async () => {
    ouvrir('?heures=300');
    await userEvent.click(screen.getByRole('link', { name: 'Télécharger en .docx' }));
    await waitFor(() =>
      expect(annonce()).toMatch(/^Fichier \.docx prêt\. Il reste \d+ blancs à remplir\.$/),
    );
    expect(enregistres).toEqual(['clause-sociale-de-formation.docx']);
    expect(JSON.stringify(fabrique.ecrits[0])).toContain('300\u00A0h');
    await userEvent.click(screen.getByRole('link', { name: 'Télécharger en .odt' }));
    await waitFor(() => expect(enregistres).toHaveLength(2));
    expect(await defauts()).toEqual([]);
  });

  it('dit que faire quand le fichier n’a pas pu être préparé', async () => {
    fabrique.panne = true;
    ouvrir();
    await userEvent.click(screen.getByRole('link', { name: 'Télécharger en .odt' }));
    await screen.findByText(/Copiez le texte, ou rechargez la page/);
    expect(enregistres).toEqual([]);
    expect(await defauts()).toEqual([]);
  });

  it('copie une partie avec l’avertissement, ou le tout, tels qu’on les lit', async () => {
    ouvrir();
    const copies: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (texte: string) => Promise.resolve(void copies.push(texte)) },
    });
    await userEvent.type(champ(/Nom de l’acheteur/), "L'Invention");
    await userEvent.click(bouton('Copier les pénalités'));
    await userEvent.click(bouton('Copier le règlement'));
    await userEvent.click(bouton('Copier tout le texte'));
    await waitFor(() => expect(copies).toHaveLength(3));
    const avertissement = within(document.getElementById('avertissement') ?? document.body);
    expect(copies[0]).toMatch(/^Pénalités\n\nPénalités propres/);
    expect(copies[0]?.endsWith(avertissement.getByText(/service juridique/).textContent)).toBe(
      true,
    );
    expect(copies[1]).toContain('L’Invention fait de l’accueil');
    expect(copies[2]).toMatch(/^Ce modèle est à adapter[^]*Règlement[^]*Pénalités/);
  });
});
