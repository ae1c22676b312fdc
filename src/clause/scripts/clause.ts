import { clauseEnDocument, compterBlancs } from '../regles/clause-document.ts';
import type { ModeleDeClause } from '../regles/modele.ts';
import { depuisAdresse, lireReponses, versAdresse } from '../regles/reponses.ts';
import { redigerClause, type PartieDeClause } from '../regles/clause.ts';
import { typographier } from '../../socle/typographie.ts';
import { ecrireFichier, lireModele, type Format } from '../appels.ts';
import { articlesEnElements, montrerChamps, montrerErreurs } from './clause-rendu.ts';
import '../../ui/copier.ts';
import { creer, trouver } from '../../ui/dom.ts';

/** Ce qui est saisi reste dans l'onglet, le temps de la visite. */
const CLE = 'csf-clause';

const ECHEC_DU_FICHIER =
  'Le fichier n’a pas pu être préparé. Copiez le texte, ou rechargez la page et recommencez.';
const ECHEC_DU_MODELE =
  'Le formulaire n’a pas pu démarrer. La clause à remplir reste là, avec ses blancs : rechargez la page.';

class Clause extends HTMLElement {
  readonly #formulaire = trouver<HTMLFormElement>(this, 'form');
  readonly #etat = trouver<HTMLElement>(this, '[data-etat]');
  #modele: ModeleDeClause | null = null;
  #parties: PartieDeClause[] = [];

  connectedCallback() {
    this.#remplir({ ...lireSession(), ...depuisAdresse(location.search) });
    lireModele(this.dataset.modele ?? '').then(
      (modele) => {
        this.#modele = modele;
        this.#ecouter();
        this.#rediger();
        montrerErreurs(this.#formulaire, this.#lire().erreurs);
      },
      () => this.#dire(ECHEC_DU_MODELE),
    );
  }

  #ecouter() {
    this.#formulaire.addEventListener('input', () => {
      this.#rediger();
    });
    this.#formulaire.addEventListener('change', () => {
      montrerErreurs(this.#formulaire, this.#lire().erreurs);
      this.#dire(etatDesBlancs(compterBlancs(this.#parties)));
    });
    this.#formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
    });
    this.#formulaire.addEventListener('reset', () => {
      // Les champs ne sont remis à zéro qu'après cet événement.
      setTimeout(() => {
        this.#rediger();
        montrerErreurs(this.#formulaire, {});
        this.#dire('Vos réponses sont effacées.');
      });
    });
    for (const lien of this.querySelectorAll<HTMLAnchorElement>('[data-format]')) {
      lien.addEventListener('click', (evenement) => {
        evenement.preventDefault();
        void this.#telecharger(lien.dataset.format as Format);
      });
    }
  }

  #valeurs(): Record<string, string> {
    return Object.fromEntries(new FormData(this.#formulaire)) as Record<string, string>;
  }

  #lire() {
    return lireReponses(this.#valeurs());
  }

  #remplir(valeurs: Record<string, string>) {
    for (const [nom, valeur] of Object.entries(valeurs)) {
      const champ = this.#formulaire.elements.namedItem(nom);
      if (champ instanceof HTMLInputElement || champ instanceof HTMLSelectElement)
        champ.value = valeur;
    }
  }

  #rediger() {
    if (!this.#modele) return;
    const valeurs = this.#valeurs();
    const { reponses } = lireReponses(valeurs);
    garderSession(valeurs);
    const recherche = versAdresse(reponses);
    history.replaceState(
      null,
      '',
      location.pathname + (recherche && `?${recherche}`) + location.hash,
    );
    montrerChamps(this.#formulaire, valeurs);
    this.#parties = redigerClause(this.#modele, reponses, this.dataset.kit ?? '');
    for (const { id, articles } of this.#parties)
      trouver(this, `#${id} > div`).replaceChildren(...articlesEnElements(articles));
    trouver(this, '[data-blancs]').textContent = etatDesBlancs(compterBlancs(this.#parties));
  }

  async #telecharger(format: Format) {
    if (!this.#modele) return;
    this.#dire('Préparation du fichier…');
    try {
      const fichier = await ecrireFichier(format, clauseEnDocument(this.#modele, this.#parties));
      const adresse = URL.createObjectURL(fichier);
      creer('a', { href: adresse, download: `clause-sociale-de-formation.${format}` }).click();
      setTimeout(() => {
        URL.revokeObjectURL(adresse);
      }, 60_000);
      this.#dire(`Fichier .${format} prêt. ${etatDesBlancs(compterBlancs(this.#parties))}`);
    } catch {
      this.#dire(ECHEC_DU_FICHIER);
    }
  }

  #dire(message: string) {
    this.#etat.textContent = typographier(message);
  }
}

function etatDesBlancs(blancs: number): string {
  if (blancs === 0) return 'Il ne reste aucun blanc.';
  return blancs === 1 ? 'Il reste un blanc à remplir.' : `Il reste ${blancs} blancs à remplir.`;
}

/* Un navigateur peut refuser le stockage : le formulaire marche alors sans mémoire. */
function lireSession(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(CLE) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

function garderSession(valeurs: Record<string, string>): void {
  try {
    sessionStorage.setItem(CLE, JSON.stringify(valeurs));
  } catch {
    /* Rien à garder. */
  }
}

customElements.define('csf-clause', Clause);
