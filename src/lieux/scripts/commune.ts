import { phraseDuLieu, type LieuDeduit } from '../regles/territoire.ts';
import { slug } from '../../socle/texte.ts';
import { typographier } from '../../socle/typographie.ts';
import { resoudreLieu } from '../appels/lieux.ts';
import { lieuDuCode } from '../appels/territoires.ts';
import { ChampLieu } from './champ-lieu.ts';
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
    this.#lieu = new ChampLieu(racine, (valeur) => {
      this.#garder(/-(\d[\dAB]\d{3})$/.exec(valeur)?.[1] ?? '');
      if (valeur !== '' && this.#code.value === '')
        this.#lieu.dire('Nous ne connaissons pas cette commune : choisissez dans la liste.');
    });
  }

  /** Remet à l'écran la commune d'un brouillon. */
  async montrer(): Promise<void> {
    const code = this.#code.value;
    const lieu = code === '' ? null : await lieuDuCode(code).catch(() => null);
    const valeur = lieu ? `${slug(lieu.commune)}-${code}` : '';
    this.#lieu.montrer(valeur, lieu ? await resoudreLieu(valeur).catch(() => null) : null);
    if (lieu) this.#dire(lieu);
    else this.#garder('');
  }

  #garder(code: string) {
    const change = this.#code.value !== code;
    this.#code.value = code;
    this.#territoire.textContent = '';
    if (change) this.#code.dispatchEvent(new Event('input', { bubbles: true }));
    if (code !== '') void lieuDuCode(code).then((lieu) => lieu && this.#dire(lieu));
  }

  #dire(lieu: LieuDeduit) {
    this.#territoire.textContent = typographier(phraseDuLieu(lieu));
  }
}
