import { trouver } from './dom.ts';

/** Le texte d'un élément, un titre ou un paragraphe par bloc, sans les commandes qu'il contient. */
function texteDe(cible: HTMLElement): string {
  return [...cible.querySelectorAll('h2, h3, p, li')]
    .map((bloc) => bloc.textContent.replace(/[ \n\t]+/g, ' ').trim())
    .join('\n\n');
}

/** Bouton qui copie le texte d'un élément, et le dit ; sans presse-papiers, il sélectionne ce texte. */
class Copier extends HTMLElement {
  connectedCallback() {
    const bouton = trouver<HTMLButtonElement>(this, 'button');
    const message = trouver<HTMLElement>(this, '[role=status]');
    bouton.addEventListener('click', () => {
      const cibles = (this.dataset.cible ?? '')
        .split(' ')
        .map((id) => trouver<HTMLElement>(document, `#${id}`));
      copier(cibles.map(texteDe).join('\n\n')).then(
        () => (message.textContent = 'Texte copié.'),
        () => {
          getSelection()?.selectAllChildren(cibles[0] ?? this);
          message.textContent =
            'Copie impossible ici. Le texte est sélectionné : copiez-le vous-même.';
        },
      );
    });
  }
}

/* Sans connexion sûre (http), le navigateur n'a pas de presse-papiers : le refus passe par le même chemin. */
async function copier(texte: string): Promise<void> {
  await (navigator as { clipboard?: Clipboard }).clipboard?.writeText(texte).catch(refuser);
  if (!('clipboard' in navigator)) refuser();
}

function refuser(): never {
  throw new Error('Presse-papiers indisponible');
}

customElements.define('csf-copier', Copier);
