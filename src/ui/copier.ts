import { creer, trouver } from './dom.ts';
import { annoncer, copierTexte } from './presse-papiers.ts';

/** Le texte d'un élément, un titre ou un paragraphe par bloc, sans les commandes qu'il contient. */
function texteDe(cible: HTMLElement): string {
  return [...cible.querySelectorAll('h2, h3, p, li')]
    .map((bloc) => bloc.textContent.replace(/[ \n\t]+/g, ' ').trim())
    .join('\n\n');
}

/** Bouton qui copie le texte d'un ou plusieurs éléments, et le dit ; sans presse-papiers, il le donne à copier. */
class Copier extends HTMLElement {
  connectedCallback() {
    const message = trouver<HTMLElement>(this, '[role=status]');
    trouver(this, 'button').addEventListener('click', () => {
      const texte = (this.dataset.cible ?? '')
        .split(' ')
        .map((id) => texteDe(trouver<HTMLElement>(document, `#${id}`)))
        .join('\n\n');
      void copierTexte(texte).then((copie) => {
        this.querySelector('textarea')?.remove();
        if (!copie) this.#donner(texte);
        annoncer(
          message,
          copie
            ? 'Texte copié.'
            : 'Copie impossible ici. Le texte est sélectionné dans le cadre : copiez-le vous-même.',
        );
      });
    });
  }

  /* Ce que l'on voit sélectionné est exactement ce qui aurait été copié, même s'il vient de plusieurs endroits. */
  #donner(texte: string) {
    const cadre = creer('textarea', {
      class: 'fr-input',
      rows: '6',
      readonly: '',
      'aria-label': 'Texte à copier',
    }) as HTMLTextAreaElement;
    cadre.value = texte;
    this.append(cadre);
    cadre.select();
  }
}

customElements.define('csf-copier', Copier);
