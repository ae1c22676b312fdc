import { HEURES_PAR_SEMAINE, libelleDuree, VOLUMES } from '../../calibrage/regles/calibrage.ts';
import { etatDuMoment, phraseDuMoment, type EtatMontre } from '../../parcours/regles/fiche.ts';
import { typographier } from '../../socle/typographie.ts';
import { demanderEtat } from '../../formulaire/appels/fonctions.ts';
import { creer, trouver } from '../../ui/dom.ts';
import { raisonDuRefus } from '../../formulaire/scripts/envoi.ts';
import { montrerErreur } from '../../formulaire/scripts/formulaire.ts';

/** Les nombres d'heures à choisir : les volumes qui tiennent dans ce qui reste, et tout ce qui reste. */
function choixDHeures(restantes: number): number[] {
  const choix: number[] = VOLUMES.map(({ heures }) => heures).filter(
    (heures) => heures < restantes,
  );
  return [...choix, restantes];
}

function radiosDHeures(restantes: number): HTMLElement {
  const radios = choixDHeures(restantes).map((heures, rang) => {
    const id = rang === 0 ? 'c-heures' : `c-heures-${heures}`;
    const libelle = creer(
      'label',
      { class: 'fr-label', for: id },
      typographier(libelleDuree(heures)),
    );
    if (heures === restantes && rang > 0)
      libelle.append(creer('span', { class: 'fr-hint-text' }, 'Toutes les heures qui restent'));
    return creer(
      'div',
      { class: 'fr-fieldset__element' },
      creer(
        'div',
        { class: 'fr-radio-group' },
        creer('input', { type: 'radio', id, name: 'heures', value: String(heures) }),
        libelle,
      ),
    );
  });
  return creer(
    'fieldset',
    {
      class: 'fr-fieldset',
      'data-champ': 'heures',
      'aria-labelledby': 'c-heures-legende c-heures-messages',
    },
    creer(
      'legend',
      { class: 'fr-fieldset__legend fr-fieldset__legend--regular', id: 'c-heures-legende' },
      'Combien de temps ?',
    ),
    ...radios,
    creer('div', { class: 'fr-messages-group', id: 'c-heures-messages' }),
  );
}

/** Le parcours demandé : ce que le service en sait, ou seulement sa référence. */
export class ParcoursChoisi {
  readonly #formulaire: HTMLFormElement;
  readonly #fonctions: string;
  readonly #encart: HTMLElement;
  readonly #champ: HTMLElement;
  readonly #etat: HTMLElement;

  constructor(formulaire: HTMLFormElement, fonctions: string) {
    this.#formulaire = formulaire;
    this.#fonctions = fonctions;
    this.#encart = trouver(formulaire, '[data-parcours-choisi]');
    this.#champ = trouver(formulaire, '[data-champ="parcoursId"]');
    this.#etat = trouver(formulaire, '[data-etat-du-parcours]');
    trouver(this.#encart, '[data-autre-parcours]').addEventListener('click', () => {
      this.#encart.hidden = true;
      this.#champ.hidden = false;
      trouver<HTMLInputElement>(this.#champ, 'input').focus();
    });
  }

  /**
   * Demande l'état du moment et l'affiche. Service en panne : la référence suffit.
   * @returns vrai si le choix des heures a changé de forme
   */
  async montrer(reference: string): Promise<boolean> {
    this.#etat.hidden = true;
    const reponse = await demanderEtat(this.#fonctions, reference);
    const etat = reponse && etatDuMoment(reponse);
    const inconnue = reponse?.statut === 'inconnu';
    this.#presenter(reference, inconnue, etat);
    montrerErreur(this.#formulaire, 'parcoursId', inconnue ? raisonDuRefus(reponse) : undefined);
    if (!etat) return false;
    const phrase = phraseDuMoment(etat);
    this.#etat.textContent = typographier(phrase ?? '');
    this.#etat.hidden = phrase === null;
    const { heuresRestantes } = etat;
    // Moins d'une semaine : la case reste, et dit à qui écrire.
    if (heuresRestantes === null || heuresRestantes < HEURES_PAR_SEMAINE) return false;
    trouver(this.#formulaire, '[data-heures]').replaceChildren(radiosDHeures(heuresRestantes));
    return true;
  }

  /** Une référence que le service ne connaît pas reste dans sa case, pour être corrigée. */
  #presenter(reference: string, inconnue: boolean, etat: EtatMontre | undefined) {
    this.#champ.hidden = !inconnue;
    this.#encart.hidden = inconnue;
    const adresse = `/parcours/${encodeURIComponent(reference)}/`;
    const lien = creer('a', { href: adresse }, etat ? etat.intitule : `Parcours ${reference}`);
    const suite = etat ? ` ${libelleDuree(etat.heures)}. Référence ${reference}.` : '';
    const contenu: (Node | string)[] = [lien, typographier(suite)];
    trouver(this.#encart, 'p').replaceChildren(...contenu);
  }
}
