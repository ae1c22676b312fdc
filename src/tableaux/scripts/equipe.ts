import type { NomsDuTableau } from '../regles/mots.ts';
import {
  compterPar,
  ecrireFiltresDeTableau,
  filtrer,
  lireFiltresDeTableau,
  type FiltresDeTableau,
} from '../regles/filtres.ts';
import { pourLEquipe, type LigneDeTableau, type Tableau } from '../regles/tableau.ts';
import type { Reponse } from '../../formulaire/appels/fonctions.ts';
import { trouver } from '../../ui/dom.ts';
import { CourrielsMorts } from './equipe-courriels.ts';
import { FiltresDeLEquipe } from './equipe-filtres.ts';
import { direLaLecture, estTableau, LienDeTableau } from './lien-de-tableau.ts';
import { TableauDesDossiers } from './tableau-dossiers.ts';
import { direLeCompte } from './tableau-lignes.ts';
import { remplirLesParcours } from './tableau-listes.ts';
import { lireLesNoms } from './tableau-noms.ts';

/** Le tableau de l'équipe ; celui d'une coordination est le même, en lecture seule, pour son académie. */
class Equipe extends HTMLElement {
  #lien!: LienDeTableau;
  #dossiers!: TableauDesDossiers;
  #filtres!: FiltresDeLEquipe;
  #courriels!: CourrielsMorts;
  #noms!: NomsDuTableau;
  #tableau: Tableau | undefined;
  #lignes: LigneDeTableau[] = [];

  connectedCallback() {
    this.#lien = new LienDeTableau(this);
    this.#dossiers = new TableauDesDossiers(this);
    this.#filtres = new FiltresDeLEquipe(this, (filtres) => this.#aller(filtres));
    this.#courriels = new CourrielsMorts(this, (id) =>
      this.#lien.envoyer('suivi/agir-tableau', { action: 'renvoyer-courriel', id }),
    );
    addEventListener('popstate', () => this.#filtrer());
    this.#lien.ouvrir((reponse, options) => void this.#montrer(reponse, options));
  }

  async #montrer(reponse: Reponse, options: { focus?: boolean } = {}) {
    if (!estTableau(reponse)) {
      this.#tableau = undefined;
      this.#lien.montrerEtat(reponse.statut, options);
      return;
    }
    this.#noms = await lireLesNoms(this);
    this.#tableau = reponse;
    this.#lignes = pourLEquipe(reponse.lignes);
    this.classList.toggle('csf-bord--lecture', reponse.role === 'coordination');
    const academie = reponse.academie === null ? '' : this.#noms.academie(reponse.academie);
    trouver(this, '[data-titre]').textContent = academie
      ? `Les dossiers de l’académie : ${academie}`
      : 'Les dossiers ouverts';
    direLaLecture(this, reponse);
    this.#courriels.montrer(reponse.courrielsMorts);
    this.#filtrer();
    this.#lien.montrerEtat('ouvert', options);
  }

  #aller(filtres: FiltresDeTableau) {
    const parametres = ecrireFiltresDeTableau(filtres).toString();
    history.pushState(null, '', parametres ? `?${parametres}` : location.pathname);
    this.#filtrer();
  }

  #filtrer() {
    if (!this.#tableau) return;
    const filtres = lireFiltresDeTableau(new URLSearchParams(location.search));
    const lignes = filtrer(this.#lignes, filtres);
    const parAcademie = compterPar(this.#lignes, filtres, 'academie');
    this.#filtres.ecrire(filtres, {
      academie: parAcademie,
      etat: compterPar(this.#lignes, filtres, 'etat'),
      qui: compterPar(this.#lignes, filtres, 'qui'),
      retard: filtrer(this.#lignes, { ...filtres, retard: true }).length,
    });
    trouver(this, '[data-compte]').textContent = direLeCompte(lignes);
    this.#dossiers.montrer(lignes, this.#noms, this.#tableau);
    // Les listes courtes suivent le filtre par académie ; les autres filtres ne les concernent pas.
    remplirLesParcours(
      this,
      this.#tableau,
      this.#noms,
      ({ academie }) => filtres.academie === '' || academie === filtres.academie,
    );
  }
}

customElements.define('csf-equipe', Equipe);
