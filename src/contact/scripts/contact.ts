import { typographier } from '../../socle/typographie.ts';
import { creer, trouver } from '../../ui/dom.ts';
import { montrerErreurs } from '../../formulaire/scripts/formulaire.ts';
import { reponsesEnClair } from '../../formulaire/scripts/recapitulatif.ts';
import { FormulaireGarde } from '../../formulaire/scripts/garde.ts';

/* Le schéma et la relecture sont lourds : ils n'arrivent que lorsque l'on écrit. */
const lesRegles = () => import('../regles/message-equipe.ts');
const lesErreurs = () => import('../../socle/saisie.ts');

/* Le temps de finir une phrase : l'avertissement n'interrompt pas chaque mot. */
const REPIT_MS = 800;

/** Ce que l'adresse impose, et le champ que cela remplit. */
const DANS_L_ADRESSE = { role: 'role', sujet: 'sujet', parcours: 'parcoursId' };

class Contact extends HTMLElement {
  #garde!: FormulaireGarde;
  #attente: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#garde = new FormulaireGarde(this, 'contact', 'contact/contacter');
    const { formulaire } = this.#garde;
    const adresse = new URLSearchParams(location.search);
    const imposes = Object.entries(DANS_L_ADRESSE).flatMap(([nom, champ]) => {
      const valeur = adresse.get(nom)?.slice(0, 40);
      return valeur ? [[champ, valeur] as const] : [];
    });
    this.#garde.reprendre(Object.fromEntries(imposes));
    formulaire.addEventListener('change', () => this.#retirerLeSujetCache());
    trouver(this, '[name=message]').addEventListener('input', () => {
      clearTimeout(this.#attente);
      this.#attente = setTimeout(() => void this.#avertir(), REPIT_MS);
    });
    formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      void this.#envoyer();
    });
    this.#retirerLeSujetCache();
    if (this.#message()) void this.#avertir();
  }

  #message() {
    return trouver<HTMLTextAreaElement>(this, '[name=message]').value;
  }

  /* Un sujet d'un autre rôle n'est plus à l'écran : il ne doit pas partir. */
  #retirerLeSujetCache() {
    const role = this.querySelector<HTMLInputElement>('[name=role]:checked')?.value;
    const sujet = this.querySelector<HTMLInputElement>('[name=sujet]:checked');
    const roles = sujet?.closest<HTMLElement>('[data-roles]')?.dataset.roles?.split(' ');
    if (sujet && role && !roles?.includes(role)) sujet.checked = false;
  }

  async #avertir() {
    const { avertissementsDuMessage } = await lesRegles();
    const zone = trouver(this, '[data-avertissements]');
    const phrases = avertissementsDuMessage(this.#message());
    // Réécrire la même phrase la ferait relire à voix haute.
    if (zone.textContent === phrases.map(typographier).join('')) return;
    zone.replaceChildren(...phrases.map((phrase) => creer('p', {}, typographier(phrase))));
  }

  async #envoyer() {
    const { formulaire } = this.#garde;
    const [{ messageEquipeSchema }, { erreursDe }] = await Promise.all([lesRegles(), lesErreurs()]);
    const champs = this.#garde.lire();
    const changement = champs.sujet === 'contact-change';
    // Le groupe d'un autre sujet est caché ; le sien, vide, doit dire champ par champ ce qui manque.
    if (!changement) champs.nouveauContact = null;
    else champs.nouveauContact ??= { nom: '', courriel: '', telephone: '' };
    const lecture = messageEquipeSchema.safeParse(champs);
    const erreurs = lecture.success ? {} : erreursDe(lecture.error);
    // Sans rôle, aucun sujet n'est à l'écran : le résumé n'y mènerait nulle part.
    if (erreurs.role !== undefined) delete erreurs.sujet;
    montrerErreurs(formulaire, erreurs);
    if (!lecture.success) return;
    const recu = await this.#garde.envoyer(
      champs,
      trouver(this, 'form .fr-btn'),
      () => ({
        objet: `Message : ${lecture.data.sujet}`,
        texte: reponsesEnClair(formulaire),
      }),
      (erreurs) => montrerErreurs(formulaire, erreurs),
    );
    if (recu) this.#garde.montrerRecu(recu.reference);
  }
}

customElements.define('csf-contact', Contact);
