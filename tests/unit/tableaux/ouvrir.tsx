import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect } from 'vitest';
import type { LigneDeTableau } from '../../../src/tableaux/regles/tableau.ts';
import { TableauDeLAcheteur } from '../../../src/tableaux/TableauDeLAcheteur.tsx';
import { TableauDeLEquipe } from '../../../src/tableaux/TableauDeLEquipe.tsx';
import { unSuiviDeTableau, uneLigneDeTableau, unTableau } from '../../fabriques-tableau.ts';
import { animer } from '../ilot.tsx';
import { service } from './service.ts';

export const JETON = 'jeton-d-essai-qui-est-assez-long';
export const NOMS = {
  domaines: { logistique: 'Logistique' },
  academies: { versailles: 'Versailles', lyon: 'Lyon', nantes: 'Nantes' },
};

/** Chaque tableau, tel que sa page le pose. */
export const PAGES = {
  acheteur: <TableauDeLAcheteur fonctions="https://service.example" noms={NOMS} />,
  equipe: <TableauDeLEquipe fonctions="https://service.example" noms={NOMS} />,
};

/** Des dossiers : un sur trois est en retard, un sur deux attend l'entreprise, trois académies se les partagent. */
export const desLignes = (nombre: number): LigneDeTableau[] =>
  Array.from({ length: nombre }, (_, rang) =>
    uneLigneDeTableau({
      reference: `D-${String(rang).padStart(6, '0')}`,
      academie: Object.keys(NOMS.academies)[rang % 3] ?? '',
      jeton: String(rang).padStart(43, 'j'),
      suivi: unSuiviDeTableau({
        qui: rang % 2 === 0 ? 'entreprise' : 'tutrice',
        retardJours: rang % 3 === 0 ? rang + 1 : 0,
      }),
    }),
  );

/** La page a ses espaces insécables ; un test écrit les siennes au clavier. */
export const enClair = (texte: string) => texte.replace(/\s+/g, ' ').trim();

export const titre = (nom: string) =>
  screen.findByRole('heading', { name: (dit) => enClair(dit) === nom });

/** Le titre du document change juste après la page. */
export const titreDuDocument = (debut: string) =>
  waitFor(() => expect(document.title.slice(0, debut.length)).toBe(debut));

export const bouton = (debut: string) =>
  screen.getByRole('button', { name: (dit) => enClair(dit).startsWith(debut) });

/** Les références montrées, du haut vers le bas. */
export const references = () =>
  screen
    .queryAllByRole('rowheader')
    .map(({ textContent }) => /D-\w{6}/.exec(textContent)?.[0] ?? 'aucune');

/** Ouvre un tableau ; le service rend ces lectures, l'une après l'autre. */
export async function ouvrir(
  page: keyof typeof PAGES,
  ...reponses: Partial<ReturnType<typeof unTableau>>[]
): Promise<void> {
  service.reponses = reponses.map((champs) => unTableau(champs));
  animer(PAGES[page]);
  const academie = Object.entries(NOMS.academies).find(
    ([slug]) => slug === reponses[0]?.academie,
  )?.[1];
  const duTitre = academie ? `Les dossiers de l’académie : ${academie}` : 'Les dossiers ouverts';
  await titre(page === 'acheteur' ? 'Avec un jeune' : duTitre);
  // Le compte s'écrit en dernier.
  await screen.findByText(/^(\d+ dossiers?|Aucun dossier)(, dont.*)?$/);
}

/** Chaque test part d'un lien neuf, dans un onglet neuf. */
export const partirDeZero = () =>
  beforeEach(() => {
    service.recus = [];
    service.reponses = [];
    service.fichiers = [];
    sessionStorage.clear();
    document.title = 'Le tableau – Clause sociale de formation';
    history.replaceState(null, '', `/equipe/#${JETON}`);
  });
