import { trouver } from '../../ui/dom.ts';
import { Envoi, erreursRecues, montrerRefus } from '../../formulaire/scripts/envoi.ts';
import { lireChamps, montrerErreurs } from '../../formulaire/scripts/formulaire.ts';

/** Une adresse, et ses liens repartent par courriel ; la page ne dit jamais si l'adresse est connue. */
class Retrouver extends HTMLElement {
  #enCours = false;

  connectedCallback() {
    const formulaire = trouver<HTMLFormElement>(this, 'form');
    const envoi = new Envoi(formulaire.dataset.fonctions ?? '', 'suivi/retrouver-suivi');
    formulaire.noValidate = true;
    formulaire.addEventListener('input', () => envoi.preparer());
    formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      void this.#demander(formulaire, envoi);
    });
  }

  async #demander(formulaire: HTMLFormElement, envoi: Envoi) {
    if (this.#enCours) return;
    const [{ retrouverSchema }, { erreursDe }] = await Promise.all([
      import('../regles/retrouver.ts'),
      import('../../socle/saisie.ts'),
    ]);
    const champs = lireChamps(formulaire);
    const lecture = retrouverSchema.safeParse(champs);
    montrerErreurs(formulaire, lecture.success ? {} : erreursDe(lecture.error));
    if (!lecture.success) return;
    this.#enCours = true;
    trouver<HTMLElement>(this, '[data-envoi-refuse]').hidden = true;
    const bouton = trouver(this, '.csf-boutons .fr-btn');
    const intitule = bouton.textContent;
    bouton.setAttribute('aria-disabled', 'true');
    bouton.textContent = 'Envoi en cours…';
    const leurre = trouver<HTMLInputElement>(formulaire, '[name=leurre]').value;
    const reponse = await envoi.envoyer(champs, leurre);
    this.#enCours = false;
    bouton.removeAttribute('aria-disabled');
    bouton.textContent = intitule;
    if (reponse.statut === 'envoye') {
      location.assign('/suivi/retrouver/envoye/');
      return;
    }
    const erreurs = erreursRecues(reponse);
    if (erreurs) montrerErreurs(formulaire, erreurs);
    else
      montrerRefus(
        this,
        reponse,
        'Mes liens de suivi',
        'Bonjour,\nje ne retrouve plus les liens des parcours que je suis.\n',
      );
  }
}

customElements.define('csf-retrouver', Retrouver);
