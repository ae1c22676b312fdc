import type { ActionId } from '../regles/actions.ts';
import { ilYA } from '../regles/page.ts';
import { phraseDEvenement } from '../regles/phrases.ts';
import { estSuivi, type SuiviRecu } from '../regles/recu.ts';
import { typographier } from '../../socle/typographie.ts';
import type { Reponse } from '../../formulaire/appels/fonctions.ts';
import { Brouillon } from '../../formulaire/scripts/brouillon.ts';
import { creer, trouver } from '../../ui/dom.ts';
import { erreursRecues, montrerRefus } from '../../formulaire/scripts/envoi.ts';
import {
  lireChamps,
  montrerErreurs,
  remplirChamps,
  texteDesChamps,
} from '../../formulaire/scripts/formulaire.ts';
import { reponsesDonnees, reponsesEnClair } from '../../formulaire/scripts/recapitulatif.ts';
import { enChamps, erreursSurPlace, preparerChamps, saisieDe } from './champs.ts';

/* Les schémas et la relecture sont lourds : ils n'arrivent que lorsque l'on agit. */
const lesRegles = () => import('../regles/actions-saisies.ts');
const lesErreurs = () => import('../../socle/saisie.ts');

/* Le temps de finir une phrase : l'avertissement n'interrompt pas chaque mot. */
const REPIT_MS = 800;

type Branchement = {
  /** Ce que la page montre. */
  recu: () => SuiviRecu | undefined;
  envoyer: (champs: Record<string, unknown>) => Promise<Reponse>;
  /** Une réponse à montrer ; l'action dont elle vient, si elle est faite. */
  montrer: (reponse: Reponse, faite?: string) => void;
};

/** Le formulaire de l'action choisie : un seul à la fois, posé sous les boutons. */
export class FormulaireDAction {
  readonly #racine: HTMLElement;
  readonly #formulaire: HTMLFormElement;
  readonly #relecture: HTMLElement;
  readonly #branchement: Branchement;
  #action = '';
  #ouvreur: HTMLElement | undefined;
  /* Le même contenu renvoyé porte la même clé : la base ne l'écrit qu'une fois. */
  #cle: string | undefined;
  #enCours = false;
  #attente: ReturnType<typeof setTimeout> | undefined;

  constructor(racine: HTMLElement, branchement: Branchement) {
    this.#racine = racine;
    this.#branchement = branchement;
    this.#formulaire = trouver(racine, '[data-formulaire]');
    this.#relecture = trouver(racine, '[data-relecture]');
    this.#formulaire.noValidate = true;
    this.#formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      void this.#verifier();
    });
    this.#formulaire.addEventListener('input', () => this.#ecrit());
    trouver(racine, '[data-annuler]').addEventListener('click', () => {
      this.#brouillon().effacer();
      this.fermer();
    });
    trouver(racine, '[data-modifier]').addEventListener('click', () => this.#relire(false));
    trouver(racine, '[data-confirmer]').addEventListener('click', () => void this.#envoyer());
  }

  get action(): string {
    return this.#action;
  }

  #modele(action: string) {
    return this.#racine.querySelector<HTMLTemplateElement>(
      `template[data-action="${CSS.escape(action)}"]`,
    );
  }

  libelle(action: string): string {
    return this.#modele(action)?.dataset.libelle ?? action;
  }

  #brouillon() {
    const reference = this.#branchement.recu()?.dossier.reference ?? '';
    return new Brouillon(`suivi-${reference}-${this.#action}`);
  }

  ouvrir(action: string, ouvreur?: HTMLElement): void {
    const modele = this.#modele(action);
    const recu = this.#branchement.recu();
    if (!modele || !recu) return;
    this.#action = action;
    this.#ouvreur = ouvreur;
    this.#cle = undefined;
    const { titre = '', bouton = '' } = modele.dataset;
    const intitule = trouver<HTMLElement>(this.#formulaire, 'h3');
    intitule.textContent = titre;
    trouver(this.#formulaire, '[data-champs]').replaceChildren(modele.content.cloneNode(true));
    trouver(this.#formulaire, '[data-envoyer]').textContent = bouton;
    preparerChamps(this.#formulaire, action, recu);
    const textes = this.#brouillon().lire();
    if (textes) remplirChamps(this.#formulaire, textes);
    this.#relire(false);
    intitule.focus();
  }

  fermer(): void {
    this.#action = '';
    this.#formulaire.hidden = true;
    this.#relecture.hidden = true;
    this.#cacherRefus();
    if (this.#ouvreur?.isConnected) this.#ouvreur.focus();
    this.#ouvreur = undefined;
  }

  #cacherRefus() {
    trouver<HTMLElement>(this.#racine, '[data-envoi-refuse]').hidden = true;
  }

  #ecrit() {
    this.#cle = undefined;
    this.#brouillon().garder(texteDesChamps(this.#formulaire));
    clearTimeout(this.#attente);
    this.#attente = setTimeout(() => void this.#avertir(), REPIT_MS);
  }

  async #avertir() {
    const zone = this.#formulaire.querySelector('[data-vigilance]');
    const champ = this.#formulaire.elements.namedItem('precision');
    if (!zone || !(champ instanceof HTMLTextAreaElement) || champ.value === '') return;
    const { avertissementsDeLaPrecision } = await lesRegles();
    const phrases = avertissementsDeLaPrecision(champ.value).map(typographier);
    if (zone.textContent !== phrases.join(''))
      zone.replaceChildren(...phrases.map((phrase) => creer('p', {}, phrase)));
  }

  /* Montre la relecture, ou revient au formulaire. */
  #relire(relire: boolean) {
    this.#formulaire.hidden = relire;
    this.#relecture.hidden = !relire;
    this.#cacherRefus();
    if (!relire) return;
    const lignes = reponsesDonnees(this.#formulaire).flatMap(({ libelle, lignes: dites }) => [
      creer('dt', {}, typographier(libelle)),
      creer('dd', {}, ...dites.map((dite) => creer('span', {}, typographier(dite)))),
    ]);
    const { titre = '' } = this.#modele(this.#action)?.dataset ?? {};
    const action = [creer('dt', {}, 'Action'), creer('dd', {}, titre)];
    trouver(this.#relecture, '[data-relu]').replaceChildren(...action, ...lignes);
    this.#relecture.focus();
  }

  async #verifier() {
    const [{ ACTIONS_SAISIES }, { erreursDe }] = await Promise.all([lesRegles(), lesErreurs()]);
    const recu = this.#branchement.recu();
    if (!recu || this.#action === '') return;
    const champs = lireChamps(this.#formulaire);
    const saisie = saisieDe(this.#action, champs);
    const lecture = ACTIONS_SAISIES[this.#action as ActionId].safeParse(saisie);
    const erreurs = lecture.success
      ? erreursSurPlace(this.#action, champs, recu.maintenant)
      : erreursDe(lecture.error);
    montrerErreurs(this.#formulaire, enChamps(this.#action, champs, erreurs));
    if (Object.keys(erreurs).length > 0) return;
    if (this.#modele(this.#action)?.dataset.definitive === undefined) await this.#envoyer();
    else this.#relire(true);
  }

  async #envoyer() {
    const recu = this.#branchement.recu();
    if (this.#enCours || !recu) return;
    this.#enCours = true;
    this.#cacherRefus();
    const boutons = this.#racine.querySelectorAll('[data-envoyer], [data-confirmer]');
    for (const bouton of boutons) bouton.setAttribute('aria-disabled', 'true');
    this.#cle ??= crypto.randomUUID();
    const champs = lireChamps(this.#formulaire);
    const action = this.#action;
    const reponse = await this.#branchement.envoyer({
      cle: this.#cle,
      action,
      ...saisieDe(action, champs),
    });
    this.#enCours = false;
    for (const bouton of boutons) bouton.removeAttribute('aria-disabled');
    this.#recevoir(reponse, action, champs);
  }

  #recevoir(reponse: Reponse, action: string, champs: Record<string, unknown>) {
    const erreurs = erreursRecues(reponse);
    if (erreurs) {
      this.#relire(false);
      montrerErreurs(this.#formulaire, enChamps(action, champs, erreurs));
      return;
    }
    if (reponse.statut === 'indisponible' || reponse.statut === 'limite') {
      const reference = this.#branchement.recu()?.dossier.reference ?? '';
      const objet = `Dossier ${reference} : ${this.libelle(action)}`;
      montrerRefus(this.#racine, reponse, objet, reponsesEnClair(this.#formulaire));
      return;
    }
    // Trop tard, ou plus permis : ce qui était tapé part avec une clé neuve, si on le renvoie.
    this.#cle = undefined;
    const fait = reponse.statut === 'fait';
    const permise = estSuivi(reponse) && reponse.actions.includes(action);
    if (fait) this.#brouillon().effacer();
    if (!fait && permise) this.#relire(false);
    const ecrit = reponsesEnClair(this.#formulaire).trim();
    if (fait || !permise) {
      this.#ouvreur = undefined;
      this.fermer();
    }
    this.#branchement.montrer(reponse, fait ? action : undefined);
    if (!fait && estSuivi(reponse)) this.direTropTard(reponse, permise, ecrit);
  }

  /** Une autre personne a agi entre-temps : dit laquelle, et garde ce qui était écrit. */
  direTropTard(recu: SuiviRecu, permise: boolean, ecrit: string): void {
    const avis = trouver<HTMLElement>(this.#racine, '[data-avis]');
    const { par, maintenant, evenements } = recu;
    const autre = evenements.findLast(({ genre, le }) => genre === par?.genre && le === par.le);
    const qui = autre
      ? `${phraseDEvenement(autre)}, ${ilYA(autre.le, maintenant)}.`
      : 'Cette action n’est plus possible.';
    const suite = permise
      ? 'Voici l’état à jour. Ce que vous avez écrit est toujours là : vous pouvez l’envoyer de nouveau.'
      : 'Voici l’état à jour. Votre action n’a pas été enregistrée.';
    const rappel =
      permise || ecrit === ''
        ? []
        : [creer('p', {}, 'Vous aviez écrit :'), creer('blockquote', {}, typographier(ecrit))];
    avis.replaceChildren(creer('p', {}, typographier(`${qui} ${suite}`)), ...rappel);
    avis.className = 'csf-maintenant__avis csf-alerte';
    avis.hidden = false;
    avis.focus();
  }
}
