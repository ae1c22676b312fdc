import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormulaireDeDemande } from '../../../src/demande/FormulaireDeDemande.tsx';
import { demandeSchema } from '../../../src/demande/regles/demande.ts';
import { bornesDe } from '../../../src/socle/bornes.ts';
import { ajouterJours, jourAParis } from '../../../src/socle/dates.ts';
import { animer } from '../ilot.tsx';
import { ETAT, service } from './service-simule.ts';

/* Les gestes d'une personne qui remplit le formulaire d'une demande. */

export const PARCOURS = 'bcdfghjk';
export const DEBUT = ajouterJours(jourAParis(new Date()), 60);
export const MESSAGE = 'Le jeune voudrait découvrir vos métiers.';

export function recommencer() {
  Object.assign(service, { protege: true, recus: [], reponses: [], etat: ETAT, suites: [] });
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', `/interet/?parcours=${PARCOURS}`);
  document.title = 'Dire votre intérêt';
}

/** @param avant ce qui est tapé dans la page construite, avant que React ne l'anime */
export const ouvrir = (avant?: (page: HTMLElement) => void) =>
  animer(
    <FormulaireDeDemande
      fonctions="https://service.example"
      academies={{ rennes: 'Rennes', versailles: 'Versailles' }}
      exempleDeCourriel="prenom.nom@structure.example"
      bornes={bornesDe(demandeSchema)}
    />,
    avant,
  );

export async function recharger(rendu: ReturnType<typeof ouvrir>) {
  rendu.unmount();
  rendu.container.remove();
  document.title = 'Dire votre intérêt';
  const suivant = ouvrir();
  await screen.findByRole('button', { name: 'Choisir un autre parcours' });
  return suivant;
}

export const bouton = (nom: string | RegExp) => screen.getByRole('button', { name: nom });
export const appuyer = (nom: string | RegExp) => userEvent.click(bouton(nom));
export const etape = (titre: string) => screen.findByRole('heading', { name: new RegExp(titre) });
export const champ = (nom: string | RegExp) => screen.getByLabelText<HTMLInputElement>(nom);
export const message = () => screen.getByLabelText<HTMLTextAreaElement>(/^Quelques mots/);
export const connu = () => screen.findByRole('button', { name: 'Choisir un autre parcours' });

export async function direQui() {
  await userEvent.type(champ('Prénom et nom'), 'Alix Exemple');
  await userEvent.type(champ(/^Adresse électronique/), 'alix@lycee.example');
  await userEvent.click(champ('Tuteur ou tutrice en lycée'));
  await userEvent.type(champ('Établissement ou structure'), 'Lycée Exemple');
  await userEvent.selectOptions(champ('Académie'), 'rennes');
  await appuyer('Continuer');
  await etape('Quand, et combien');
}

export async function direQuand() {
  fireEvent.change(champ(/^Le jeune peut/), { target: { value: DEBUT } });
  fireEvent.input(champ(/^Le jeune peut/));
  await userEvent.click(champ(/\(300\sh\)/));
  await appuyer('Continuer');
  await etape('Votre message');
}

export async function relireTout(texte = MESSAGE) {
  await connu();
  await direQui();
  await direQuand();
  await userEvent.type(message(), texte);
  await userEvent.click(screen.getByRole('checkbox', { name: /^J’accepte que/ }));
  await appuyer('Continuer');
  await etape('Relisez avant');
}

export const lignes = () =>
  [...document.querySelectorAll('.csf-recapitulatif > div')].map((ligne) =>
    [...ligne.querySelectorAll('dt, dd:not(:last-child)')]
      .map(({ textContent }) => textContent.replaceAll(/\s/g, ' '))
      .join(' : '),
  );
