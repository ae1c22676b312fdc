import { fichierCsv } from '../../socle/csv.ts';
import { lignesDuTableau, type NomsDuTableau } from '../regles/mots.ts';
import type { Lecteur, LigneDeTableau } from '../regles/tableau.ts';
import { trouver } from '../../ui/dom.ts';
import { ligneDeDossier } from './tableau-lignes.ts';

/** Lignes montrées d'abord, puis à chaque « suite » : un tableau national se charge sans attendre. */
const PAR_PAGE = 100;

/** Le tableau des dossiers : ses lignes par centaines, et son fichier CSV, entier. */
export class TableauDesDossiers {
  readonly #racine: HTMLElement;
  readonly #corps: HTMLElement;
  readonly #suite: HTMLButtonElement;
  #lignes: readonly LigneDeTableau[] = [];
  #noms!: NomsDuTableau;
  #lecteur!: Lecteur;

  constructor(racine: HTMLElement) {
    this.#racine = racine;
    const table = trouver<HTMLTableElement>(racine, '[data-dossiers]');
    this.#corps = trouver(table, 'tbody');
    this.#suite = trouver(racine, '[data-suite]');
    this.#suite.addEventListener('click', () => {
      const [premiere] = this.#ajouter();
      // Le focus va à la première ligne nouvelle : le bouton s'est éloigné.
      premiere?.querySelector<HTMLElement>('a')?.focus();
    });
    // Sur le papier, il n'y a pas de bouton pour la suite.
    addEventListener('beforeprint', () => {
      while (!this.#suite.hidden) this.#ajouter();
    });
    trouver(racine, '[data-csv]').addEventListener('click', () => this.#telecharger());
  }

  montrer(lignes: readonly LigneDeTableau[], noms: NomsDuTableau, lecteur: Lecteur): void {
    this.#lignes = lignes;
    this.#noms = noms;
    this.#lecteur = lecteur;
    this.#corps.replaceChildren();
    this.#ajouter();
    const vide = lignes.length === 0;
    trouver<HTMLElement>(this.#racine, '[data-dossiers]').hidden = vide;
    trouver<HTMLElement>(this.#racine, '[data-vide]').hidden = !vide;
    trouver<HTMLElement>(this.#racine, '[data-csv]').hidden = vide;
  }

  #ajouter(): HTMLElement[] {
    const deja = this.#corps.childElementCount;
    const nouvelles = this.#lignes
      .slice(deja, deja + PAR_PAGE)
      .map((ligne) => ligneDeDossier(ligne, this.#noms, this.#lecteur));
    this.#corps.append(...nouvelles);
    const restent = this.#lignes.length - this.#corps.childElementCount;
    this.#suite.hidden = restent === 0;
    this.#suite.textContent = `Montrer la suite (${restent})`;
    return nouvelles;
  }

  #telecharger(): void {
    const contenu = fichierCsv(lignesDuTableau(this.#lignes, this.#noms));
    const adresse = URL.createObjectURL(new Blob([contenu], { type: 'text/csv;charset=utf-8' }));
    const lien = document.createElement('a');
    lien.href = adresse;
    lien.download = 'dossiers.csv';
    lien.click();
    setTimeout(() => {
      URL.revokeObjectURL(adresse);
    }, 1000);
  }
}
