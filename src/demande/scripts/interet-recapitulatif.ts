import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { enFrancais } from '../../socle/dates.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer } from '../../ui/dom.ts';

/** Une réponse à relire : son libellé, ce qui a été tapé, et le champ à montrer pour la modifier. */
export type Ligne = { libelle: string; valeur: string; champ: HTMLElement };

/** Le libellé d'un champ, sans son aide ni la mention « facultatif ». */
function libelleDe(bloc: HTMLElement): string {
  const libelle = bloc.querySelector('legend, label')?.cloneNode(true);
  if (!(libelle instanceof HTMLElement)) return '';
  libelle.querySelector('.fr-hint-text')?.remove();
  return libelle.textContent.replace('(facultatif)', '').replace(/\s+/g, ' ').trim();
}

function valeurDe(bloc: HTMLElement, nom: string): string {
  const coche = bloc.querySelector<HTMLInputElement>('input:checked');
  if (nom === 'heures') {
    const nombre = bloc.querySelector<HTMLInputElement>('input[type=number]');
    return libelleDuree(Number((coche ?? nombre)?.value));
  }
  if (coche?.type === 'checkbox') return 'Oui';
  if (coche) return bloc.querySelector(`label[for="${coche.id}"]`)?.textContent.trim() ?? '';
  const liste = bloc.querySelector('select');
  if (liste) return liste.selectedOptions[0]?.textContent.trim() ?? '';
  const champ = bloc.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (champ?.type === 'checkbox') return '';
  if (champ?.type === 'date') return enFrancais(champ.value, { jourDeSemaine: true });
  return champ?.value.trim() ?? '';
}

/** Les réponses d'un formulaire, dans l'ordre des champs. */
export function lignesDe(formulaire: HTMLFormElement): Ligne[] {
  return [...formulaire.querySelectorAll<HTMLElement>('[data-champ]')].flatMap((bloc) => {
    const nom = bloc.dataset.champ ?? '';
    const champ = bloc.querySelector<HTMLElement>('input:checked, input, select, textarea');
    return champ ? [{ libelle: libelleDe(bloc), valeur: valeurDe(bloc, nom), champ }] : [];
  });
}

/** Les réponses en clair, une par ligne : le corps du courriel quand le service est en panne. */
export function enClair(lignes: readonly Ligne[]): string {
  return lignes.map(({ libelle, valeur }) => `${libelle} : ${valeur}`).join('\n');
}

/**
 * Remplit la liste à relire.
 * @param modifier appelée avec le champ à corriger
 */
export function montrerLignes(
  liste: HTMLElement,
  lignes: readonly Ligne[],
  modifier: (champ: HTMLElement) => void,
): void {
  liste.replaceChildren(
    ...lignes.map(({ libelle, valeur, champ }) => {
      const cache = creer('span', { class: 'fr-sr-only' }, ` : ${libelle}`);
      const bouton = creer('button', { type: 'button', class: 'csf-lien' }, 'Modifier', cache);
      bouton.addEventListener('click', () => modifier(champ));
      return creer(
        'div',
        {},
        creer('dt', {}, typographier(libelle)),
        creer('dd', {}, creer('p', {}, valeur || 'Non renseigné'), bouton),
      );
    }),
  );
}
