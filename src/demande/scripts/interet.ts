import { Brouillon } from '../../formulaire/scripts/brouillon.ts';
import { trouver } from '../../ui/dom.ts';
import { Envoi, erreursRecues, montrerRefus } from '../../formulaire/scripts/envoi.ts';
import {
  lireChamps,
  montrerErreurs,
  remplirChamps,
  texteDesChamps,
} from '../../formulaire/scripts/formulaire.ts';
import { Etapes } from './etapes.ts';
import { ParcoursChoisi } from './parcours.ts';
import { enClair, lignesDe, montrerLignes } from './interet-recapitulatif.ts';
import { montrerVigilance } from './vigilance.ts';

/** Où la page suivante lit la référence reçue, dans cet onglet seulement. */
const RECU = 'csf-interet-recu';

/** Ce qui vaut pour un seul parcours : un autre parcours repart sans. */
const PROPRES_AU_PARCOURS = ['cle', 'debutLe', 'heures', 'message'];

/** Le temps de finir une phrase avant de la relire, en millisecondes. */
const REPIT = 600;

const regles = () => import('./saisie.ts');

class Interet extends HTMLElement {
  #formulaire!: HTMLFormElement;
  #envoi!: Envoi;
  #parcours!: ParcoursChoisi;
  #etapes!: Etapes;
  #tente = false;
  #attente: ReturnType<typeof setTimeout> | undefined;
  readonly #brouillon = new Brouillon('interet');

  connectedCallback() {
    // Hors d'une adresse sûre, le navigateur ne sait pas calculer la preuve : le formulaire reste ordinaire.
    if (!isSecureContext) return;
    this.#formulaire = trouver(this, 'form');
    const { fonctions = '' } = this.#formulaire.dataset;
    this.#envoi = new Envoi(fonctions, 'demande/exprimer-interet');
    this.#parcours = new ParcoursChoisi(this.#formulaire, fonctions);
    this.#formulaire.noValidate = true;
    this.#reprendre();
    this.#etapes = new Etapes(this, () => this.#montrerReponses());
    this.#ecouter();
    void this.#montrerParcours();
  }

  #champ(nom: string): HTMLInputElement {
    return trouver(this.#formulaire, `[name="${nom}"]`);
  }

  #montrer(selecteur: string, visible: boolean) {
    trouver<HTMLElement>(this, selecteur).hidden = !visible;
  }

  #reprendre() {
    const demande = new URLSearchParams(location.search).get('parcours') ?? '';
    const garde = this.#brouillon.lire();
    const textes = { ...garde };
    if (demande !== '' && textes.parcoursId !== demande)
      for (const nom of PROPRES_AU_PARCOURS) textes[nom] = '';
    if (demande !== '') textes.parcoursId = demande;
    delete textes.consentement;
    textes.cle ||= crypto.randomUUID();
    remplirChamps(this.#formulaire, textes);
    this.#montrer('[data-brouillon]', garde !== undefined);
    // Sans brouillon, il n'y a pas d'étape à retrouver : la demande est partie, ou n'a pas commencé.
    if (garde === undefined) history.replaceState(null, '');
  }

  async #montrerParcours() {
    const reference = this.#champ('parcoursId').value.trim().toLowerCase();
    if (reference === '') return;
    const { heures = '' } = this.#brouillon.lire() ?? {};
    // Les heures se choisissent désormais dans une liste : on y remet celles du brouillon.
    if (await this.#parcours.montrer(reference))
      remplirChamps(this.#formulaire, { ...texteDesChamps(this.#formulaire), heures });
    if (this.#etapes.enRelecture) this.#montrerReponses();
  }

  #ecouter() {
    const formulaire = this.#formulaire;
    formulaire.addEventListener('focusin', () => this.#envoi.preparer(), { once: true });
    formulaire.addEventListener('input', () => this.#noter());
    this.#champ('parcoursId').addEventListener('change', () => void this.#montrerParcours());
    this.#champ('message').addEventListener('input', () => {
      clearTimeout(this.#attente);
      this.#attente = setTimeout(() => void this.#veiller(), REPIT);
    });
    trouver(this, '[data-continuer]').addEventListener('click', () => void this.#continuer());
    trouver(this, '[data-precedent]').addEventListener('click', () => this.#etapes.reculer());
    trouver(this, '[data-effacer]').addEventListener('click', () => this.#effacer());
    // Revenue de l'historique après l'envoi, la page montrerait une relecture vide.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted && this.#brouillon.lire() === undefined) location.reload();
    });
    formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      // La touche Entrée, avant la relecture, ne fait que continuer.
      void (this.#etapes.enRelecture ? this.#envoyer() : this.#continuer());
    });
  }

  #noter() {
    // Une réponse changée après un essai fait un autre envoi : sa clé change aussi.
    if (this.#tente) this.#champ('cle').value = crypto.randomUUID();
    this.#tente = false;
    const textes = texteDesChamps(this.#formulaire);
    // Un accord se donne à chaque envoi.
    delete textes.consentement;
    this.#brouillon.garder(textes);
    this.#montrer('[data-brouillon]', true);
    void regles();
  }

  async #veiller() {
    const { relireTexte } = await regles();
    montrerVigilance(this, relireTexte(this.#champ('message').value));
  }

  #montrerReponses() {
    const liste = trouver<HTMLElement>(this, '[data-recapitulatif] dl');
    montrerLignes(liste, lignesDe(this.#formulaire), (champ) => this.#allerAuChamp(champ));
    void this.#veiller();
  }

  #allerAuChamp(champ: HTMLElement) {
    // La référence est cachée tant que le parcours est connu : la corriger la montre.
    if (champ === this.#champ('parcoursId')) this.#montrer('[data-champ="parcoursId"]', true);
    this.#etapes.allerAuChamp(champ);
  }

  #montrerErreurs(erreurs: Record<string, string>) {
    montrerErreurs(this.#formulaire, erreurs, (champ) => this.#allerAuChamp(champ));
  }

  /** Vrai si les étapes déjà atteintes sont justes ; sinon, dit ce qui ne va pas. */
  async #estJuste(): Promise<boolean> {
    const { relireDemande } = await regles();
    const erreurs = Object.entries(relireDemande(lireChamps(this.#formulaire))).filter(([nom]) =>
      this.#etapes.estAtteint(nom),
    );
    this.#montrerErreurs(Object.fromEntries(erreurs));
    return erreurs.length === 0;
  }

  async #continuer() {
    if (await this.#estJuste()) this.#etapes.continuer();
  }

  async #envoyer() {
    const bouton = trouver<HTMLButtonElement>(this, '[type=submit]');
    const message = trouver<HTMLElement>(this, '[data-envoi]');
    if (bouton.getAttribute('aria-disabled') === 'true') return;
    this.#montrer('[data-envoi-refuse]', false);
    if (!(await this.#estJuste())) return;
    bouton.setAttribute('aria-disabled', 'true');
    message.textContent = 'Envoi en cours…';
    this.#tente = true;
    const champs = lireChamps(this.#formulaire);
    const leurre = this.#champ('leurre').value;
    const reponse = await this.#envoi.envoyer(champs, leurre);
    bouton.removeAttribute('aria-disabled');
    message.textContent = '';
    const refusees = erreursRecues(reponse);
    if (reponse.statut === 'recue') this.#quitter(reponse.reference);
    else if (refusees) this.#montrerErreurs(refusees);
    else {
      const objet = `Parcours ${this.#champ('parcoursId').value} : ce parcours m’intéresse`;
      montrerRefus(this, reponse, objet, enClair(lignesDe(this.#formulaire)));
    }
  }

  #quitter(reference: unknown) {
    const courriel = this.#champ('courriel').value;
    this.#brouillon.effacer();
    this.#formulaire.reset();
    try {
      sessionStorage.setItem(RECU, JSON.stringify({ reference, courriel }));
    } catch {
      // Sans stockage, la page suivante dit la même chose sans la référence.
    }
    location.assign('/interet/envoyee/');
  }

  #effacer() {
    const parcours = this.#champ('parcoursId').value;
    this.#brouillon.effacer();
    this.#formulaire.reset();
    this.#champ('parcoursId').value = parcours;
    this.#champ('cle').value = crypto.randomUUID();
    montrerVigilance(this, { bloque: [], avertit: [] });
    this.#montrerErreurs({});
    this.#montrer('[data-brouillon]', false);
    this.#etapes.recommencer();
  }
}

customElements.define('csf-interet', Interet);
