import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Etape } from '../../../src/formulaire/Etape.tsx';
import { TITRE_DE_LA_RELECTURE, useEtapes } from '../../../src/formulaire/useEtapes.ts';
import { animer, defauts } from '../ilot.tsx';

const CHAMPS = ['un', 'deux', 'absent'];

let brouillon = false;
beforeEach(() => {
  brouillon = false;
  history.replaceState(null, '', '/essai/');
});

function Page() {
  const etapes = useEtapes(2, () => brouillon);
  const [atteints, setAtteints] = useState('');
  return (
    <>
      <Etape etapes={etapes} numero={1} titre="Une question ?">
        <input id="c-un" aria-label="Un" />
      </Etape>
      <Etape etapes={etapes} numero={2} titre="Une autre">
        <input id="c-deux" aria-label="Deux" />
      </Etape>
      <section hidden={!etapes.enRelecture} aria-labelledby={TITRE_DE_LA_RELECTURE}>
        <h2 id={TITRE_DE_LA_RELECTURE} tabIndex={-1}>
          Relecture
        </h2>
      </section>
      <p role="status">{atteints}</p>
      <button
        type="button"
        onClick={() => setAtteints(CHAMPS.filter((nom) => etapes.estAtteint(nom)).join(' '))}
      >
        Compter
      </button>
      <button type="button" onClick={() => etapes.continuer()}>
        Continuer
      </button>
      <button type="button" onClick={() => etapes.reculer()}>
        Précédent
      </button>
      <button type="button" onClick={() => etapes.recommencer()}>
        Recommencer
      </button>
      <button
        type="button"
        onClick={() => {
          const champ = document.getElementById('c-un');
          if (champ) etapes.decouvrir(champ);
        }}
      >
        Corriger
      </button>
    </>
  );
}

const appuyer = (nom: string) => userEvent.click(screen.getByRole('button', { name: nom }));
const titres = () => screen.getAllByRole('heading').map(({ id }) => id);
const atteints = async () => {
  await appuyer('Compter');
  return screen.getByRole('status').textContent;
};

/** Ce que fait « retour » : jsdom ne rend l'état précédent qu'un peu plus tard. */
async function revenir() {
  await act(
    () =>
      new Promise((suite) => {
        addEventListener('popstate', suite, { once: true });
        history.back();
      }),
  );
}

describe('les étapes d’un formulaire', () => {
  it('se montrent une à la fois, et mènent à leur titre', async () => {
    animer(<Page />);
    expect(titres()).toEqual(['etape-1']);
    // À l'arrivée, le focus reste où le navigateur l'a mis.
    expect(document.activeElement).toBe(document.body);
    expect(await atteints()).toBe('un');
    await appuyer('Continuer');
    expect(titres()).toEqual(['etape-2']);
    expect(document.activeElement?.id).toBe('etape-2');
    expect(await atteints()).toBe('un deux');
    expect(await defauts()).toEqual([]);
    await appuyer('Continuer');
    expect(titres()).toEqual([TITRE_DE_LA_RELECTURE]);
    expect(document.activeElement?.id).toBe(TITRE_DE_LA_RELECTURE);
    // Rien ne reste à remplir : une erreur sans champ se dit aussi.
    expect(await atteints()).toBe('un deux absent');
  });

  it('une fois relues, corriger une réponse ramène à la relecture', async () => {
    animer(<Page />);
    await appuyer('Continuer');
    await appuyer('Continuer');
    await appuyer('Corriger');
    expect(titres()).toEqual(['etape-1']);
    await appuyer('Continuer');
    expect(titres()).toEqual([TITRE_DE_LA_RELECTURE]);
  });

  it('le bouton « retour » du navigateur les remonte, sans quitter la page', async () => {
    animer(<Page />);
    await appuyer('Continuer');
    await appuyer('Continuer');
    await revenir();
    expect(titres()).toEqual(['etape-2']);
    await revenir();
    expect(titres()).toEqual(['etape-1']);
    expect(document.activeElement?.id).toBe('etape-1');
    expect(location.pathname).toBe('/essai/');
  });

  it('une ancre de la page n’est pas une étape', async () => {
    animer(<Page />);
    await appuyer('Continuer');
    await act(async () => {
      location.hash = '#contenu';
      await new Promise((suite) => setTimeout(suite, 20));
    });
    expect(titres()).toEqual(['etape-2']);
  });

  it('« Précédent » recule, et s’arrête à la première', async () => {
    animer(<Page />);
    await appuyer('Continuer');
    await appuyer('Précédent');
    await appuyer('Précédent');
    expect(titres()).toEqual(['etape-1']);
  });

  it('recommencer ne déplace pas le focus, et oublie la relecture', async () => {
    animer(<Page />);
    await appuyer('Continuer');
    await appuyer('Continuer');
    await appuyer('Recommencer');
    expect(titres()).toEqual(['etape-1']);
    expect(document.activeElement?.textContent).toBe('Recommencer');
    await appuyer('Continuer');
    expect(titres()).toEqual(['etape-2']);
  });

  it('recharger la page retrouve l’étape d’un brouillon, et elle seulement', async () => {
    const premiere = animer(<Page />);
    await appuyer('Continuer');
    premiere.unmount();
    premiere.container.remove();
    brouillon = true;
    const rechargee = animer(<Page />);
    expect(titres()).toEqual(['etape-2']);
    rechargee.unmount();
    rechargee.container.remove();
    brouillon = false;
    animer(<Page />);
    expect(titres()).toEqual(['etape-1']);
  });
});
