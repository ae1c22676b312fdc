import { trouver } from './dom.ts';

/**
 * Montre le seul bloc de cet état (data-etat, plusieurs statuts possibles) et rend ce bloc ; un statut que la page ne
 * connaît pas se montre comme une panne. À l'arrivée le titre est seulement annoncé ; après un bouton, on y est mené.
 */
export function montrerEtat(
  racine: HTMLElement,
  statut: string,
  { focus = false } = {},
): HTMLElement {
  const blocs = [...racine.querySelectorAll<HTMLElement>('[data-etat]')];
  const voulu =
    blocs.find(({ dataset }) => dataset.etat?.split(' ').includes(statut)) ??
    trouver<HTMLElement>(racine, '[data-etat~="indisponible"]');
  for (const bloc of blocs) bloc.hidden = bloc !== voulu;
  const titre = trouver<HTMLElement>(voulu, 'h2');
  trouver(racine, '[data-annonce]').textContent = focus ? '' : titre.textContent;
  if (focus) titre.focus();
  return voulu;
}
