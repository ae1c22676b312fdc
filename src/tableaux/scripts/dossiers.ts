import { pourLAcheteur } from '../regles/tableau.ts';
import type { Reponse } from '../../formulaire/appels/fonctions.ts';
import { trouver } from '../../ui/dom.ts';
import { direLaLecture, estTableau, LienDeTableau } from './lien-de-tableau.ts';
import { TableauDesDossiers } from './tableau-dossiers.ts';
import { direLeCompte } from './tableau-lignes.ts';
import { remplirLesParcours } from './tableau-listes.ts';
import { lireLesNoms } from './tableau-noms.ts';

/** Tous les parcours d'un acheteur ou d'un prescripteur : en retard d'abord, puis le plus ancien. */
class Dossiers extends HTMLElement {
  #lien!: LienDeTableau;
  #dossiers!: TableauDesDossiers;

  connectedCallback() {
    this.#lien = new LienDeTableau(this);
    this.#dossiers = new TableauDesDossiers(this);
    this.#lien.ouvrir((reponse, options) => void this.#montrer(reponse, options));
  }

  async #montrer(reponse: Reponse, options: { focus?: boolean } = {}) {
    if (!estTableau(reponse)) {
      this.#lien.montrerEtat(reponse.statut, options);
      return;
    }
    const noms = await lireLesNoms(this);
    const lignes = pourLAcheteur(reponse.lignes);
    direLaLecture(this, reponse);
    trouver(this, '[data-compte]').textContent = direLeCompte(lignes);
    this.#dossiers.montrer(lignes, noms, reponse);
    remplirLesParcours(this, reponse, noms);
    this.#lien.montrerEtat('ouvert', options);
  }
}

customElements.define('csf-dossiers', Dossiers);
