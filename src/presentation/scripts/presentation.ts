import { typographier } from '../../socle/typographie.ts';
import { trouver } from '../../ui/dom.ts';

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

/** Part de l'écran dont une touche avance dans une diapositive plus haute que lui. */
const PART_DEFILEE = 0.75;

/** Ce que le navigateur sait déjà faire d'une touche, sur un lien ou un bouton. */
const ACTIONNE = 'a, button, summary, input, select, textarea';

class Presentation extends HTMLElement {
  #diapos: HTMLElement[] = [];
  #courante = 0;
  /** Vrai tant que la page défile vers la diapositive demandée : celles du chemin ne comptent pas. */
  #enRoute = false;
  /** Faux dès qu'une touche ou un bouton a choisi la diapositive : seul un défilement de la main la change. */
  #parLaMain = true;

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

  /** Va à une diapositive. Le bouton pressé garde le clavier ; sinon, il part de cette diapositive. */
  #aller(rang: number): void {
    const diapo = this.#diapos[Math.min(Math.max(rang, 0), this.#diapos.length - 1)];
    if (!diapo) return;
    history.replaceState(null, '', `#${diapo.id}`);
    this.#enRoute = true;
    this.#parLaMain = false;
    diapo.scrollIntoView();
    if (!document.activeElement?.closest('.csf-commandes')) diapo.focus({ preventScroll: true });
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
        if (!this.#parLaMain) return;
        const visible = entrees.find(({ isIntersecting }) => isIntersecting)?.target;
        if (visible) this.#montrer(this.#diapos.indexOf(visible as HTMLElement));
      },
      { rootMargin: '-50% 0px' },
    );
    for (const diapo of this.#diapos) vue.observe(diapo);
    const options = { capture: true, passive: true };
    document.addEventListener('scrollend', () => (this.#enRoute = false), options);
    for (const geste of ['wheel', 'touchmove']) {
      const reprendre = () => {
        this.#enRoute = false;
        this.#parLaMain = true;
      };
      document.addEventListener(geste, reprendre, options);
    }
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
    evenement.preventDefault();
    const reste = sens === 'suivante' || sens === 'precedente' ? this.#resteALire(sens) : 0;
    if (reste !== 0) this.#defileur().scrollBy({ top: reste });
    else this.#aller(this.#destination(sens));
  }

  #destination(sens: (typeof TOUCHES)[string]): number {
    if (sens === 'premiere') return 0;
    if (sens === 'derniere') return this.#diapos.length - 1;
    return this.#courante + (sens === 'suivante' ? 1 : -1);
  }

  #defileur(): Element {
    return document.fullscreenElement ?? document.scrollingElement ?? document.documentElement;
  }

  /** De combien défiler, en pixels, pour lire la suite de la diapositive courante ; 0 si elle est lue. */
  #resteALire(sens: 'suivante' | 'precedente'): number {
    const diapo = this.#diapos[this.#courante];
    if (!diapo || this.#enRoute) return 0;
    const { top, bottom } = diapo.getBoundingClientRect();
    const bas = innerHeight - trouver<HTMLElement>(this, '.csf-commandes').offsetHeight;
    if (bottom - top <= bas + 1 || top > bas || bottom < 0) return 0;
    const reste = sens === 'suivante' ? Math.max(0, bottom - bas) : Math.min(0, top);
    const pas = bas * PART_DEFILEE;
    return Math.abs(reste) <= 1 ? 0 : Math.max(-pas, Math.min(pas, reste));
  }
}

customElements.define('csf-presentation', Presentation);
