import { typographier } from '../../socle/typographie.ts';
import type { Vigilance } from '../../anonymisation/regles/vigilance.ts';
import { creer } from '../../ui/dom.ts';

function liste(classe: string, titre: string, phrases: readonly string[]): HTMLElement[] {
  if (phrases.length === 0) return [];
  const lignes = phrases.map((phrase) => creer('li', {}, typographier(phrase)));
  return [
    creer(
      'div',
      { class: classe },
      creer('h3', {}, typographier(titre)),
      creer('ul', {}, ...lignes),
    ),
  ];
}

/** Montre, près du message et à la relecture, ce qui empêche l'envoi et ce qui n'est qu'un doute. */
export function montrerVigilance(racine: HTMLElement, { bloque, avertit }: Vigilance): void {
  for (const zone of racine.querySelectorAll('[data-vigilance]'))
    zone.replaceChildren(
      ...liste('csf-alerte', 'Votre message ne peut pas partir ainsi', bloque),
      ...liste('csf-encart', 'À vérifier dans votre message', avertit),
    );
}
