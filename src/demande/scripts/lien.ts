import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { enFrancais, heureDite, jourAParis } from '../../socle/dates.ts';
import { phraseDuDebut, projeter } from '../../frise/regles/projection.ts';
import type { DemandeLue } from '../../suivi/regles/dossier.ts';
import { typographier } from '../../socle/typographie.ts';
import { envoyer, type Reponse } from '../../formulaire/appels/fonctions.ts';
import type { Route } from '../../formulaire/regles/routes.ts';
import { lireLien } from '../../lien/appels.ts';
import type { Portee } from '../../lien/regles/portees.ts';
import { trouver } from '../../ui/dom.ts';
import { montrerEtat } from '../../ui/etat.ts';

/** Une demande, ou seulement ce qu'un refus en dit. */
type Lue = Pick<DemandeLue, 'statut'> & Partial<DemandeLue>;

const enLettres = (jour: string) => enFrancais(jour, { jourDeSemaine: true });

/** Une page ouverte depuis un courriel : elle dit ce que le lien permet, et n'agit que sur un bouton. */
class Lien extends HTMLElement {
  #jeton = '';

  connectedCallback() {
    // Un second lien ouvert dans le même onglet ne change que le fragment.
    addEventListener('hashchange', () => this.#ouvrir());
    for (const bouton of this.querySelectorAll<HTMLButtonElement>('[data-agir]'))
      bouton.addEventListener('click', () => void this.#agir(bouton));
    trouver(this, '[data-reessayer]').addEventListener('click', () => void this.#lire());
    this.#ouvrir();
  }

  #ouvrir() {
    if (location.hash.length < 2) {
      if (this.#jeton === '') this.#montrer({ statut: 'sans-jeton' });
      return;
    }
    // « Aller au contenu » change aussi le fragment : ce n'est pas un lien personnel.
    if (document.getElementById(location.hash.slice(1))) return;
    this.#jeton = location.hash.slice(1);
    // Le jeton ne reste ni dans la barre d'adresse, ni dans l'historique.
    history.replaceState(null, '', location.pathname);
    void this.#lire();
  }

  async #lire() {
    const { fonctions = '', portees = '' } = this.dataset;
    const montrees = portees.split(' ') as Portee[];
    const reponse = await lireLien(fonctions, 'demande/lire-lien', this.#jeton, montrees);
    if (reponse) this.#montrer(reponse);
  }

  async #agir(bouton: HTMLButtonElement) {
    if (bouton.getAttribute('aria-disabled') === 'true') return;
    bouton.setAttribute('aria-disabled', 'true');
    trouver(this, '[data-annonce]').textContent = 'Envoi en cours…';
    const { fonctions = '', action = '' } = this.dataset;
    const reponse = await envoyer(fonctions, action as Route, { jeton: this.#jeton });
    bouton.removeAttribute('aria-disabled');
    this.#montrer(reponse, { focus: true });
  }

  #montrer(reponse: Reponse, { focus = false } = {}) {
    // Le service est le nôtre : ce qu'il dit d'une demande a la forme de la base.
    this.#remplir(reponse);
    montrerEtat(this, reponse.statut, { focus });
  }

  #remplir(reponse: Lue) {
    const dits = this.#dits(reponse);
    for (const element of this.querySelectorAll<HTMLElement>('[data-dit]'))
      element.textContent = typographier(dits[element.dataset.dit ?? ''] ?? '');
    const parcoursId = reponse.parcours?.id ?? reponse.parcoursId;
    for (const lien of this.querySelectorAll<HTMLAnchorElement>('[data-vers]')) {
      const { vers } = lien.dataset;
      if (parcoursId && vers === 'parcours') lien.href = `/parcours/${parcoursId}/`;
      if (parcoursId && vers === 'formulaire') lien.href = `/interet/?parcours=${parcoursId}`;
      // Laisser sa place se fait sur une autre page, avec le même lien.
      if (vers === 'retrait') lien.href = `/interet/retirer/#${this.#jeton}`;
    }
  }

  /** Ce que la réponse permet de dire, en toutes lettres. */
  #dits(demande: Lue): Record<string, string | undefined> {
    const { reference, parcours, heures, debutLe, activeLe, expireLe, rang, restantes } = demande;
    const fin = expireLe === undefined ? undefined : new Date(expireLe);
    return {
      reference,
      intitule: parcours?.intitule,
      duree: heures === undefined ? undefined : libelleDuree(heures),
      debut: debutLe === undefined ? undefined : enLettres(debutLe),
      rang: String(rang ?? ''),
      restantes: typeof restantes === 'number' ? libelleDuree(restantes) : undefined,
      fin: fin && `${enLettres(jourAParis(fin))} à ${heureDite(fin)}`,
      ...(activeLe && debutLe ? this.#echeances(activeLe, debutLe) : {}),
    };
  }

  #echeances(activeLe: string, debutLe: string) {
    const { reponse, accueil } = this.dataset;
    const delais = { reponse: Number(reponse), accueil: Number(accueil) };
    const jourJ = jourAParis(new Date(activeLe));
    const { reponseLe, accueilLe } = projeter(delais, jourJ, { heures: null, fin: null });
    return {
      reponse: enLettres(reponseLe),
      accueil: enLettres(accueilLe),
      plusTard: phraseDuDebut(debutLe, accueilLe),
    };
  }
}

customElements.define('csf-lien', Lien);
