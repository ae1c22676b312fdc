import { ecrireFiltres, type FiltreActif, type Filtres } from '../regles/filtres.ts';
import { creer } from '../../ui/dom.ts';

function adresse(filtres: Filtres): string {
  return `?${ecrireFiltres(filtres).toString()}`;
}

/** Étiquettes des filtres actifs, chacune avec de quoi la retirer, et « tout effacer ». */
export function etiquettes(actifs: FiltreActif[]): Node[] {
  if (actifs.length === 0) return [];
  const retraits = actifs.map(({ libelle, sans }) => {
    const lien = creer(
      'a',
      {
        class: 'fr-tag fr-tag--sm',
        href: adresse(sans),
        'aria-label': `Retirer le filtre ${libelle}`,
      },
      libelle,
      creer('span', { 'aria-hidden': 'true' }, ' ✕'),
    );
    return creer('li', {}, lien);
  });
  return [...retraits, creer('li', {}, creer('a', { href: '?' }, 'Tout effacer'))];
}

/** Liens vers les pages voisines d'une liste filtrée ; rien s'il n'y a qu'une page. */
export function pagination(filtres: Filtres, page: number, derniere: number): Node[] {
  if (derniere === 1) return [];
  const vers = (cible: number, texte: string) =>
    creer(
      'a',
      { class: 'fr-btn fr-btn--secondary', href: adresse({ ...filtres, page: cible }) },
      texte,
    );
  const nav = creer('nav', { class: 'csf-pages', 'aria-label': 'Pagination' });
  if (page > 1) nav.append(vers(page - 1, 'Page précédente'));
  nav.append(creer('span', {}, `Page ${page} sur ${derniere}`));
  if (page < derniere) nav.append(vers(page + 1, 'Page suivante'));
  return [nav];
}
