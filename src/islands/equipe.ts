import { direJour } from '../core/tableau-mots.ts';
import {
  compterPar,
  ecrireFiltresDeTableau,
  filtrer,
  lireFiltresDeTableau,
  pourLEquipe,
  type FiltresDeTableau,
  type LigneDeTableau,
  type ParcoursDeTableau,
  type Tableau,
} from '../core/tableau.ts';
import type { Reponse } from '../services/fonctions.ts';
import { trouver } from './dom.ts';
import { CourrielsMorts } from './equipe-courriels.ts';
import { FiltresDeLEquipe } from './equipe-filtres.ts';
import { direLaLecture, estTableau, LienDeTableau } from './lien-de-tableau.ts';
import { TableauDesDossiers } from './tableau-dossiers.ts';
import { direLeCompte, ligneDeParcours, remplirListe } from './tableau-lignes.ts';
import { lireLesNoms, type Noms } from './tableau-noms.ts';

/** Le tableau de l'équipe ; celui d'une coordination est le même, en lecture seule, pour son académie. */
class Equipe extends HTMLElement {
  #lien!: LienDeTableau;
  #dossiers!: TableauDesDossiers;
  #filtres!: FiltresDeLEquipe;
  #courriels!: CourrielsMorts;
  #noms!: Noms;
  #tableau: Tableau | undefined;
  #lignes: LigneDeTableau[] = [];

  connectedCallback() {
    this.#lien = new LienDeTableau(this);
    this.#dossiers = new TableauDesDossiers(this);
    this.#filtres = new FiltresDeLEquipe(this, (filtres) => this.#aller(filtres));
    this.#courriels = new CourrielsMorts(this, (id) =>
      this.#lien.envoyer('agir-tableau', { action: 'renvoyer-courriel', id }),
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
    this.#dossiers.montrer(lignes, this.#noms);
    this.#listes(filtres.academie);
  }

  /* Les listes courtes suivent le filtre par académie, les autres filtres ne les concernent pas. */
  #listes(academie: string) {
    const { parcoursSansJeune = [], contactsJamaisConfirmes = [] } = this.#tableau ?? {};
    const garder = ({ commune }: ParcoursDeTableau) =>
      academie === '' || this.#noms.academieDe(commune) === academie;
    const montrer = <P extends ParcoursDeTableau>(
      nom: string,
      parcours: P[],
      precision: (p: P) => string,
    ) => {
      const lignes = parcours
        .filter(garder)
        .map((un) => ligneDeParcours(un, this.#noms, precision(un)));
      remplirListe(this, nom, lignes);
    };
    montrer('sans-jeune', parcoursSansJeune, ({ finLe }) => `Se termine le ${direJour(finLe)}`);
    montrer('contacts', contactsJamaisConfirmes, ({ depuisLe }) =>
      depuisLe ? `Depuis le ${direJour(depuisLe)}` : '',
    );
  }
}

customElements.define('csf-equipe', Equipe);
