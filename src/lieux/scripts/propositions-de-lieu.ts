import type { LieuPropose, Propositions } from '../appels/lieux.ts';
import { creer } from '../../ui/dom.ts';

export const HOMONYMES = 'Plusieurs communes portent ce nom : choisissez dans la liste.';

/** Ce que le champ montre d'un lieu choisi : « Nanterre (92) ». */
export function ecrire({ nom, departement }: LieuPropose): string {
  return `${nom} (${departement})`;
}

/** Ce que l'on dit des communes trouvées pour un texte, au-dessus de leur liste. */
export function annoncer(texte: string, { lieux, ressemblants }: Propositions): string {
  const nombre = lieux.length;
  if (ressemblants) return `Aucune commune ne s’appelle « ${texte} ». Vouliez-vous dire…`;
  if (nombre === 0) return `Aucune commune ne commence par « ${texte} ».`;
  return `${nombre} commune${nombre > 1 ? 's' : ''} : choisissez dans la liste.`;
}

/** Les options de la liste, dans l'ordre des lieux. */
export function optionsDe(lieux: readonly LieuPropose[]): HTMLElement[] {
  return lieux.map((lieu, rang) => {
    const ecrit = lieu.ancienNom ? `${lieu.ancienNom}, aujourd’hui ${ecrire(lieu)}` : ecrire(lieu);
    const codePostal = creer('small', {}, lieu.codePostal);
    return creer('div', { role: 'option', id: `lieu-${rang}` }, `${ecrit} `, codePostal);
  });
}
