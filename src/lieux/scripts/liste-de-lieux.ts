import Combobox from '@github/combobox-nav';
import type { LieuPropose } from '../appels/lieux.ts';
import { creer } from '../../ui/dom.ts';
import { ecrire } from './propositions-de-lieu.ts';

type Suites = {
  prendre: (lieu: LieuPropose) => void;
  /** La liste vient d'être refermée par un geste fait ailleurs. */
  quittee: () => void;
};

/** La liste sous le champ : s'ouvre, se referme, se parcourt au clavier ; elle garde ses options tant qu'on ne les change pas. */
export class ListeDeLieux {
  readonly #champ: HTMLInputElement;
  readonly #liste: HTMLElement;
  readonly #combobox: Combobox;
  #lieux: readonly LieuPropose[] = [];

  constructor(champ: HTMLInputElement, liste: HTMLElement, signal: AbortSignal, suites: Suites) {
    this.#champ = champ;
    this.#liste = liste;
    this.#combobox = new Combobox(champ, liste, { firstOptionSelectionMode: 'none' });
    this.#ecouter(signal, suites);
    signal.addEventListener('abort', () => {
      this.remplir([]);
      this.#combobox.destroy();
    });
  }

  get ouverte(): boolean {
    return !this.#liste.hidden;
  }

  /** Referme la liste et change ses options. */
  remplir(lieux: readonly LieuPropose[]) {
    this.fermer();
    this.#lieux = lieux;
    this.#liste.replaceChildren(...lieux.map((lieu, rang) => this.#option(lieu, rang)));
  }

  /** Ouvre la liste, si elle a de quoi. */
  ouvrir() {
    if (this.ouverte || this.#lieux.length === 0) return;
    this.#liste.hidden = false;
    this.#combobox.start();
  }

  fermer() {
    if (!this.ouverte) return;
    this.#combobox.stop();
    this.#liste.hidden = true;
  }

  /** Mène à la première option, ou à la dernière. */
  entrer(sens: 1 | -1) {
    this.#combobox.navigate(sens);
  }

  #option(lieu: LieuPropose, rang: number): HTMLElement {
    const ecrit = lieu.ancienNom ? `${lieu.ancienNom}, aujourd’hui ${ecrire(lieu)}` : ecrire(lieu);
    const codePostal = creer('small', {}, lieu.codePostal);
    const id = `${this.#liste.id}-${rang}`;
    return creer('div', { role: 'option', id }, `${ecrit} `, codePostal);
  }

  #ecouter(signal: AbortSignal, { prendre, quittee }: Suites) {
    const liste = this.#liste;
    // Sans cela, un appui un peu long quitte le champ et referme la liste avant le clic.
    const retenir = (evenement: Event) => {
      evenement.preventDefault();
    };
    const choisir = ({ target }: Event) => {
      const lieu = this.#lieux[[...liste.children].indexOf(target as Element)];
      if (lieu) prendre(lieu);
    };
    // La liste peut rester ouverte alors que l'on a touché ailleurs : le geste suivant la referme.
    const refermer = ({ target }: Event) => {
      const dedans = target === this.#champ || liste.contains(target as Node);
      if (dedans || !this.ouverte || document.activeElement === this.#champ) return;
      this.fermer();
      quittee();
    };
    liste.addEventListener('mousedown', retenir, { signal });
    liste.addEventListener('combobox-commit', choisir, { signal });
    document.addEventListener('pointerdown', refermer, { signal });
    document.addEventListener('focusin', refermer, { signal });
  }
}
