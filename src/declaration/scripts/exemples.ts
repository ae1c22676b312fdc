import { lireJson } from '../../site/appels.ts';
import { creer, trouver } from '../../ui/dom.ts';

function lignesDe(grandeCase: HTMLTextAreaElement): string[] {
  return grandeCase.value
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
}

function caseDe(exemple: string, rang: number): HTMLElement {
  const id = `exemple-${rang}`;
  return creer(
    'div',
    { class: 'fr-checkbox-group fr-checkbox-group--sm' },
    creer('input', { type: 'checkbox', id, value: exemple, autocomplete: 'off' }),
    creer('label', { class: 'fr-label', for: id }, exemple),
  );
}

/** Les exemples de tâches du domaine choisi : une case cochée est une ligne de la grande case, et rien d'autre. */
export function brancherExemples(formulaire: HTMLFormElement): () => void {
  const taches = trouver<HTMLTextAreaElement>(formulaire, '[name=taches]');
  const domaine = trouver<HTMLSelectElement>(formulaire, '[name=domaine]');
  const groupe = trouver<HTMLElement>(formulaire, '[data-exemples]');

  const cocher = () => {
    const ecrites = lignesDe(taches);
    for (const exemple of groupe.querySelectorAll('input'))
      exemple.checked = ecrites.includes(exemple.value);
  };
  const montrer = async () => {
    const choisi = domaine.value;
    // Sans les exemples, on tape soi-même ses tâches.
    const exemples =
      choisi === ''
        ? undefined
        : await lireJson<Record<string, string[]>>('/acheteur/declarer/exemples.json').catch(
            () => undefined,
          );
    if (choisi !== domaine.value) return;
    const cases = (exemples?.[choisi] ?? []).map(caseDe);
    trouver(groupe, 'div').replaceChildren(...cases);
    groupe.hidden = cases.length === 0;
    cocher();
  };
  groupe.addEventListener('change', ({ target }) => {
    const { checked, value } = target as HTMLInputElement;
    const autres = lignesDe(taches).filter((ligne) => ligne !== value);
    taches.value = (checked ? [...autres, value] : autres).join('\n');
    taches.dispatchEvent(new Event('input', { bubbles: true }));
  });
  taches.addEventListener('input', cocher);
  domaine.addEventListener('change', () => void montrer());
  return () => void montrer();
}
