import { enFrancais } from '../../socle/dates.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer } from '../../ui/dom.ts';

type Reponse = { libelle: string; lignes: string[]; champ: HTMLElement };

/** Les réponses données, dans l'ordre de la page ; un champ laissé vide n'y est pas. */
export function reponsesDonnees(formulaire: HTMLFormElement): Omit<Reponse, 'champ'>[] {
  return [...formulaire.querySelectorAll<HTMLElement>('[data-champ]')].flatMap((bloc) => {
    const reponse = bloc.dataset.champ === 'consentement' ? undefined : reponseDe(bloc);
    return reponse && reponse.lignes.length > 0 ? [reponse] : [];
  });
}

/** Le texte d'une étiquette ou d'une légende, sans son aide. */
function sansAide(etiquette: Element | null | undefined): string {
  const texte = etiquette?.firstChild?.textContent ?? '';
  return texte.replace('(facultatif)', '').trim();
}

function valeursDe(champ: HTMLElement): string[] {
  if (champ instanceof HTMLSelectElement)
    return champ.value === '' ? [] : [champ.selectedOptions[0]?.text ?? ''];
  if (champ instanceof HTMLTextAreaElement)
    return champ.value
      .split('\n')
      .map((ligne) => ligne.trim())
      .filter((ligne) => ligne !== '');
  if (!(champ instanceof HTMLInputElement)) return [];
  if (champ.type === 'checkbox') return [champ.checked ? 'Oui' : 'Non'];
  if (champ.type === 'date') return champ.value === '' ? [] : [enFrancais(champ.value)];
  return champ.value.trim() === '' ? [] : [champ.value.trim()];
}

function reponseDe(bloc: HTMLElement): Reponse | undefined {
  const champ = bloc.querySelector<HTMLInputElement>('input, select, textarea');
  if (!champ) return undefined;
  if (champ.type !== 'radio')
    return { libelle: sansAide(champ.labels?.[0]), lignes: valeursDe(champ), champ };
  const coche = bloc.querySelector<HTMLInputElement>('input:checked');
  return {
    libelle: sansAide(bloc.querySelector('legend')),
    lignes: coche ? [sansAide(coche.labels?.[0])] : [],
    champ: coche ?? champ,
  };
}

/** Les réponses d'un formulaire en clair, pour un courriel préparé. */
export function reponsesEnClair(formulaire: HTMLFormElement): string {
  const lignes = reponsesDonnees(formulaire).map(
    ({ libelle, lignes }) => `${libelle} : ${lignes.join(' ; ')}`,
  );
  return `${lignes.join('\n')}\n`;
}

/**
 * Les réponses d'un formulaire, partie par partie, chacune avec son bouton « Modifier ».
 * @param modifier reçoit le champ à corriger
 */
export function recapitulatif(
  formulaire: HTMLFormElement,
  modifier: (champ: HTMLElement) => void,
): HTMLElement[] {
  return [...formulaire.querySelectorAll<HTMLElement>('.csf-groupe')].flatMap((groupe) => {
    const titre = sansAide(groupe.querySelector(':scope > legend'));
    const liste = creer('dl', { class: 'csf-recapitulatif' });
    for (const bloc of groupe.querySelectorAll<HTMLElement>('[data-champ]')) {
      const reponse = reponseDe(bloc);
      if (!reponse) continue;
      const { libelle, lignes, champ } = reponse;
      const bouton = creer(
        'button',
        { type: 'button', class: 'csf-lien', 'aria-label': `Modifier : ${libelle} (${titre})` },
        'Modifier',
      );
      bouton.addEventListener('click', () => modifier(champ));
      const dites = lignes.length > 0 ? lignes : ['Non renseigné'];
      liste.append(
        creer(
          'div',
          {},
          creer('dt', {}, typographier(libelle)),
          creer('dd', {}, ...dites.map((dite) => creer('span', {}, typographier(dite)))),
          creer('dd', {}, bouton),
        ),
      );
    }
    return [creer('h4', {}, typographier(titre)), liste];
  });
}
