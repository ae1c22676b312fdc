import type { Declaration } from '../regles/declaration.ts';
import { jourAParis } from '../../socle/dates.ts';
import type { Erreurs } from '../../socle/saisie.ts';
import { phraseDuLieu } from '../../lieux/regles/territoire.ts';
import { typographier } from '../../socle/typographie.ts';
import { lieuDuCode } from '../../lieux/appels/territoires.ts';
import { ChampCommune } from '../../lieux/scripts/commune.ts';
import { trouver } from '../../ui/dom.ts';
import { brancherExemples } from './exemples.ts';
import { FormulaireGarde } from '../../formulaire/scripts/garde.ts';
import { montrerErreurs } from '../../formulaire/scripts/formulaire.ts';

/* Le schéma, la relecture et l'aperçu sont lourds : ils n'arrivent que lorsque l'on veut relire. */
const lesRegles = () => import('../regles/declaration.ts');
const lesErreurs = () => import('../../socle/saisie.ts');
const laRelecture = () =>
  Promise.all([
    import('../../formulaire/scripts/recapitulatif.ts'),
    import('../../parcours/scripts/apercu.ts'),
  ]);

class Declarer extends HTMLElement {
  #garde!: FormulaireGarde;
  #commune!: ChampCommune;

  connectedCallback() {
    this.#garde = new FormulaireGarde(this, 'declaration', 'declaration/declarer-parcours');
    const { formulaire } = this.#garde;
    trouver(this, '[data-suite]').textContent = 'Relire avant d’envoyer';
    this.#commune = new ChampCommune(formulaire);
    const accorder = brancherExemples(formulaire);
    const remettre = () => {
      accorder();
      void this.#commune.montrer();
    };
    this.#garde.reprendre();
    remettre();
    // « Effacer mon brouillon » vide le formulaire : les exemples et la commune suivent.
    formulaire.addEventListener('reset', () => setTimeout(remettre));
    formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      void this.#relire();
    });
    trouver(this, '[data-revenir]').addEventListener('click', () => this.#revenir());
    trouver(this, '[data-envoyer]').addEventListener('click', () => void this.#envoyer());
  }

  async #lire(): Promise<{ declaration: Declaration } | { erreurs: Erreurs }> {
    const [regles, { erreursDe }] = await Promise.all([lesRegles(), lesErreurs()]);
    const lecture = regles.declarationSchema.safeParse(this.#garde.lire());
    if (!lecture.success) return { erreurs: erreursDe(lecture.error) };
    const erreurs = regles.erreursDuJour(lecture.data, jourAParis(new Date()));
    return Object.keys(erreurs).length > 0 ? { erreurs } : { declaration: lecture.data };
  }

  async #relire() {
    const { formulaire } = this.#garde;
    await this.#commune.regler();
    const lue = await this.#lire();
    montrerErreurs(formulaire, 'erreurs' in lue ? lue.erreurs : {});
    if ('erreurs' in lue) return;
    const [{ recapitulatif }, { apercu }] = await laRelecture();
    const lieu = await lieuDuCode(lue.declaration.commune).catch(() => null);
    if (!lieu) {
      montrerErreurs(formulaire, { commune: 'Nous ne connaissons pas cette commune.' });
      return;
    }
    const { parcoursDeclare } = await lesRegles();
    const parcours = parcoursDeclare(lue.declaration, '', jourAParis(new Date()));
    const domaine = trouver<HTMLSelectElement>(formulaire, '[name=domaine]');
    const nomDomaine = domaine.selectedOptions[0]?.text ?? '';
    const lignes = recapitulatif(formulaire, (champ) => this.#revenir(champ));
    trouver(this, '[data-recapitulatif]').replaceChildren(...lignes);
    trouver(this, '[data-deduit]').textContent = typographier(phraseDuLieu(lieu));
    trouver(this, '[data-apercu]').replaceChildren(apercu(parcours, lieu, nomDomaine));
    const relecture = trouver<HTMLElement>(this, '[data-relecture]');
    formulaire.hidden = true;
    relecture.hidden = false;
    relecture.focus();
    relecture.scrollIntoView();
  }

  #revenir(champ?: HTMLElement) {
    const { formulaire } = this.#garde;
    trouver<HTMLElement>(this, '[data-relecture]').hidden = true;
    formulaire.hidden = false;
    (champ ?? trouver<HTMLElement>(formulaire, 'select')).focus();
  }

  async #envoyer() {
    const { formulaire } = this.#garde;
    const { reponsesEnClair } = await import('../../formulaire/scripts/recapitulatif.ts');
    const recue = await this.#garde.envoyer(
      this.#garde.lire(),
      trouver(this, '[data-envoyer]'),
      () => ({ objet: 'Déclaration d’un parcours', texte: reponsesEnClair(formulaire) }),
      (erreurs) => {
        this.#revenir();
        montrerErreurs(formulaire, erreurs);
      },
    );
    if (!recue) return;
    trouver<HTMLElement>(this, '[data-relecture]').hidden = true;
    this.#garde.montrerRecu(recue.reference);
  }
}

customElements.define('csf-declarer', Declarer);
