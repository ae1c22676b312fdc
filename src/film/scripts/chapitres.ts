import { trouver } from '../../ui/dom.ts';

/** Un chapitre mène à son moment dans le film de la page ; sans script, son lien ouvre le film à ce moment. */
class ChapitresDuFilm extends HTMLElement {
  connectedCallback() {
    const film = trouver<HTMLVideoElement>(document, '#film');
    for (const lien of this.querySelectorAll<HTMLAnchorElement>('a[data-temps]')) {
      lien.addEventListener('click', (clic) => {
        clic.preventDefault();
        film.currentTime = Number(lien.dataset.temps);
        film.focus();
        // Un navigateur peut refuser de lire sans un geste de plus : le film attend alors au bon moment.
        film.play().catch(() => undefined);
      });
    }
  }
}

customElements.define('csf-chapitres', ChapitresDuFilm);
