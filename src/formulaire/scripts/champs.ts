import { apresDeuxPoints } from '../../socle/typographie.ts';
import type { ErreurDite } from '../../ui/ResumeErreurs.tsx';
import type { Erreurs } from '../../socle/saisie.ts';

/** Les champs d'un formulaire dans la page : ils gardent eux-mêmes ce qui y est tapé. */

type Saisissable = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Ce qui entoure les champs et n'en fait pas partie. */
const HORS_CHAMPS = ['leurre'];

const estCochable = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type);

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

/** Ce que la personne a tapé, dans l'ordre de la page, tel qu'il partirait sans JavaScript. */
export function entreesDe(formulaire: HTMLFormElement): [string, string][] {
  return saisissables(formulaire)
    .filter((element) => !estCochable(element) || element.checked)
    .map(({ name, value }) => [name, value]);
}

/** Ce que la personne a tapé, champ par champ : une case vaut « on » ou rien. Sert au brouillon. */
export const texteDesChamps = (formulaire: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(entreesDe(formulaire));

/** Remet dans le formulaire ce qui y avait été tapé ; un champ dont rien n'est dit reste tel quel. */
export function remplirChamps(formulaire: HTMLFormElement, textes: Record<string, string>): void {
  for (const element of saisissables(formulaire)) {
    const texte = textes[element.name];
    if (estCochable(element)) element.checked = texte === element.value;
    else if (texte !== undefined) element.value = texte;
  }
}

/* Une liste part de la réponse proposée, à défaut de sa première ligne. */
const valeurDeDepart = ({ options }: HTMLSelectElement) =>
  ([...options].find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value;

function estIntouche(element: Saisissable): boolean {
  if (estCochable(element)) return element.checked === element.defaultChecked;
  if (element instanceof HTMLSelectElement) return element.value === valeurDeDepart(element);
  return element.value === element.defaultValue;
}

/** Vrai si rien n'a encore été tapé ni choisi depuis que la page est là. */
export const estIntact = (formulaire: HTMLFormElement): boolean =>
  saisissables(formulaire).every(estIntouche);

/** Ce qui a été tapé ou choisi avant que la page ne s'anime : rien d'autre ne doit le remplacer. */
export const textesTouches = (formulaire: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    saisissables(formulaire)
      .filter((element) => !estIntouche(element) && (!estCochable(element) || element.checked))
      .map(({ name, value }) => [name, value]),
  );

/**
 * Le nom du champ dont parle une erreur : le sien, celui de la grande case dont c'est une ligne (« taches.2 »), ou le
 * premier d'un groupe, quand elle porte sur tout le groupe.
 */
function champDe(formulaire: HTMLFormElement, cle: string): Saisissable | undefined {
  const champs = saisissables(formulaire).filter(({ type }) => type !== 'hidden');
  const [debut] = cle.split('.');
  return (
    champs.find(({ name }) => name === cle) ??
    champs.find(({ name }) => name.startsWith(`${cle}.`)) ??
    champs.find(({ name }) => name === debut)
  );
}

/* Trois personnes ont chacune un nom : dans le résumé, on dit laquelle. */
function avecSonGroupe(champ: Saisissable, message: string): string {
  const legende = champ.closest('fieldset.csf-groupe')?.querySelector('legend')?.textContent;
  return champ.name.includes('.') && legende
    ? `${legende.trim()} : ${apresDeuxPoints(message)}`
    : message;
}

/* Un champ que la page remplit elle-même ne se voit pas : on mène à celui où l'on tape (« data-saisi-par »). */
const idSaisi = ({ dataset, id }: Saisissable) => dataset.saisiPar ?? id;

/** Ce qu'il y a à corriger, dans l'ordre de la page ; ce qui n'a pas de champ vient en tête. */
export function erreursDites(
  formulaire: HTMLFormElement,
  erreurs: Erreurs,
): (ErreurDite & { nom?: string; court: string })[] {
  const rangs = saisissables(formulaire);
  return Object.entries(erreurs)
    .map(([cle, court]) => {
      const champ = champDe(formulaire, cle);
      if (!champ) return { rang: -1, court, message: court };
      const message = avecSonGroupe(champ, court);
      return { rang: rangs.indexOf(champ), court, message, nom: champ.name, id: idSaisi(champ) };
    })
    .sort((a, b) => a.rang - b.rang)
    .map(({ rang: _, ...dite }) => dite);
}
