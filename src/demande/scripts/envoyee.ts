import { trouver } from '../../ui/dom.ts';
import { lireRecu } from './recu.ts';

/** La référence de la demande, et l'adresse où part le courriel : une faute de frappe se voit ici. */
class Recu extends HTMLElement {
  connectedCallback() {
    const { reference, courriel } = lireRecu();
    if (typeof courriel === 'string' && courriel !== '')
      trouver(this, '[data-courriel]').textContent = ` à ${courriel}`;
    if (typeof reference !== 'string' || reference === '') return;
    const encart = trouver<HTMLElement>(this, '[data-reference]');
    trouver(encart, 'strong').textContent = reference;
    encart.hidden = false;
  }
}

customElements.define('csf-interet-recu', Recu);
