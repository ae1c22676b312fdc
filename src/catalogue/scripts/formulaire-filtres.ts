import type { Comptes } from '../regles/catalogue.ts';
import { lireFiltres, triEffectif, type Filtres } from '../regles/filtres.ts';
import { trouver } from '../../ui/dom.ts';

/**
 * Lit l'état des cases et des menus. Le lieu et le tri viennent de l'état précédent : l'un a son propre champ,
 * l'autre suit le lieu tant que la personne n'en choisit pas un.
 */
export function lireFormulaire(
  formulaire: HTMLFormElement,
  { lieu, tri }: Pick<Filtres, 'lieu' | 'tri'>,
): Filtres {
  const parametres = new URLSearchParams();
  for (const [cle, valeur] of new FormData(formulaire))
    if (typeof valeur === 'string') parametres.append(cle, valeur);
  return { ...lireFiltres(parametres), lieu, tri };
}

/** Remet les cases et les menus dans l'état donné. */
export function ecrireFormulaire(formulaire: HTMLFormElement, filtres: Filtres, aUnLieu: boolean) {
  const coches: Record<string, string[]> = {
    duree: filtres.durees,
    dispo: filtres.disponibilites,
    amenages: filtres.amenages ? ['oui'] : [],
    gratification: filtres.gratification ? ['oui'] : [],
  };
  const choix: Record<string, string> = {
    rayon: String(filtres.rayon),
    departement: filtres.departement,
    domaine: filtres.domaine,
    tri: triEffectif(filtres, aUnLieu),
  };
  for (const element of formulaire.elements) {
    if (element instanceof HTMLInputElement && element.type === 'checkbox')
      element.checked = coches[element.name]?.includes(element.value) ?? false;
    if (element instanceof HTMLSelectElement) element.value = choix[element.name] ?? '';
  }
  const parDistance = trouver<HTMLOptionElement>(document, '#tri option[value=distance]');
  parDistance.hidden = parDistance.disabled = !aUnLieu;
}

/** Écrit le compte de chaque option. Les rayons n'ont de compte que si tout leur catalogue est lu. */
export function ecrireComptes(
  formulaire: HTMLFormElement,
  comptes: Comptes,
  { domaines, rayonLu }: { domaines: string[]; rayonLu: number },
) {
  const parNom: Record<string, (valeur: string) => number | null> = {
    duree: (valeur) => (comptes.duree as Record<string, number>)[valeur] ?? 0,
    dispo: (valeur) => comptes.disponibilite[valeur] ?? 0,
    amenages: () => comptes.amenages,
    gratification: () => comptes.gratification,
    departement: (valeur) => comptes.departement[valeur] ?? 0,
    domaine: (valeur) => comptes.domaine[domaines.indexOf(valeur)] ?? 0,
    rayon: (valeur) => (Number(valeur) <= rayonLu ? (comptes.rayon[Number(valeur)] ?? 0) : null),
  };
  for (const element of formulaire.elements) {
    if (element instanceof HTMLInputElement && element.type === 'checkbox') {
      const compte = element.labels?.[0]?.querySelector('.csf-compte');
      if (compte) compte.textContent = `(${parNom[element.name]?.(element.value) ?? 0})`;
    }
    if (element instanceof HTMLSelectElement) ecrireOptions(element, parNom[element.name]);
  }
}

function ecrireOptions(menu: HTMLSelectElement, compter?: (valeur: string) => number | null) {
  if (!compter) return;
  for (const option of menu.options) {
    if (!option.value) continue;
    const nom = option.text.replace(/ \(\d+\)$/, '');
    const compte = compter(option.value);
    option.text = compte === null ? nom : `${nom} (${compte})`;
  }
}
