import { typographier } from '../../socle/typographie.ts';
import { creer, trouver } from '../../ui/dom.ts';

/** Les champs d'un formulaire dans le navigateur : les lire, les remplir, et montrer leurs erreurs. */

type Saisissable = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Ce qui entoure les champs et n'en fait pas partie. */
const HORS_CHAMPS = ['leurre'];

function saisissables(formulaire: HTMLFormElement): Saisissable[] {
  return [...formulaire.elements].filter(
    (element): element is Saisissable =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== '' &&
      !element.disabled &&
      !HORS_CHAMPS.includes(element.name),
  );
}

/** Ce que la personne a tapé, champ par champ : une case vaut « on » ou rien. Sert au brouillon. */
export function texteDesChamps(formulaire: HTMLFormElement): Record<string, string> {
  const textes: Record<string, string> = {};
  for (const element of saisissables(formulaire)) {
    const coche = element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type);
    if (!coche) textes[element.name] = element.value;
    else if (element.checked) textes[element.name] = element.value;
  }
  return textes;
}

/** Remet dans le formulaire ce qui y avait été tapé. */
export function remplirChamps(formulaire: HTMLFormElement, textes: Record<string, string>): void {
  for (const element of saisissables(formulaire)) {
    const texte = textes[element.name];
    if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type))
      element.checked = texte === element.value;
    else if (texte !== undefined) element.value = texte;
  }
}

function valeurDe(element: Saisissable): unknown {
  if (element instanceof HTMLInputElement && element.type === 'checkbox') return element.checked;
  if (element instanceof HTMLInputElement && element.type === 'date') return element.value || null;
  if (element.dataset.liste === undefined) return element.value;
  return element.value
    .split(/\r?\n/)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
}

/**
 * Les champs tels que le schéma les attend : une case est un booléen, une date vide null, une grande case marquée
 * `data-liste` un tableau de lignes, « groupe.champ » un champ d'un objet, et un groupe laissé vide null.
 */
export function lireChamps(formulaire: HTMLFormElement): Record<string, unknown> {
  const champs: Record<string, unknown> = {};
  const groupes = new Map<string, Record<string, unknown>>();
  for (const element of saisissables(formulaire)) {
    if (element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
      continue;
    const [nom = '', champ] = element.name.split('.');
    if (champ === undefined) {
      champs[nom] = valeurDe(element);
      continue;
    }
    const groupe = groupes.get(nom) ?? {};
    groupe[champ] = valeurDe(element);
    groupes.set(nom, groupe);
  }
  for (const [nom, groupe] of groupes) {
    const vide = Object.values(groupe).every((valeur) => valeur === '');
    champs[nom] = vide ? null : groupe;
  }
  return champs;
}

/**
 * Le bloc d'un champ (data-champ) ; à défaut celui de son groupe, quand l'erreur porte sur tout le groupe, ou de la
 * grande case, quand elle porte sur une de ses lignes (« taches.2 »).
 */
function blocDe(formulaire: HTMLFormElement, nom: string): HTMLElement | null {
  const bloc = (selecteur: string) => formulaire.querySelector<HTMLElement>(selecteur);
  return (
    bloc(`[data-champ="${CSS.escape(nom)}"]`) ??
    bloc(`[data-champ^="${CSS.escape(nom)}."]`) ??
    bloc(`[data-champ="${CSS.escape(nom.split('.')[0] ?? '')}"]`)
  );
}

function classeDErreur(bloc: HTMLElement): string {
  const groupes = {
    'fr-select-group': 'fr-select-group--error',
    'fr-checkbox-group': 'fr-checkbox-group--error',
    'fr-fieldset': 'fr-fieldset--error',
  };
  for (const [classe, erreur] of Object.entries(groupes))
    if (bloc.classList.contains(classe)) return erreur;
  return 'fr-input-group--error';
}

/** Montre, ou retire (undefined), l'erreur d'un champ. Rend l'élément à corriger. */
export function montrerErreur(
  formulaire: HTMLFormElement,
  nom: string,
  message: string | undefined,
): HTMLElement | null {
  const bloc = blocDe(formulaire, nom);
  const element = bloc?.querySelector<HTMLElement>('input, select, textarea') ?? null;
  if (!bloc || !element) return null;
  bloc.classList.toggle(classeDErreur(bloc), message !== undefined);
  if (message === undefined) element.removeAttribute('aria-invalid');
  else element.setAttribute('aria-invalid', 'true');
  const messages = trouver(bloc, '.fr-messages-group');
  messages.querySelector('.fr-message--error')?.remove();
  if (message !== undefined)
    messages.append(creer('p', { class: 'fr-message fr-message--error' }, typographier(message)));
  return element;
}

/* Ce qui n'a pas de champ vient en tête. */
function ordreDansLaPage(a: HTMLElement | null, b: HTMLElement | null): number {
  if (!a || !b) return Number(a !== null) - Number(b !== null);
  if (a === b) return 0;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/* Trois personnes ont chacune un nom : dans le résumé, on dit laquelle. */
function avecSonGroupe(champ: HTMLElement, message: string): string {
  const nom = champ.closest<HTMLElement>('[data-champ]')?.dataset.champ ?? '';
  const legende = champ.closest('fieldset.csf-groupe')?.querySelector('legend')?.textContent;
  return nom.includes('.') && legende ? `${legende.trim()} : ${message}` : message;
}

/**
 * Montre les erreurs près des champs et dans le résumé, qui prend le focus. Sans erreur, efface tout.
 * @param avantFocus appelée avant de mener au champ, par exemple pour montrer l'étape qui le contient
 */
export function montrerErreurs(
  formulaire: HTMLFormElement,
  erreurs: Record<string, string>,
  avantFocus: (champ: HTMLElement) => void = () => undefined,
): void {
  for (const bloc of formulaire.querySelectorAll<HTMLElement>('[data-champ]'))
    montrerErreur(formulaire, bloc.dataset.champ ?? '', undefined);
  const resume = trouver<HTMLElement>(formulaire, '[data-resume-erreurs]');
  const trouvees = Object.entries(erreurs)
    .map(([nom, message]) => ({ message, champ: montrerErreur(formulaire, nom, message) }))
    .sort((a, b) => ordreDansLaPage(a.champ, b.champ));
  const lignes = trouvees.map(({ message, champ }) => {
    if (!champ) return creer('li', {}, typographier(message));
    const dit = typographier(avecSonGroupe(champ, message));
    const lien = creer('a', { href: `#${champ.id}` }, dit);
    lien.addEventListener('click', (evenement) => {
      evenement.preventDefault();
      avantFocus(champ);
      champ.focus();
    });
    return creer('li', {}, lien);
  });
  trouver(resume, 'ul').replaceChildren(...lignes);
  trouver(resume, 'h2, h3').textContent =
    lignes.length > 1
      ? `Il y a ${lignes.length} réponses à corriger`
      : 'Une réponse est à corriger';
  resume.hidden = lignes.length === 0;
  if (lignes.length > 0) resume.focus();
}
