import type { Trouvaille } from '../regles/catalogue.ts';
import { dateDuNumero } from '../../socle/dates.ts';
import {
  ecrireFiltres,
  filtresActifs,
  lireFiltres,
  raccourci,
  SANS_FILTRE,
  type Filtres,
} from '../regles/filtres.ts';
import { lireTexte } from '../appels.ts';
import { resoudreLieu, type LieuPropose } from '../../lieux/appels/lieux.ts';
import { carte } from '../../parcours/scripts/cartes.ts';
import { ChampLieu } from '../../lieux/scripts/champ-lieu.ts';
import { creer, trouver } from '../../ui/dom.ts';
import { ecrireComptes, ecrireFormulaire, lireFormulaire } from './formulaire-filtres.ts';
import { etiquettes, pagination } from './liste-rendu.ts';
import { expliquerVide } from './liste-vide.ts';
import { chercher, type Contexte, type Reponse } from './recherche-filtree.ts';

const PAR_PAGE = 20;

/** Liste filtrable : lit l'adresse, cherche, affiche ; sans filtre, elle laisse la liste publiée telle quelle. */
class ListeFiltrable extends HTMLElement {
  #tour = 0;
  #filtres = SANS_FILTRE;
  #lieu!: ChampLieu;
  #formulaire!: HTMLFormElement;
  /* Les morceaux publiés, à remettre quand le dernier filtre est retiré. */
  #publies!: { nombre: string; cartes: Node[]; pages: Node[] };

  connectedCallback() {
    this.#formulaire = trouver(this, '#filtres');
    this.#publies = {
      nombre: this.#bloc('nombre').textContent.trim(),
      cartes: [...this.#bloc('cartes').childNodes],
      pages: [...this.#bloc('pages').childNodes],
    };
    this.#lieu = new ChampLieu(trouver(this, '.csf-lieu'), {
      choisir: (lieu) => {
        this.#aller(lireFormulaire(this.#formulaire, { ...this.#filtres, lieu }));
      },
    });
    this.#formulaire.addEventListener('submit', (evenement) => {
      evenement.preventDefault();
      void this.#lieu.valider();
    });
    document.addEventListener('change', ({ target }) => {
      if (target !== this.#lieu.champ) this.#lireChangement(target as HTMLInputElement);
    });
    this.addEventListener('click', (evenement) => {
      this.#suivreLien(evenement);
    });
    addEventListener('popstate', () => void this.#lireAdresse());
    void this.#lireAdresse();
  }

  #lireChangement({ form, name, value }: HTMLInputElement) {
    if (form !== this.#formulaire) return;
    const { tri } =
      name === 'tri' ? lireFiltres(new URLSearchParams({ tri: value })) : this.#filtres;
    this.#aller(lireFormulaire(this.#formulaire, { ...this.#filtres, tri }));
  }

  #bloc(id: string): HTMLElement {
    return trouver(this, `#${id}`);
  }

  /* Un lien qui ne change que l'état de la liste n'a pas besoin de recharger la page. */
  #suivreLien(evenement: MouseEvent) {
    const lien = (evenement.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
    if (!lien || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey) return;
    evenement.preventDefault();
    this.#aller(lireFiltres(new URLSearchParams(lien.search)));
    this.#bloc('resultats').focus();
  }

  #lireAdresse() {
    return this.#appliquer(lireFiltres(new URLSearchParams(location.search)));
  }

  #aller(filtres: Filtres) {
    const parametres = ecrireFiltres(filtres).toString();
    history.pushState(null, '', parametres ? `?${parametres}` : location.pathname);
    void this.#appliquer(filtres);
  }

  async #appliquer(filtres: Filtres) {
    const tour = ++this.#tour;
    this.#filtres = filtres;
    this.setAttribute('aria-busy', 'true');
    try {
      const lieu = filtres.lieu ? await resoudreLieu(filtres.lieu) : null;
      const { domaine = '', departements = '' } = this.dataset;
      const contexte: Contexte = {
        filtres: lieu ? filtres : { ...filtres, lieu: '' },
        centre: lieu,
        domaine,
        departements: departements ? departements.split(',') : [],
      };
      const reponse = await chercher(contexte);
      if (tour !== this.#tour) return;
      this.#lieu.montrer(filtres.lieu, lieu);
      ecrireFormulaire(this.#formulaire, filtres, lieu !== null);
      ecrireComptes(this.#formulaire, reponse.comptes, {
        domaines: reponse.manifeste.domaines.map(({ slug }) => slug),
        rayonLu: reponse.rayonLu,
      });
      await this.#afficher(contexte, lieu, reponse, tour);
    } catch {
      if (tour === this.#tour) this.#direPanne();
    } finally {
      if (tour === this.#tour) this.removeAttribute('aria-busy');
    }
  }

  async #afficher(contexte: Contexte, lieu: LieuPropose | null, reponse: Reponse, tour: number) {
    const { filtres } = contexte;
    const nombre = reponse.trouvailles.length;
    if (ecrireFiltres(filtres).size === 0) {
      this.#bloc('vide').hidden = true;
      this.#remplir(this.#publies.nombre, this.#publies.cartes, this.#publies.pages, []);
      return;
    }
    const derniere = Math.max(1, Math.ceil(nombre / PAR_PAGE));
    const page = Math.min(filtres.page, derniere);
    const montrees = reponse.trouvailles.slice((page - 1) * PAR_PAGE, page * PAR_PAGE);
    const cartes = await Promise.all(
      montrees.map((trouvaille) => this.#carte(trouvaille, reponse.manifeste, filtres)),
    );
    const noms = this.#noms(filtres, lieu);
    const vide = nombre ? [] : await expliquerVide(contexte, noms, reponse.manifeste.domaines);
    if (tour !== this.#tour) return;
    this.#bloc('vide').replaceChildren(...vide);
    this.#bloc('vide').hidden = nombre > 0;
    const suites = pagination(filtres, page, derniere);
    this.#remplir(
      nombre ? `${nombre} parcours` : 'Aucun parcours',
      cartes,
      suites,
      filtresActifs(filtres, noms),
    );
  }

  #remplir(
    nombre: string,
    cartes: Node[],
    pages: Node[],
    actifs: ReturnType<typeof filtresActifs>,
  ) {
    this.#bloc('nombre').textContent = nombre;
    this.#bloc('cartes').replaceChildren(...cartes);
    this.#bloc('pages').replaceChildren(...pages);
    this.#bloc('actifs').replaceChildren(...etiquettes(actifs));
    this.#bloc('actifs').hidden = actifs.length === 0;
    trouver(this, '.csf-vers-liste').textContent = raccourci(Number.parseInt(nombre, 10) || 0);
  }

  #noms(filtres: Filtres, lieu: LieuPropose | null) {
    const option = (nom: string, valeur: string) =>
      this.querySelector<HTMLOptionElement>(`#${nom} option[value="${valeur}"]`)?.text ?? '';
    const sansCompte = (texte: string) => texte.replace(/ \(\d+\)$/, '');
    return {
      lieu: lieu ? `${lieu.nom} (${lieu.departement})` : '',
      domaine: filtres.domaine && sansCompte(option('domaine', filtres.domaine)),
      departement: filtres.departement && sansCompte(option('departement', filtres.departement)),
    };
  }

  async #carte(trouvaille: Trouvaille, manifeste: Reponse['manifeste'], filtres: Filtres) {
    const { lot, rang, ligne, distance } = trouvaille;
    const [id, intitule, heures] = await lireTexte(manifeste.version, lot.id, rang);
    const commune = lot.communes[ligne.commune];
    const contenu = {
      ...ligne,
      id,
      intitule,
      heures,
      domaine: manifeste.domaines[ligne.domaine]?.nom ?? '',
      commune: commune?.nom ?? '',
      departement: commune?.departement ?? '',
      fin: dateDuNumero(ligne.fin),
      distance,
      approximative: commune?.approximative ?? false,
    };
    const suffixe = filtres.lieu ? `?lieu=${encodeURIComponent(filtres.lieu)}` : '';
    return carte(trouver(this, '#modele-carte'), contenu, suffixe);
  }

  #direPanne() {
    const message = creer(
      'p',
      { class: 'csf-alerte' },
      'Les filtres n’ont pas pu se charger. La liste ci-dessous n’est pas filtrée. ',
      creer('a', { href: location.href }, 'Réessayer'),
    );
    this.#remplir(this.#publies.nombre, this.#publies.cartes, this.#publies.pages, []);
    this.#bloc('vide').replaceChildren(message);
    this.#bloc('vide').hidden = false;
  }
}

customElements.define('csf-liste', ListeFiltrable);
