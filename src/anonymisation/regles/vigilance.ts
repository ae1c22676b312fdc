import type { GenreDeCoordonnee } from '../../socle/coordonnees-regles.ts';
import { direLesFuites, fuitesDe } from './fuites.ts';
import { type MotifDeSoupcon, soupconner } from './soupcons.ts';
import { enPhrases, type Intervalle } from '../../socle/phrases.ts';
import { enClair } from '../../socle/en-clair.ts';
import { lireSujets, sujetsInterdits } from './sujets.ts';

/** Ce que l'on dit à la personne qui écrit : une fuite ou un sujet interdit bloque l'envoi, un doute avertit. */
export type Vigilance = {
  /** Phrases à montrer ; l'envoi est refusé tant qu'il en reste une. */
  bloque: string[];
  /** Phrases à montrer ; la personne décide. */
  avertit: string[];
};

const PERSONNE =
  'On dirait que vous nommez quelqu’un. Écrivez seulement « le jeune » ou « la jeune ».';

const DOUTES: Record<MotifDeSoupcon, string> = {
  civilite: PERSONNE,
  prenom: PERSONNE,
  'prenom-initiale': PERSONNE,
  initiales: PERSONNE,
  jeune: PERSONNE,
  age: 'N’écrivez ni l’âge du jeune, ni sa date de naissance.',
  'entreprise-citee': 'On dirait que vous nommez une entreprise : ce message n’en a pas besoin.',
  'chiffres-en-lettres': 'On dirait un numéro de téléphone : le vôtre a sa propre case.',
  alphabet: 'Écrivez ce message en lettres françaises.',
};

/** Ce qu'une fuite cache au repérage des noms : ses lettres et ses chiffres ne sont pas ceux d'une personne. */
const SANS_NOM: readonly GenreDeCoordonnee[] = ['courriel', 'telephone', 'adresse-web'];

/**
 * Relit un message destiné à l'entreprise : ni nom, ni coordonnées, ni santé, ni famille. Tous les défauts d'une même
 * phrase se disent à la fois. La même recherche que l'import du catalogue, et les mots de quelques sujets interdits
 * (voir `lireSujets`).
 */
export function relireMessage(message: string): Vigilance {
  const clair = enClair(message);
  const fuites = fuitesDe(clair);
  const sansFuites = masquer(
    clair,
    fuites.filter(({ genre }) => SANS_NOM.includes(genre)),
  );
  const doutes = enPhrases(sansFuites)
    .flatMap(({ texte }) => soupconner(texte))
    .map(({ motif }) => DOUTES[motif]);
  const sujets = lireSujets(clair);
  return {
    bloque: [...new Set([...direLesFuites(fuites), ...sujets.certains])],
    avertit: [...new Set([...doutes, ...sujets.douteux])],
  };
}

/** Ce dont on avertit qui écrit, et déjà ce que son sujet bloquerait : ses propres coordonnées se disent à l'envoi. */
export function avertissementsDe(message: string): string[] {
  return [...sujetsInterdits(message), ...relireMessage(message).avertit];
}

/** Remplace par des espaces ce que couvrent des intervalles, dans l'ordre du texte. */
function masquer(texte: string, intervalles: readonly Intervalle[]): string {
  const morceaux: string[] = [];
  let place = 0;
  for (const { debut, fin } of intervalles) {
    if (fin <= place) continue;
    morceaux.push(texte.slice(place, debut), ' '.repeat(fin - Math.max(place, debut)));
    place = fin;
  }
  return [...morceaux, texte.slice(place)].join('');
}
