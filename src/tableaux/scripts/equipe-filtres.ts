import { lireFiltresDeTableau, type FiltresDeTableau } from '../regles/filtres.ts';
import { trouver } from '../../ui/dom.ts';

type Comptes = Record<'academie' | 'etat' | 'qui', Map<string, number>> & { retard: number };

/** Les menus et la case au-dessus du tableau : chaque option dit combien de dossiers elle garde. */
export class FiltresDeLEquipe {
  readonly #formulaire: HTMLFormElement;
  readonly #effacer: HTMLButtonElement;

  constructor(racine: HTMLElement, changer: (filtres: FiltresDeTableau) => void) {
    this.#formulaire = trouver(racine, '[data-filtres]');
    this.#effacer = trouver(racine, '[data-effacer]');
    this.#formulaire.addEventListener('submit', (evenement) => evenement.preventDefault());
    this.#formulaire.addEventListener('change', () => {
      const parametres = new URLSearchParams();
      for (const [cle, valeur] of new FormData(this.#formulaire))
        if (typeof valeur === 'string') parametres.set(cle, valeur);
      changer(lireFiltresDeTableau(parametres));
    });
    this.#effacer.addEventListener('click', () => {
      changer(lireFiltresDeTableau(new URLSearchParams()));
      trouver<HTMLElement>(this.#formulaire, 'select').focus();
    });
  }

  /** Met les menus dans cet état ; une option qui ne garderait rien disparaît, sauf si elle est choisie. */
  ecrire(filtres: FiltresDeTableau, comptes: Comptes): void {
    for (const nom of ['academie', 'etat', 'qui'] as const) {
      const menu = trouver<HTMLSelectElement>(this.#formulaire, `[name="${nom}"]`);
      for (const option of menu.options) {
        if (option.value === '') continue;
        const compte = comptes[nom].get(option.value) ?? 0;
        option.text = `${option.dataset.nom ?? ''} (${compte})`;
        option.hidden = option.disabled = compte === 0 && option.value !== filtres[nom];
      }
      menu.value = filtres[nom];
    }
    const case_ = trouver<HTMLInputElement>(this.#formulaire, '[name="retard"]');
    case_.checked = filtres.retard;
    trouver(this.#formulaire, '.csf-compte').textContent = `(${comptes.retard})`;
    const { academie, etat, qui, retard } = filtres;
    this.#effacer.hidden = !academie && !etat && !qui && !retard;
  }
}
