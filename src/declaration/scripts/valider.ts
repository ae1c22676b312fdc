import { enFrancais, jourAParis } from '../../socle/dates.ts';
import { phraseDuLieu } from '../../lieux/regles/territoire.ts';
import { typographier } from '../../socle/typographie.ts';
import { lieuDuCode } from '../../lieux/appels/territoires.ts';
import { apercu } from '../../parcours/scripts/apercu.ts';
import { creer, trouver } from '../../ui/dom.ts';
import { erreursRecues } from '../../formulaire/scripts/envoi.ts';
import { lireChamps, montrerErreurs } from '../../formulaire/scripts/formulaire.ts';
import { estDeclaration, LienDeDeclaration, type DeclarationRecue } from './lien-de-declaration.ts';

const ROLES: Record<string, string> = {
  'entreprise-1': 'Contact du marché',
  'entreprise-2': 'Tuteur entreprise',
  acheteur: 'Acheteur',
  prescripteur: 'Prescripteur',
};

/** L'équipe relit tout, puis accepte ou refuse ; sa décision ne se reprend pas. */
class Valider extends HTMLElement {
  #lien!: LienDeDeclaration;
  #formulaire!: HTMLFormElement;
  #enCours = false;

  connectedCallback() {
    this.#lien = new LienDeDeclaration(this, 'valider-declaration');
    this.#formulaire = trouver(this, 'form');
    this.#formulaire.noValidate = true;
    this.#formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      void this.#relire();
    });
    trouver(this, '[data-revenir]').addEventListener('click', () => this.#versLaDecision());
    trouver(this, '[data-decider]').addEventListener('click', () => void this.#decider());
    this.#lien.ouvrir((reponse) => {
      const { statut } = reponse;
      const aDecider = ['declaree', 'contacts-confirmes'].includes(statut);
      this.#lien.montrerEtat(aDecider ? 'a-decider' : statut);
      if (aDecider && estDeclaration(reponse)) void this.#remplir(reponse);
    });
  }

  async #remplir({ reference, public: parcours, contacts, contactsConfirmesLe }: DeclarationRecue) {
    trouver(this, '[data-reference]').textContent = reference;
    trouver(this, '[data-confirmation]').textContent = typographier(
      contactsConfirmesLe === null
        ? 'L’entreprise n’a pas encore confirmé ses contacts.'
        : `L’entreprise a confirmé ses contacts le ${enFrancais(jourAParis(new Date(contactsConfirmesLe)))}.`,
    );
    trouver(this, '[data-personnes]').replaceChildren(
      ...contacts.flatMap(({ role, nom, courriel, telephone }) => [
        creer('dt', {}, ROLES[role] ?? role),
        creer('dd', {}, nom, creer('small', {}, [courriel, telephone].filter(Boolean).join(', '))),
      ]),
    );
    const lieu = await lieuDuCode(parcours.commune).catch(() => null);
    const noms = JSON.parse(this.dataset.domaines ?? '{}') as Record<string, string>;
    const page = lieu
      ? apercu(parcours, lieu, noms[parcours.domaine] ?? parcours.domaine)
      : creer('p', { class: 'csf-alerte' }, 'La commune n’a pas pu être lue. Rechargez la page.');
    trouver(this, '[data-deduit]').textContent = lieu ? typographier(phraseDuLieu(lieu)) : '';
    trouver(this, '[data-apercu]').replaceChildren(page);
  }

  #decision() {
    const { decision, motif } = lireChamps(this.#formulaire);
    if (decision === 'accepter') return { accepte: true };
    return decision === 'refuser' ? { accepte: false, motif } : {};
  }

  async #relire() {
    const [{ decisionSchema }, { erreursDe }] = await Promise.all([
      import('../regles/declaration.ts'),
      import('../../socle/saisie.ts'),
    ]);
    const lecture = decisionSchema.safeParse(this.#decision());
    // Le schéma parle de « accepte » ; à l'écran, c'est la question « decision ».
    const { accepte, ...erreurs } = lecture.success ? {} : erreursDe(lecture.error);
    montrerErreurs(this.#formulaire, accepte ? { decision: accepte } : erreurs);
    if (!lecture.success) return;
    trouver(this, '[data-resume]').textContent = typographier(
      lecture.data.accepte
        ? 'Vous acceptez : le parcours entre au catalogue, et l’acheteur reçoit un courriel.'
        : `Vous refusez : rien n’est publié, et l’acheteur lit cette raison : « ${lecture.data.motif} ».`,
    );
    trouver<HTMLElement>(this, '[data-panne]').hidden = true;
    const relecture = trouver<HTMLElement>(this, '[data-relecture]');
    this.#formulaire.hidden = true;
    relecture.hidden = false;
    relecture.focus();
  }

  #versLaDecision() {
    trouver<HTMLElement>(this, '[data-relecture]').hidden = true;
    this.#formulaire.hidden = false;
    trouver<HTMLElement>(this.#formulaire, 'input').focus();
  }

  async #decider() {
    if (this.#enCours) return;
    this.#enCours = true;
    const reponse = await this.#lien.envoyer('declaration/valider-declaration', this.#decision());
    this.#enCours = false;
    const panne = trouver<HTMLElement>(this, '[data-panne]');
    panne.hidden = reponse.statut !== 'indisponible';
    const erreurs = erreursRecues(reponse);
    if (erreurs) {
      this.#versLaDecision();
      montrerErreurs(this.#formulaire, erreurs);
    } else if (!panne.hidden) panne.focus();
    else this.#lien.montrerEtat(reponse.statut, { focus: true });
  }
}

customElements.define('csf-valider', Valider);
