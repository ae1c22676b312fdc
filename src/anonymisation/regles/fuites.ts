import type { GenreDeCoordonnee } from '../../socle/coordonnees-regles.ts';
import { reperer } from '../../socle/coordonnees.ts';
import { enClair } from '../../socle/en-clair.ts';
import { type Intervalle, quiChevauchent } from '../../socle/phrases.ts';
import { lireSujets } from './sujets.ts';

/* Sans le repérage des noms, qui ne fait qu'avertir : le schéma d'un message n'a pas à en porter les listes. */

/** Une coordonnée lue dans un texte en clair, et sa place. */
export type Fuite = Intervalle & { genre: GenreDeCoordonnee };

const DITES: Record<GenreDeCoordonnee, string> = {
  courriel: 'Retirez l’adresse électronique : la vôtre a sa propre case.',
  telephone: 'Retirez le numéro de téléphone : le vôtre a sa propre case.',
  'adresse-web': 'Retirez l’adresse de site.',
  adresse: 'Retirez l’adresse postale.',
  'identifiant-entreprise': 'Retirez le numéro : il désigne une entreprise ou une personne.',
};

export function fuitesDe(clair: string): Fuite[] {
  return reperer(clair).map(({ genre, position, extrait }) => ({
    genre,
    debut: position,
    fin: position + extrait.length,
  }));
}

/** Ce que l'on dit des fuites d'un texte. */
export function direLesFuites(fuites: readonly Fuite[]): string[] {
  // Le domaine d'un courriel se lit aussi comme un site, et la fin d'un numéro d'entreprise comme un téléphone.
  const de = (cherche: GenreDeCoordonnee) =>
    quiChevauchent(fuites.filter(({ genre }) => genre === cherche));
  const dansUnCourriel = de('courriel');
  const dansUnIdentifiant = de('identifiant-entreprise');
  return fuites
    .filter(
      ({ genre, debut, fin }) =>
        !(genre === 'adresse-web' && dansUnCourriel(debut, fin)) &&
        !(genre === 'telephone' && dansUnIdentifiant(debut, fin)),
    )
    .map(({ genre }) => DITES[genre]);
}

/** Ce qui refuse l'envoi d'un message, en phrases à montrer : une coordonnée, ou un sujet interdit (voir `lireSujets`). */
export function ceQuiBloque(message: string): string[] {
  const clair = enClair(message);
  return [...new Set([...direLesFuites(fuitesDe(clair)), ...lireSujets(clair).certains])];
}
