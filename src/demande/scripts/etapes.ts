import { trouver } from '../../ui/dom.ts';

/** Les étapes d'un formulaire, une à la fois ; la dernière est la relecture. Le bouton « retour » du navigateur les remonte. */
export class Etapes {
  readonly #racine: HTMLElement;
  readonly #sections: HTMLElement[];
  readonly #aLArrivee: () => void;
  #etape = 0;
  #relu = false;

  /** @param aLArrivee appelée quand la relecture s'affiche */
  constructor(racine: HTMLElement, aLArrivee: () => void) {
    this.#racine = racine;
    this.#aLArrivee = aLArrivee;
    this.#sections = [
      ...racine.querySelectorAll<HTMLElement>('[data-etape], [data-recapitulatif]'),
    ];
    addEventListener('popstate', () => this.#afficher(Etapes.#gardee()));
    this.#afficher(Etapes.#gardee(), { focus: false });
  }

  static #gardee(): number {
    const etat: unknown = history.state;
    const gardee =
      typeof etat === 'object' && etat !== null && 'etape' in etat ? Number(etat.etape) : 0;
    return Number.isInteger(gardee) && gardee >= 0 ? gardee : 0;
  }

  get #derniere(): number {
    return this.#sections.length - 1;
  }

  get enRelecture(): boolean {
    return this.#etape === this.#derniere;
  }

  /** Vrai si ce champ est dans une étape déjà atteinte : celles d'après n'ont pas encore été remplies. */
  estAtteint(nom: string): boolean {
    const atteintes = this.#sections.slice(0, this.#relu ? undefined : this.#etape + 1);
    return atteintes.some((section) => section.querySelector(`[data-champ="${nom}"]`) !== null);
  }

  /** Étape suivante ; une fois la relecture atteinte, corriger une réponse y ramène. */
  continuer(): void {
    this.#aller(this.#relu ? this.#derniere : this.#etape + 1);
  }

  reculer(): void {
    this.#aller(this.#etape - 1);
  }

  recommencer(): void {
    this.#relu = false;
    this.#aller(0);
  }

  allerAuChamp(champ: HTMLElement): void {
    const etape = this.#sections.findIndex((section) => section.contains(champ));
    if (etape >= 0) this.#aller(etape, { focus: false });
    champ.focus();
  }

  #aller(etape: number, options?: { focus: boolean }) {
    if (etape !== this.#etape) history.pushState({ etape }, '');
    this.#afficher(etape, options);
  }

  #afficher(etape: number, { focus = true } = {}) {
    this.#etape = Math.min(etape, this.#derniere);
    for (const [rang, section] of this.#sections.entries()) section.hidden = rang !== this.#etape;
    const montrer = (selecteur: string, visible: boolean) =>
      (trouver<HTMLElement>(this.#racine, selecteur).hidden = !visible);
    montrer('[data-precedent]', this.#etape > 0);
    montrer('[data-continuer]', !this.enRelecture);
    montrer('[type=submit]', this.enRelecture);
    if (this.enRelecture) {
      this.#relu = true;
      this.#aLArrivee();
    }
    const section = this.#sections[this.#etape];
    if (focus && section) trouver<HTMLElement>(section, 'h2').focus();
  }
}
