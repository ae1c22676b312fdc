import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { typographier } from '../../socle/typographie.ts';
import { trouver } from '../../ui/dom.ts';
import { erreursRecues } from '../../formulaire/scripts/envoi.ts';
import { lireChamps, montrerErreurs, remplirChamps } from '../../formulaire/scripts/formulaire.ts';
import { estDeclaration, LienDeDeclaration, type DeclarationRecue } from './lien-de-declaration.ts';

const GROUPES: Record<string, string> = {
  'entreprise-1': 'entreprise1',
  'entreprise-2': 'entreprise2',
};

/** L'entreprise confirme ses deux contacts, ou les corrige. */
class Contacts extends HTMLElement {
  #lien!: LienDeDeclaration;
  #enCours = false;

  connectedCallback() {
    this.#lien = new LienDeDeclaration(this, 'confirmer-contacts');
    const formulaire = trouver<HTMLFormElement>(this, 'form');
    formulaire.noValidate = true;
    formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      void this.#confirmer(formulaire);
    });
    this.#lien.ouvrir((reponse) => {
      const { statut } = reponse;
      const lisible = estDeclaration(reponse) && statut !== 'refusee';
      this.#lien.montrerEtat(lisible ? 'a-confirmer' : statut);
      if (lisible) this.#remplir(formulaire, reponse);
    });
  }

  #remplir(formulaire: HTMLFormElement, declaration: DeclarationRecue) {
    const { public: parcours, contacts, contactsConfirmesLe } = declaration;
    trouver(this, '[data-intitule]').textContent = typographier(parcours.intitule);
    trouver(this, '[data-duree]').textContent = typographier(libelleDuree(parcours.heures));
    trouver<HTMLElement>(this, '[data-deja]').hidden = contactsConfirmesLe === null;
    const textes: Record<string, string> = {};
    for (const { role, nom, courriel, telephone } of contacts) {
      const groupe = GROUPES[role];
      if (groupe === undefined) continue;
      textes[`${groupe}.nom`] = nom;
      textes[`${groupe}.courriel`] = courriel;
      textes[`${groupe}.telephone`] = telephone ?? '';
    }
    remplirChamps(formulaire, textes);
  }

  async #confirmer(formulaire: HTMLFormElement) {
    if (this.#enCours) return;
    const [{ contactsSchema }, { erreursDe }] = await Promise.all([
      import('../regles/declaration.ts'),
      import('../../socle/saisie.ts'),
    ]);
    const champs = lireChamps(formulaire);
    const lecture = contactsSchema.safeParse(champs);
    montrerErreurs(formulaire, lecture.success ? {} : erreursDe(lecture.error));
    if (!lecture.success) return;
    this.#enCours = true;
    const reponse = await this.#lien.envoyer('declaration/confirmer-contacts', champs);
    this.#enCours = false;
    const erreurs = erreursRecues(reponse);
    const panne = trouver<HTMLElement>(this, '[data-panne]');
    panne.hidden = reponse.statut !== 'indisponible';
    if (erreurs) montrerErreurs(formulaire, erreurs);
    // Le service ne répond pas : ce qui est corrigé reste à l'écran.
    else if (!panne.hidden) panne.focus();
    else {
      const fait = ['contacts-confirmes', 'validee'].includes(reponse.statut);
      this.#lien.montrerEtat(fait ? 'confirmes' : reponse.statut, { focus: true });
    }
  }
}

customElements.define('csf-contacts', Contacts);
