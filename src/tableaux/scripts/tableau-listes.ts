import { direJour, direLieuEtDomaine, type NomsDuTableau } from '../regles/mots.ts';
import type { Tableau } from '../regles/tableau.ts';
import type { ParcoursCite } from '../../suivi/regles/dossier.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer, trouver } from '../../ui/dom.ts';

const petit = (texte: string) => creer('small', {}, typographier(texte));

/** Éléments d'une liste courte montrés d'emblée. */
const D_EMBLEE = 10;

/** Remplit une liste courte (data-liste) : son nombre, ses éléments, ou ce qu'elle dit quand elle est vide. */
export function remplirListe(racine: ParentNode, nom: string, elements: HTMLElement[]): void {
  const liste = trouver<HTMLElement>(racine, `[data-liste="${nom}"]`);
  trouver(liste, '[data-nombre]').textContent = String(elements.length);
  trouver<HTMLElement>(liste, '[data-aucun]').hidden = elements.length > 0;
  const ul = trouver(liste, 'ul');
  ul.replaceChildren(...elements.slice(0, D_EMBLEE));
  const tout = trouver<HTMLButtonElement>(liste, '[data-tout]');
  tout.hidden = elements.length <= D_EMBLEE;
  tout.textContent = `Montrer les ${elements.length}`;
  tout.onclick = () => {
    ul.replaceChildren(...elements);
    tout.hidden = true;
    elements[D_EMBLEE]?.querySelector<HTMLElement>('a, button')?.focus();
  };
}

/** Un parcours d'une liste courte : son lien, son lieu, et ce qu'il faut en savoir. */
function ligneDeParcours(
  parcours: ParcoursCite,
  noms: NomsDuTableau,
  precision: string,
): HTMLElement {
  return creer(
    'li',
    {},
    creer('a', { href: `/parcours/${parcours.id}/` }, typographier(parcours.intitule)),
    petit(direLieuEtDomaine(parcours, noms)),
    ...(precision ? [petit(precision)] : []),
  );
}

/** Les deux listes de parcours à surveiller : sans jeune, et dont les contacts ne sont pas confirmés. */
export function remplirLesParcours(
  racine: ParentNode,
  { parcoursSansJeune, contactsJamaisConfirmes }: Tableau,
  noms: NomsDuTableau,
  garder: (parcours: { academie: string | null }) => boolean = () => true,
): void {
  const sansJeune = parcoursSansJeune
    .filter(garder)
    .map((un) =>
      ligneDeParcours(un, noms, un.derniereFin ? `Se termine le ${direJour(un.derniereFin)}` : ''),
    );
  const contacts = contactsJamaisConfirmes
    .filter(garder)
    .map((un) =>
      ligneDeParcours(un, noms, un.depuisLe ? `Depuis le ${direJour(un.depuisLe)}` : ''),
    );
  remplirListe(racine, 'sans-jeune', sansJeune);
  remplirListe(racine, 'contacts', contacts);
}
