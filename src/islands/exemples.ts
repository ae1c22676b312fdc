import { trouver } from './dom.ts';

function lignesDe(grandeCase: HTMLTextAreaElement): string[] {
  return grandeCase.value
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
}

/** Les exemples de tâches du domaine choisi : une case cochée est une ligne de la grande case, et rien d'autre. */
export function brancherExemples(formulaire: HTMLFormElement): () => void {
  const taches = trouver<HTMLTextAreaElement>(formulaire, '[name=taches]');
  const domaine = trouver<HTMLSelectElement>(formulaire, '[name=domaine]');
  const groupes = [...formulaire.querySelectorAll<HTMLElement>('[data-exemples]')];

  const accorder = () => {
    const ecrites = lignesDe(taches);
    for (const groupe of groupes) {
      groupe.hidden = groupe.dataset.exemples !== domaine.value;
      for (const case_ of groupe.querySelectorAll('input'))
        case_.checked = ecrites.includes(case_.value);
    }
  };
  for (const groupe of groupes)
    groupe.addEventListener('change', ({ target }) => {
      const { checked, value } = target as HTMLInputElement;
      const autres = lignesDe(taches).filter((ligne) => ligne !== value);
      taches.value = (checked ? [...autres, value] : autres).join('\n');
      taches.dispatchEvent(new Event('input', { bubbles: true }));
    });
  taches.addEventListener('input', accorder);
  domaine.addEventListener('change', accorder);
  return accorder;
}
