import { texteDeCarte, type ContenuDeCarte } from '../regles/carte.ts';
import { trouver } from '../../ui/dom.ts';

/** Remplit une copie du modèle de carte de la page. */
export function carte(modele: HTMLTemplateElement, contenu: ContenuDeCarte, suffixe: string) {
  const copie = modele.content.cloneNode(true) as DocumentFragment;
  const texte = texteDeCarte(contenu);
  const etiquette = trouver<HTMLElement>(copie, '.fr-badge');
  etiquette.className = `fr-badge fr-badge--sm fr-badge--no-icon ${texte.ton}`;
  etiquette.textContent = texte.disponibilite;
  trouver(copie, '.csf-carte__haut :last-child').textContent = contenu.domaine;
  const lien = trouver<HTMLAnchorElement>(copie, 'a');
  lien.href = `/parcours/${contenu.id}/${suffixe}`;
  lien.textContent = contenu.intitule;
  trouver(copie, 'b').textContent = texte.lieu;
  trouver(copie, 'b ~ span').textContent = texte.duree;
  trouver(copie, '.csf-carte__plus').textContent = texte.plus;
  return copie;
}
