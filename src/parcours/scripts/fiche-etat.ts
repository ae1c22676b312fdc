import { TONS_DISPONIBILITE } from '../regles/carte.ts';
import { LIBELLES_DISPONIBILITE } from '../regles/disponibilite.ts';
import { boutonDeFiche, etatDuMoment, phraseDuMoment } from '../regles/fiche.ts';
import { typographier } from '../../socle/typographie.ts';
import { demanderEtat } from '../../formulaire/appels/fonctions.ts';
import { trouver } from '../../ui/dom.ts';

/** Met la page d'un parcours à l'état du moment : étiquette, explication et bouton. */
export async function direEtat(fiche: HTMLElement, fonctions: string, parcours: string) {
  const reponse = await demanderEtat(fonctions, parcours);
  const etat = reponse && etatDuMoment(reponse);
  if (!etat) return;
  const { disponibilite } = etat;
  const phrase = phraseDuMoment(etat);
  const encart = trouver<HTMLElement>(fiche, '#etat');
  // La phrase de la construction reste quand elle dit déjà tout : la région ne parle que si l'état a changé.
  if (fiche.dataset.disponibilite === disponibilite && etat.reserveLe === null && !encart.hidden)
    return;
  const etiquette = trouver<HTMLElement>(fiche, '#disponibilite');
  etiquette.textContent = LIBELLES_DISPONIBILITE[disponibilite];
  etiquette.className = `fr-badge fr-badge--no-icon ${TONS_DISPONIBILITE[disponibilite]}`;
  encart.textContent = typographier(phrase ?? '');
  encart.hidden = phrase === null;
  const bouton = fiche.querySelector<HTMLElement>('#interet');
  const libelle = boutonDeFiche(disponibilite);
  if (!bouton) return;
  bouton.hidden = libelle === null;
  bouton.textContent = typographier(libelle ?? '');
}
