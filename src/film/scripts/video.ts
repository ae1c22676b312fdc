import { creer, trouver } from '../../ui/dom.ts';

/**
 * Vidéo d'un tiers : rien ne lui est demandé avant le clic. Le lien vers sa page reste sous le lecteur,
 * pour le jour où l'hôte ne répond pas.
 */
class VideoDeTiers extends HTMLElement {
  connectedCallback() {
    const cadre = trouver<HTMLElement>(this, '.csf-video__cadre');
    cadre.hidden = false;
    trouver(cadre, 'button').addEventListener('click', () => {
      const { lecteur = '', titre = '' } = this.dataset;
      const iframe = creer('iframe', {
        src: lecteur,
        title: titre,
        class: 'csf-video__lecteur',
        allow: 'fullscreen; picture-in-picture; encrypted-media',
        allowfullscreen: '',
        referrerpolicy: 'strict-origin-when-cross-origin',
        // Le lecteur tourne chez son hôte, sans pouvoir changer la page qui l'accueille.
        sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
      });
      cadre.replaceWith(iframe);
      // Le bouton vient de disparaître : qui est au clavier continue dans le lecteur.
      iframe.focus();
    });
  }
}

customElements.define('csf-video', VideoDeTiers);
