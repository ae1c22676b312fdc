import type { Segment } from '../../documents/regles/bloc.ts';
import type { ArticleDeClause } from '../regles/clause.ts';
import type { Lecture } from '../regles/reponses.ts';
import { creer } from '../../ui/dom.ts';

const CLASSES = { reponse: 'csf-reponse', blanc: 'csf-blanc' } as const;

function passage({ genre, texte }: Segment): Node | string {
  return genre === 'texte' ? texte : creer('span', { class: CLASSES[genre] }, texte);
}

/** Les titres et les alinéas d'une partie, comme ClauseRedigee.astro les écrit à la construction. */
export function articlesEnElements(articles: readonly ArticleDeClause[]): HTMLElement[] {
  return articles.flatMap(({ titre, paragraphes }) => [
    creer('h3', {}, titre),
    ...paragraphes.map((segments) => creer('p', {}, ...segments.map(passage))),
  ]);
}

/** Montre les champs qui dépendent d'une réponse (« portee=lots »), cache les autres. */
export function montrerChamps(formulaire: HTMLFormElement, valeurs: Record<string, string>): void {
  for (const champ of formulaire.querySelectorAll<HTMLElement>('[data-si]')) {
    const [nom = '', valeur] = champ.dataset.si?.split('=') ?? [];
    champ.hidden = valeurs[nom] !== valeur;
  }
}

/** Dit l'erreur de chaque champ, sous lui et à la lecture vocale. */
export function montrerErreurs(formulaire: HTMLFormElement, erreurs: Lecture['erreurs']): void {
  for (const saisie of formulaire.querySelectorAll<HTMLInputElement>('input')) {
    const erreur = erreurs[saisie.name as keyof typeof erreurs];
    const id = `${saisie.id}-erreur`;
    formulaire.querySelector(`#${id}`)?.remove();
    saisie.ariaInvalid = erreur === undefined ? null : 'true';
    saisie.removeAttribute('aria-describedby');
    if (erreur === undefined) continue;
    saisie.setAttribute('aria-describedby', id);
    saisie.after(creer('p', { id, class: 'csf-clause__erreur' }, `Erreur : ${erreur}`));
  }
}
