import type { Segment } from '../../documents/regles/bloc.ts';
import {
  DECLARATION_AVANT_FIN_MOIS,
  HEURES_PAR_SEMAINE,
  SEUIL_GRATIFICATION_HEURES,
  libelleDuree,
} from '../../calibrage/regles/calibrage.ts';
import type { Alinea, Blanc, ModeleDeClause } from './modele.ts';
import type { Reponses } from './reponses.ts';
import { COURRIEL_EQUIPE } from '../../site/regles/courriel-equipe.ts';
import { typographier } from '../../socle/typographie.ts';

export type ArticleDeClause = { titre: string; paragraphes: Segment[][] };
export type PartieDeClause = { id: string; titre: string; articles: ArticleDeClause[] };

const fixe = (texte: string): Segment => ({ genre: 'texte', texte });

class Redaction {
  readonly #modele: ModeleDeClause;
  readonly #reponses: Reponses;
  readonly #faits: Record<string, string>;

  constructor(modele: ModeleDeClause, reponses: Reponses, adresseDuKit: string) {
    this.#modele = modele;
    this.#reponses = reponses;
    this.#faits = {
      kit: adresseDuKit,
      equipe: COURRIEL_EQUIPE,
      semaine: String(HEURES_PAR_SEMAINE),
      'seuil-gratification': String(SEUIL_GRATIFICATION_HEURES),
      'mois-avant-fin': `${DECLARATION_AVANT_FIN_MOIS}\u00A0mois`,
    };
  }

  paragraphe(alinea: Alinea): Segment[] | null {
    if (typeof alinea === 'string') return this.#segments(alinea);
    const { champ, valeur, sinon } = alinea.si;
    const reponse = champ === 'lots' ? this.#nombreDeLots() : this.#reponses[champ];
    if (reponse === '') return [this.#blanc(sinon), fixe(' '), ...this.#segments(alinea.texte)];
    return reponse === valeur ? this.#segments(alinea.texte) : null;
  }

  #nombreDeLots(): '' | 'plusieurs' | 'un' {
    const { portee, lots } = this.#reponses;
    if (portee === '' || (portee === 'lots' && lots === null)) return '';
    return portee === 'lots' && lots !== null && lots > 1 ? 'plusieurs' : 'un';
  }

  #segments(modele: string): Segment[] {
    return modele.split(/(\[\w+\]|\{[a-z-]+\})/).flatMap((morceau): Segment[] => {
      if (morceau === '') return [];
      if (morceau.startsWith('[')) return this.#champ(morceau.slice(1, -1));
      if (morceau.startsWith('{')) return [this.#fait(morceau.slice(1, -1))];
      return [fixe(typographier(morceau))];
    });
  }

  #fait(nom: string): Segment {
    const valeur = this.#faits[nom];
    if (valeur === undefined) throw new Error(`content/clause.yaml : « {${nom}} » est inconnu.`);
    return fixe(valeur);
  }

  #blanc(consigne: string): Segment {
    return { genre: 'blanc', texte: `[${typographier(consigne)}]` };
  }

  #ouBlanc(valeur: string, blanc: Blanc): Segment {
    return valeur === ''
      ? this.#blanc(this.#modele.blancs[blanc])
      : { genre: 'reponse', texte: typographier(valeur) };
  }

  #champ(nom: string): Segment[] {
    const { heures } = this.#reponses;
    switch (nom) {
      case 'acheteur':
      case 'objet':
      case 'coefficient':
        return [this.#ouBlanc(this.#reponses[nom], nom)];
      case 'seuil':
        return [this.#ouBlanc(enEuros(this.#reponses.seuil, ' HT'), nom)];
      case 'penaliteReunion':
      case 'penaliteRetard':
        return [this.#ouBlanc(enEuros(this.#reponses[nom]), nom)];
      case 'delaiReponse':
      case 'delaiAccueil':
        return [this.#ouBlanc(enJours(this.#reponses[nom]), nom)];
      case 'justificatifs':
        return [this.#ouBlanc(enJours(this.#reponses.justificatifs, 'ouvré'), nom)];
      case 'volume':
        return [this.#ouBlanc(heures === null ? '' : typographier(libelleDuree(heures)), nom)];
      case 'perimetre':
        return this.#perimetre();
      case 'Titulaire':
        return [fixe(this.#titulaire())];
      default:
        throw new Error(`content/clause.yaml : « [${nom}] » est inconnu.`);
    }
  }

  #perimetre(): Segment[] {
    const { portee, lots, numeros } = this.#reponses;
    if (portee === 'marche') return [{ genre: 'reponse', texte: 'à l’ensemble du marché' }];
    if (portee === '' || lots === null) {
      return portee === '' || numeros === ''
        ? [this.#blanc(this.#modele.blancs.perimetre)]
        : [fixe('aux lots suivants : n°\u00A0'), this.#ouBlanc(numeros, 'numeros')];
    }
    return lots === 1
      ? [fixe('au lot n°\u00A0'), this.#ouBlanc(numeros, 'numero')]
      : [
          fixe('aux '),
          { genre: 'reponse', texte: String(lots) },
          fixe(typographier(' lots suivants : n°') + '\u00A0'),
          this.#ouBlanc(numeros, 'numeros'),
        ];
  }

  #titulaire(): string {
    const { portee, lots } = this.#reponses;
    if (portee !== 'lots' || lots === null) return 'Le titulaire';
    return lots === 1 ? 'Le titulaire du lot' : 'Le titulaire de chaque lot';
  }
}

function enEuros(montant: string, suite = ''): string {
  return montant === '' ? '' : `${montant}\u00A0€${suite}`;
}

function enJours(jours: number | null, epithete = ''): string {
  if (jours === null) return '';
  const s = jours > 1 ? 's' : '';
  return `${jours}\u00A0jour${s}${epithete && ` ${epithete}${s}`}`;
}

/**
 * La clause, rédigée avec les réponses données ; ce qui manque reste un blanc entre crochets.
 * @param adresseDuKit adresse complète du kit entreprise
 * @throws si le modèle cite un champ ou un fait inconnu
 */
export function redigerClause(
  modele: ModeleDeClause,
  reponses: Reponses,
  adresseDuKit: string,
): PartieDeClause[] {
  const redaction = new Redaction(modele, reponses, adresseDuKit);
  return modele.parties.map(({ id, titre, articles }) => ({
    id,
    titre: typographier(titre),
    articles: articles.map((article) => ({
      titre: typographier(article.titre),
      paragraphes: article.paragraphes
        .map((alinea) => redaction.paragraphe(alinea))
        .filter((segments) => segments !== null),
    })),
  }));
}
