import type { GenreDeCoordonnee } from '../../socle/coordonnees-regles.ts';
import { reperer } from '../../socle/coordonnees.ts';
import { type MotifDeSoupcon, soupconner } from './soupcons.ts';
import { type FormePreparee, repererValeurs } from './valeurs.ts';
import { enPhrases, type Intervalle, type Phrase, rangDuPremier } from '../../socle/phrases.ts';
import { enClair } from '../../socle/en-clair.ts';

/** Une phrase retirée : son motif, et la colonne privée que l'on y a lue. Jamais le texte. */
export type Retrait = { motif: GenreDeCoordonnee | 'valeur-privee'; colonne: string | null };

export type Anonymisation = {
  /** Phrases publiables, en clair, dans l'ordre. */
  phrases: string[];
  /** Une entrée par phrase perdue. */
  retraits: Retrait[];
  /** Ce qui demande une lecture humaine dans les phrases restantes ; vide, le texte peut être publié. */
  soupcons: MotifDeSoupcon[];
};

/** Au moins un vrai mot : trois lettres de suite ou un sigle. */
const MOT = /\p{L}{3}|\p{Lu}{2}/u;

/**
 * Anonymise un texte libre. Une coordonnée ou une valeur privée de la ligne fait perdre sa phrase entière ;
 * un simple soupçon est signalé, à charge pour l'appelant de ne rien publier. Le texte est d'abord mis en
 * clair : ni balise, ni formule, ni signe invisible ne survit.
 * @param prives valeurs privées de la même ligne, préparées par `preparerValeurs`
 */
export function anonymiser(texte: string, prives: readonly FormePreparee[]): Anonymisation {
  const clair = enClair(texte);
  const fuites: (Intervalle & Retrait)[] = [
    ...reperer(clair).map(({ genre, extrait, position }) => ({
      motif: genre,
      colonne: null,
      debut: position,
      fin: position + extrait.length,
    })),
    ...repererValeurs(clair, prives).map((retrait) => ({
      ...retrait,
      motif: 'valeur-privee' as const,
    })),
  ];
  const phrases: string[] = [];
  const retraits: Retrait[] = [];
  const decoupees = enPhrases(clair, fuites);
  const perdues = phrasesPerdues(decoupees, fuites);
  for (const phrase of decoupees) {
    const fuite = perdues.get(phrase);
    if (fuite) retraits.push({ motif: fuite.motif, colonne: fuite.colonne });
    else if (MOT.test(phrase.texte)) phrases.push(sansSigneDeTete(phrase.texte));
  }
  const soupcons = new Set(
    phrases.flatMap((phrase) => soupconner(phrase).map(({ motif }) => motif)),
  );
  return { phrases, retraits, soupcons: [...soupcons] };
}

/** La première fuite de chaque phrase qui en a une : une fuite n'est jamais coupée, elle ne touche qu'une phrase ou deux. */
function phrasesPerdues<F extends Intervalle>(
  phrases: readonly Phrase[],
  fuites: readonly F[],
): Map<Phrase, F> {
  const perdues = new Map<Phrase, F>();
  for (const fuite of fuites) {
    const rang = rangDuPremier(phrases, ({ fin }) => fin > fuite.debut);
    for (const phrase of phrases.slice(rang, rang + 2))
      if (phrase.debut < fuite.fin && !perdues.has(phrase)) perdues.set(phrase, fuite);
  }
  return perdues;
}

/** Un tableur exécute ce qui commence par « = », « + », « - » ou « @ » ; la ponctuation orpheline ne sert à rien. */
function sansSigneDeTete(phrase: string): string {
  return phrase.replace(/^[\s=+@'".,:!?)\]–—-]+/u, '');
}
