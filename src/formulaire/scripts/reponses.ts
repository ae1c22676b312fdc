import { enFrancais } from '../../socle/dates.ts';

/** Une réponse à relire : son libellé, ce qui a été tapé ligne à ligne, et l'identifiant du champ à corriger. */
export type Reponse = { nom: string; libelle: string; lignes: string[]; id: string };

/** Les réponses d'un groupe ou d'une étape, sous son titre. */
export type Partie = { titre: string; reponses: Reponse[] };

/** Le texte d'une étiquette ou d'une légende, sans son aide. */
const sansAide = (etiquette: Element | null | undefined) =>
  (etiquette?.firstChild?.textContent ?? '').replace('(facultatif)', '').trim();

/* L'accord se donne au moment d'envoyer : il n'est une réponse que là où on le relit. */
const ACCORD = 'consentement';

function lignesDe(champ: Element): string[] {
  if (champ instanceof HTMLSelectElement)
    return champ.value === '' ? [] : [champ.selectedOptions[0]?.text ?? ''];
  if (champ instanceof HTMLTextAreaElement)
    return champ.value
      .split('\n')
      .map((ligne) => ligne.trim())
      .filter((ligne) => ligne !== '');
  if (!(champ instanceof HTMLInputElement)) return [];
  if (champ.type === 'checkbox') {
    if (champ.checked) return ['Oui'];
    return champ.name === ACCORD ? [] : ['Non'];
  }
  if (champ.type === 'date')
    return champ.value === '' ? [] : [enFrancais(champ.value, { jourDeSemaine: true })];
  if (champ.type === 'time')
    return champ.value === '' ? [] : [champ.value.replace(/^0?(\d+):/, '$1 h ')];
  return champ.value.trim() === '' ? [] : [champ.value.trim()];
}

function reponseDe(bloc: HTMLElement): Reponse[] {
  const champ = bloc.querySelector<HTMLInputElement>('input, select, textarea');
  const { champ: nom = '' } = bloc.dataset;
  if (!champ) return [];
  if (champ.type !== 'radio')
    return [{ nom, libelle: sansAide(champ.labels?.[0]), lignes: lignesDe(champ), id: champ.id }];
  const coche = bloc.querySelector<HTMLInputElement>('input:checked');
  const lignes = coche ? [sansAide(coche.labels?.[0])] : [];
  return [
    { nom, libelle: sansAide(bloc.querySelector('legend')), lignes, id: (coche ?? champ).id },
  ];
}

const reponsesDe = (racine: ParentNode, avecLAccord = false) =>
  [...racine.querySelectorAll<HTMLElement>('[data-champ]')]
    .flatMap(reponseDe)
    .filter(({ nom }) => avecLAccord || nom !== ACCORD);

/**
 * Les réponses d'un formulaire, groupe par groupe (`.csf-groupe`, ou une étape), dans l'ordre de la page.
 * @param avecLAccord vrai si l'accord, donné dans un groupe, se relit comme une réponse
 */
export function partiesDe(formulaire: HTMLFormElement, avecLAccord = false): Partie[] {
  const groupes = [...formulaire.querySelectorAll<HTMLElement>('.csf-groupe, [data-etape]')];
  return groupes.map((groupe) => ({
    titre: sansAide(groupe.querySelector('legend, h2')),
    reponses: reponsesDe(groupe, avecLAccord),
  }));
}

/** Les réponses données, dans l'ordre de la page ; un champ laissé vide n'y est pas. */
export const reponsesDonnees = (formulaire: HTMLFormElement): Reponse[] =>
  reponsesDe(formulaire).filter(({ lignes }) => lignes.length > 0);

/** Les réponses données, en clair, pour un courriel préparé ; un champ laissé vide n'y est pas. */
export function reponsesEnClair(formulaire: HTMLFormElement): string {
  const lignes = reponsesDonnees(formulaire).map(
    ({ libelle, lignes: dites }) => `${libelle} : ${dites.join(' ; ')}`,
  );
  return `${lignes.join('\n')}\n`;
}
