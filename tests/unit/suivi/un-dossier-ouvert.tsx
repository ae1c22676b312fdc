import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { ACTIONS_SAISIES } from '../../../src/suivi/regles/actions-saisies.ts';
import { chargerLesFormulaires } from '../../../src/suivi/actions-dites.ts';
import type { SuiviRecu } from '../../../src/suivi/regles/recu.ts';
import { SuiviDeParcours } from '../../../src/suivi/SuiviDeParcours.tsx';
import { animer } from '../ilot.tsx';
import { service } from './un-service.ts';

export const JETON = 'unJetonDeQuaranteTroisSignesPourLesEssais-1';
/** Le nom du dossier des fabriques. */
export const NOM = 'Préparer une commande, tenir un inventaire';

const ROLES = ['entreprise', 'tutrice', 'acheteur', 'equipe'] as const;

const MOMENTS = [{ etape: 'mise-en-relation', titre: 'Préparer', chemin: '/entreprise/preparer/' }];
const { precision } = bornesDe(ACTIONS_SAISIES.refuser);
const { nom, courriel, telephone } = bornesDe(ACTIONS_SAISIES.transmettre);

/** Un navigateur neuf, sur une page qui n'a pas encore lu de lien. */
export async function recommencer() {
  await Promise.all(ROLES.map(chargerLesFormulaires));
  service.lu = undefined;
  service.recus = [];
  service.reponses = [];
  localStorage.clear();
  sessionStorage.clear();
  document.title = 'Suivre un parcours';
  document.querySelector('h1')?.remove();
  document.body.insertAdjacentHTML('afterbegin', '<h1>Suivre un parcours</h1>');
  // jsdom n'a pas d'adresse protégée, sans laquelle rien ne part.
  vi.stubGlobal('isSecureContext', true);
}

/** Ouvre la page ; `fragment` : ce que porte le lien du courriel. */
export function ouvrirLaPage(fragment = '') {
  history.replaceState(null, '', `/suivi/${fragment}`);
  return animer(
    <SuiviDeParcours
      fonctions="https://service.example"
      moments={MOMENTS}
      bornes={{ precision, nom, courriel, telephone }}
      reportMaximum={30}
    />,
  );
}

/** Ouvre un dossier lu par le service ; `action` : celle que le courriel propose. */
export function ouvrir(lu: object, action = '') {
  service.lu = lu;
  return ouvrirLaPage(`#${JETON}${action && `.${action}`}`);
}

/** Un texte tel qu'il s'affiche, espaces insécables comprises. */
export const dit = (texte: string) => new RegExp(texte.replace(/ /g, '\\s'));
export const bouton = (texte: string) => screen.getByRole('button', { name: dit(texte) });
export const appuyer = (texte: string) => userEvent.click(bouton(texte));
export const titre = (texte: string) => screen.findByRole('heading', { name: dit(texte) });
/** Les actions reçues, sans l'ouverture de la page. */
export const faites = () => service.recus.filter(({ action }) => action !== 'ouvrir');
export const fait = (recu: SuiviRecu) => ({ ...recu, statut: 'fait' });
