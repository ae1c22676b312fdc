import type { GenreDeCoordonnee } from '../../socle/coordonnees-regles.ts';
import { reperer } from '../../socle/coordonnees.ts';
import { type MotifDeSoupcon, soupconner } from './soupcons.ts';
import { enPhrases, type Intervalle, type Phrase, rangDuPremier } from '../../socle/phrases.ts';

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
 * Ce qui peut se publier d'un texte mis en clair (`enClair`). Une coordonnée ou une valeur privée fait perdre sa phrase
 * entière ; un simple soupçon est signalé, à charge pour l'appelant de ne rien publier.
 * @param valeurs les valeurs privées que l'on y a lues
 */
export function publiableDe(
  clair: string,
  valeurs: readonly (Intervalle & { colonne: string })[] = [],
): Anonymisation {
  const fuites: (Intervalle & Retrait)[] = [
    ...reperer(clair).map(({ genre, extrait, position }) => ({
      motif: genre,
      colonne: null,
      debut: position,
      fin: position + extrait.length,
    })),
    ...valeurs.map((valeur) => ({ ...valeur, motif: 'valeur-privee' as const })),
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
