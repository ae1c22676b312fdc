import { typographier } from '../core/typographie.ts';
import { trouver } from './dom.ts';

/** Où chaque touche mène : un pas, ou un bout. */
const TOUCHES: Record<string, 'suivante' | 'precedente' | 'premiere' | 'derniere'> = {
  ArrowRight: 'suivante',
  ArrowDown: 'suivante',
  PageDown: 'suivante',
  ' ': 'suivante',
  ArrowLeft: 'precedente',
  ArrowUp: 'precedente',
  PageUp: 'precedente',
  Home: 'premiere',
  End: 'derniere',
};

/** Touches qui font aussi défiler : sur une diapositive plus haute que l'écran, elles défilent d'abord. */
const DEFILENT = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', ' '];

/** Ce que le navigateur sait déjà faire d'une touche, sur un lien ou un bouton. */
const ACTIONNE = 'a, button, summary, input, select, textarea';

class Presentation extends HTMLElement {
  #diapos: HTMLElement[] = [];
  #courante = 0;

  connectedCallback(): void {
    this.#diapos = [...this.querySelectorAll<HTMLElement>('.csf-diapo')];
    const depart = this.#diapos.findIndex(({ id }) => `#${id}` === location.hash);
    this.#montrer(Math.max(0, depart));
    this.#suivreLeDefilement();
    for (const bouton of this.querySelectorAll<HTMLElement>('[data-aller]')) {
      bouton.addEventListener('click', () => {
        this.#aller(this.#courante + (bouton.dataset.aller === 'suivante' ? 1 : -1));
      });
    }
    this.#brancherPleinEcran();
    document.addEventListener('keydown', (evenement) => {
      this.#touche(evenement);
    });
  }

  /** Va à une diapositive : l'adresse change, et la suite de la page au clavier part de là. */
  #aller(rang: number): void {
    const diapo = this.#diapos[Math.min(Math.max(rang, 0), this.#diapos.length - 1)];
    if (!diapo) return;
    location.replace(`#${diapo.id}`);
    diapo.scrollIntoView();
    this.#montrer(this.#diapos.indexOf(diapo));
    const titre = trouver<HTMLElement>(diapo, 'h1, h2').textContent.trim();
    trouver<HTMLElement>(this, '[data-annonce]').textContent = typographier(
      `Diapositive ${this.#courante + 1} sur ${this.#diapos.length} : ${titre}`,
    );
  }

  #montrer(rang: number): void {
    this.#courante = rang;
    trouver<HTMLElement>(this, '[data-place]').textContent = String(rang + 1);
    const bloquer = (sens: string, oui: boolean) => {
      // Un bouton désactivé perdrait le clavier : il reste là, et ne mène plus à rien.
      trouver(this, `[data-aller=${sens}]`).setAttribute('aria-disabled', String(oui));
    };
    bloquer('precedente', rang === 0);
    bloquer('suivante', rang === this.#diapos.length - 1);
  }

  /** Au doigt ou à la molette, la diapositive courante est celle qui occupe le milieu de l'écran. */
  #suivreLeDefilement(): void {
    const vue = new IntersectionObserver(
      (entrees) => {
        const visible = entrees.find(({ isIntersecting }) => isIntersecting)?.target;
        if (visible) this.#montrer(this.#diapos.indexOf(visible as HTMLElement));
      },
      { rootMargin: '-50% 0px' },
    );
    for (const diapo of this.#diapos) vue.observe(diapo);
  }

  #brancherPleinEcran(): void {
    const bouton = trouver<HTMLButtonElement>(this, '[data-plein-ecran]');
    bouton.hidden = !document.fullscreenEnabled;
    bouton.addEventListener('click', () => {
      void (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen());
    });
    document.addEventListener('fullscreenchange', () => {
      bouton.textContent = document.fullscreenElement ? 'Quitter le plein écran' : 'Plein écran';
      this.#diapos[this.#courante]?.scrollIntoView({ behavior: 'instant' });
    });
  }

  #touche(evenement: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey, target } = evenement;
    if (evenement.defaultPrevented || altKey || ctrlKey || metaKey) return;
    // En plein écran, Échap en sort d'abord, et le navigateur s'en charge.
    if (key === 'Escape' && !document.fullscreenElement) location.assign('/kit/');
    const sens = evenement.shiftKey && key === ' ' ? 'precedente' : TOUCHES[key];
    if (!sens) return;
    if (key === ' ' && target instanceof Element && target.closest(ACTIONNE)) return;
    if (DEFILENT.includes(key) && this.#resteALire(sens === 'suivante')) return;
    evenement.preventDefault();
    this.#aller(this.#destination(sens));
  }

  #destination(sens: (typeof TOUCHES)[string]): number {
    if (sens === 'premiere') return 0;
    if (sens === 'derniere') return this.#diapos.length - 1;
    return this.#courante + (sens === 'suivante' ? 1 : -1);
  }

  /** Vrai si la diapositive courante continue sous le bas (ou au-dessus du haut) de l'écran. */
  #resteALire(versLeBas: boolean): boolean {
    const diapo = this.#diapos[this.#courante];
    if (!diapo || diapo.offsetHeight <= innerHeight) return false;
    const { top, bottom } = diapo.getBoundingClientRect();
    return versLeBas ? bottom > innerHeight + 1 : top < -1;
  }
}

customElements.define('csf-presentation', Presentation);
