import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../../src/lien/scripts/robots.ts';
import { animer, defauts } from '../ilot.tsx';

afterEach(() => {
  vi.useRealTimers();
});

/* Les appuis des tests viennent d'un script : ce sont ceux d'un robot. */
describe('un robot qui appuie partout', () => {
  it('ne décide de rien ; qui appuie deux fois, posément, passe et n’est plus arrêté', async () => {
    vi.useFakeTimers({ toFake: ['performance'], now: 0 });
    const fait: string[] = [];
    animer(
      <>
        <p>
          <button onClick={() => fait.push('confirmer')}>Confirmer</button>
        </p>
        <p>
          <button onClick={() => fait.push('retirer')}>Retirer</button>
        </p>
        <a href="#contenu">Un lien</a>
      </>,
    );
    const [confirmer, retirer] = [
      screen.getByRole('button', { name: 'Confirmer' }),
      screen.getByRole('button', { name: 'Retirer' }),
    ];
    const appuyer = (bouton: HTMLElement) => act(() => bouton.click());
    vi.advanceTimersByTime(60_000);
    appuyer(confirmer);
    appuyer(retirer);
    // Deux appuis coup sur coup n'en font qu'un.
    appuyer(retirer);
    expect(fait).toEqual([]);
    expect(screen.getByRole('alert').textContent).toMatch(/^Appuyez encore une fois/);
    expect(screen.getByRole('alert').previousElementSibling).toBe(retirer.parentElement);
    vi.useRealTimers();
    expect(await defauts()).toEqual([]);
    vi.useFakeTimers({ toFake: ['performance'], now: 0 });
    vi.advanceTimersByTime(120_000);
    appuyer(retirer);
    expect(fait).toEqual(['retirer']);
    expect(screen.queryByRole('alert')).toBeNull();
    appuyer(confirmer);
    expect(fait).toEqual(['retirer', 'confirmer']);
  });
});
