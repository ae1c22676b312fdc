import { codeDeLaValeur } from '../regles/lieux.ts';
import { phraseDuLieu } from '../regles/territoire.ts';
import { typographier } from '../../socle/typographie.ts';
import type { LieuPropose } from '../appels/lieux.ts';
import { communeDuCode, lieuDuCode } from '../appels/territoires.ts';
import { ChampLieu } from './champ-lieu.ts';
import { PANNE } from './propositions-de-lieu.ts';
import { trouver } from '../../ui/dom.ts';

/** Choisir une commune par son nom ; le formulaire n'envoie que son code, l'académie et la région s'en déduisent. */
export class ChampCommune {
  readonly #code: HTMLInputElement;
  readonly #territoire: HTMLElement;
  readonly #lieu: ChampLieu;

  constructor(racine: ParentNode) {
    this.#code = trouver(racine, '[name=commune]');
    this.#territoire = trouver(racine, '[data-territoire]');
    trouver<HTMLElement>(racine, '.csf-code-insee').hidden = true;
    this.#lieu = new ChampLieu(trouver(racine, '.csf-lieu'), {
      texteLibre: false,
      choisir: (valeur) => {
        this.#garder(codeDeLaValeur(valeur));
      },
    });
  }

  /** Remet à l'écran la commune d'un brouillon. */
  async montrer(): Promise<void> {
    const code = this.#code.value;
    let commune: LieuPropose | null = null;
    try {
      commune = await communeDuCode(code);
    } catch {
      // Le code reste, et se voit : rien n'est envoyé que le champ ne montre.
      this.#lieu.montrer(code, null, PANNE);
      return;
    }
    this.#lieu.montrer(commune?.valeur ?? '', commune);
    this.#garder(commune ? code : '');
  }

  /** Prend la commune tapée sans avoir été choisie, s'il n'y en a qu'une : à attendre avant de lire le formulaire. */
  async regler(): Promise<void> {
    await this.#lieu.regler();
  }

  #garder(code: string) {
    const change = this.#code.value !== code;
    this.#code.value = code;
    this.#territoire.textContent = '';
    if (change) this.#code.dispatchEvent(new Event('input', { bubbles: true }));
    if (code !== '') void this.#direLeTerritoire(code);
  }

  async #direLeTerritoire(code: string) {
    const lieu = await lieuDuCode(code).catch(() => null);
    if (lieu && this.#code.value === code)
      this.#territoire.textContent = typographier(phraseDuLieu(lieu));
  }
}
