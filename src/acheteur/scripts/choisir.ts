import {
  CLAUSES,
  dansMonCas,
  ecrireReponses,
  lireReponses,
  QUESTIONS,
  type Raison,
} from '../regles/choisir.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer, trouver } from '../../ui/dom.ts';

const SENS: Record<Raison['sens'], string> = {
  pour: 'Va dans ce sens',
  reserve: 'À savoir',
  non: 'L’écarte',
};

function ligne({ sens, texte }: Raison): HTMLElement {
  const etiquette = creer('strong', {}, typographier(`${SENS[sens]} :`));
  return creer('li', {}, etiquette, ` ${typographier(texte)}`);
}

class Choisir extends HTMLElement {
  #formulaire!: HTMLFormElement;

  connectedCallback() {
    this.#formulaire = trouver(this, 'form');
    this.#formulaire.addEventListener('change', () => this.#repondre());
    this.#formulaire.addEventListener('submit', (evenement) => evenement.preventDefault());
    // L'événement précède la remise à zéro des boutons.
    this.#formulaire.addEventListener('reset', () => setTimeout(() => this.#repondre()));
    addEventListener('popstate', this.#relire);
    this.#relire();
  }

  disconnectedCallback() {
    removeEventListener('popstate', this.#relire);
  }

  #relire = () => {
    const reponses = lireReponses(new URLSearchParams(location.search));
    for (const { id } of QUESTIONS)
      for (const bouton of this.querySelectorAll<HTMLInputElement>(`[name=${id}]`))
        bouton.checked = bouton.value === reponses[id];
    this.#montrer();
  };

  #parametres(): URLSearchParams {
    const lus = new URLSearchParams();
    for (const [nom, valeur] of new FormData(this.#formulaire))
      if (typeof valeur === 'string') lus.set(nom, valeur);
    return lus;
  }

  #repondre() {
    const adresse = ecrireReponses(lireReponses(this.#parametres())).toString();
    if (adresse !== location.search.slice(1))
      history.pushState(null, '', adresse ? `?${adresse}` : location.pathname);
    this.#montrer();
  }

  #montrer() {
    const { conclusion, raisons } = dansMonCas(lireReponses(this.#parametres()));
    const zone = trouver(this, '[role=status]');
    const ecrit = typographier(conclusion);
    // Réécrire la même phrase la ferait relire à voix haute.
    if (zone.textContent !== ecrit) zone.textContent = ecrit;
    for (const clause of CLAUSES) {
      const bloc = trouver<HTMLElement>(this, `#raisons-${clause}`);
      bloc.hidden = raisons[clause].length === 0;
      trouver(bloc, 'ul').replaceChildren(...raisons[clause].map(ligne));
    }
  }
}

customElements.define('csf-choisir', Choisir);
