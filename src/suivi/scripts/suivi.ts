import '../../ui/sans-eval.ts';
import { phraseDEvenement } from '../regles/phrases.ts';
import { boutons, lireFragment } from '../regles/page.ts';
import { estSuivi, type SuiviRecu } from '../regles/recu.ts';
import { typographier } from '../../socle/typographie.ts';
import { envoyer, type Reponse } from '../../formulaire/appels/fonctions.ts';
import type { Route } from '../../formulaire/regles/routes.ts';
import { lireLien } from '../../lien/appels.ts';
import { creer, trouver } from '../../ui/dom.ts';
import { montrerEtat } from '../../ui/etat.ts';
import { FormulaireDAction } from './action.ts';
import * as memoire from './memoire.ts';
import { surUnGeste } from './presence.ts';
import {
  rendreAide,
  rendreChronologie,
  rendreMaintenant,
  rendreParcours,
  rendrePersonnes,
} from './rendu.ts';

/** Boutons à l'écran d'emblée ; les autres actions se déplient. */
const BOUTONS = 3;

/* Qui passe la main perd son lien : il n'y a plus rien à lui montrer. */
const RELAIS = ['changer-contact', 'transmettre'];

/** La page d'un dossier, ouverte par un lien personnel : elle dit où il en est, et agit sur un bouton. */
class SuiviDeParcours extends HTMLElement {
  #jeton = '';
  #recu: SuiviRecu | undefined;
  #action!: FormulaireDAction;
  /* Une action attend que l'ouverture soit notée : la base les écrit l'une après l'autre. */
  #ouverture: Promise<unknown> = Promise.resolve();

  connectedCallback() {
    this.#action = new FormulaireDAction(this, {
      recu: () => this.#recu,
      envoyer: async (champs) => {
        await this.#ouverture;
        return this.#poster('suivi/agir', { vu: this.#recu?.vu ?? 0, ...champs });
      },
      montrer: (reponse, faite) => this.#montrer(reponse, faite),
    });
    addEventListener('hashchange', () => void this.#arriver());
    trouver(this, '[data-reessayer]').addEventListener('click', () => void this.#lire());
    const tout = trouver<HTMLElement>(this, '[data-tout]');
    tout.addEventListener('click', () => {
      const liste = trouver<HTMLElement>(this, '[data-chronologie]');
      liste.classList.add('csf-chronologie--entiere');
      tout.hidden = true;
      liste.setAttribute('tabindex', '-1');
      liste.focus();
    });
    for (const bouton of this.querySelectorAll<HTMLElement>('[data-tirer]'))
      bouton.addEventListener('click', () => void this.#tirer(bouton));
    void this.#arriver();
  }

  async #arriver() {
    const { jeton, action } = lireFragment(location.hash);
    // « Aller au contenu » change aussi le fragment : ce n'est pas un lien personnel.
    if (jeton !== '' && document.getElementById(jeton)) return;
    this.#jeton = jeton || memoire.lire();
    if (this.#jeton === '') {
      montrerEtat(this, 'sans-jeton');
      return;
    }
    memoire.garder(this.#jeton);
    // Le jeton ne reste ni dans la barre d'adresse, ni dans l'historique.
    history.replaceState(null, '', location.pathname);
    if (this.#action.action !== '') this.#action.fermer();
    await this.#lire();
    if (action !== null && this.#recu?.actions.includes(action)) this.#action.ouvrir(action);
  }

  async #lire() {
    const { fonctions = '' } = this.dataset;
    const reponse = await lireLien(fonctions, 'suivi/lire-lien', this.#jeton, ['suivre']);
    if (!reponse) {
      memoire.oublier();
      return;
    }
    this.#montrer(reponse);
    if (this.#recu?.role === 'entreprise' && this.#recu.actions.includes('ouvrir'))
      surUnGeste(() => {
        this.#ouverture = this.#noterLOuverture();
      });
  }

  /* Un robot qui visite le lien ne fait pas de geste : seule une personne « ouvre » le dossier. */
  async #noterLOuverture() {
    if (!this.#recu?.actions.includes('ouvrir')) return;
    const { vu } = this.#recu;
    const cle = crypto.randomUUID();
    const reponse = await this.#poster('suivi/agir', { vu, cle, action: 'ouvrir' });
    if (!estSuivi(reponse)) return;
    if (reponse.statut !== 'fait') {
      this.#rendre(reponse);
      return;
    }
    // Les boutons et les liens restent en place : le focus est peut-être sur l'un d'eux.
    this.#recu = reponse;
    rendreMaintenant(this, reponse);
    rendreChronologie(this, reponse, reponse.role);
  }

  #poster(route: Route, champs: Record<string, unknown>): Promise<Reponse> {
    const { fonctions = '' } = this.dataset;
    return envoyer(fonctions, route, { jeton: this.#jeton, ...champs });
  }

  #montrer(reponse: Reponse, faite?: string) {
    if (faite !== undefined && RELAIS.includes(faite) && this.#recu?.role !== 'equipe') {
      memoire.oublier();
      montrerEtat(this, 'relais', { focus: true });
      return;
    }
    if (!estSuivi(reponse)) {
      montrerEtat(this, reponse.statut, { focus: faite !== undefined });
      return;
    }
    this.#rendre(reponse);
    montrerEtat(this, 'ouvert');
    trouver<HTMLElement>(this, '[data-avis]').hidden = true;
    if (faite !== undefined) this.#direFait(reponse);
  }

  #rendre(recu: SuiviRecu) {
    this.#recu = recu;
    rendreMaintenant(this, recu);
    rendreChronologie(this, recu, recu.role);
    rendrePersonnes(this, recu);
    rendreParcours(this, recu);
    rendreAide(this, recu);
    this.#boutons(recu);
  }

  #boutons(recu: SuiviRecu) {
    const { actions, principale } = boutons(recu.actions, recu.suivi, recu.role);
    const elements = actions.map((action) => {
      const classe = action === principale ? 'fr-btn' : 'fr-btn fr-btn--secondary';
      const texte = this.#action.libelle(action);
      const bouton = creer('button', { type: 'button', class: classe }, texte);
      bouton.addEventListener('click', () => this.#action.ouvrir(action, bouton));
      return bouton;
    });
    trouver(this, '[data-boutons]').replaceChildren(...elements.slice(0, BOUTONS));
    trouver(this, '[data-autres]').replaceChildren(...elements.slice(BOUTONS));
    trouver<HTMLElement>(this, '[data-plus]').hidden = elements.length <= BOUTONS;
  }

  #direFait({ suivi }: SuiviRecu) {
    const avis = trouver<HTMLElement>(this, '[data-avis]');
    const quoi = suivi.derniere ? `${phraseDEvenement(suivi.derniere.evenement)}.` : '';
    avis.replaceChildren(creer('p', {}, typographier(`C’est enregistré. ${quoi}`)));
    avis.className = 'csf-maintenant__avis csf-encart';
    avis.hidden = false;
    avis.focus();
  }

  async #tirer({ dataset }: HTMLElement) {
    const { tirer } = await import('./export.ts');
    if (this.#recu) await tirer(this.#recu, dataset.tirer ?? 'papier', this);
  }
}

customElements.define('csf-suivi', SuiviDeParcours);
