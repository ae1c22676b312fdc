import type { GenreDeCoordonnee } from '../../socle/coordonnees-regles.ts';
import { reperer } from '../../socle/coordonnees.ts';
import { type MotifDeSoupcon, soupconner } from './soupcons.ts';
import { enPhrases } from '../../socle/phrases.ts';
import { enClair } from '../../socle/en-clair.ts';
import { normaliser } from '../../socle/texte.ts';

/** Ce que l'on dit à la personne qui écrit : une fuite certaine bloque l'envoi, un doute avertit seulement. */
export type Vigilance = {
  /** Phrases à montrer ; l'envoi est refusé tant qu'il en reste une. */
  bloque: string[];
  /** Phrases à montrer ; la personne décide. */
  avertit: string[];
};

const FUITES: Record<GenreDeCoordonnee, string> = {
  courriel: 'Retirez l’adresse électronique : la vôtre a sa propre case.',
  telephone: 'Retirez le numéro de téléphone : le vôtre a sa propre case.',
  'adresse-web': 'Retirez l’adresse de site.',
  adresse: 'Retirez l’adresse postale.',
  'identifiant-entreprise': 'Retirez le numéro : il désigne une entreprise ou une personne.',
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

const SITUATION = 'N’écrivez rien sur la famille ou la situation du jeune.';

/** Sujets qui n'ont pas leur place dans un message : mots sans accent, au début d'un mot du message. */
const SUJETS: readonly { mots: RegExp; dit: string }[] = [
  {
    mots: /\b(handicap\w*|maladi\w*|malade|sante|hospitali\w*|traitement medical|depress\w*|addict\w*|autis\w*|dys\w{3,}|psy(?:chi|cho)\w*|rqth|mdph)\b/,
    dit: 'N’écrivez rien sur la santé du jeune.',
  },
  {
    mots: /\b(ses parents|sa mere|son pere|famille d accueil|sa famille|foyer|aide sociale a l enfance|ase|(?:le|la|un|une|du) juge|justice|pjj|prison|garde a vue)\b/,
    dit: SITUATION,
  },
  {
    // « Il place les produits en rayon », « la police scientifique » : des tâches et des métiers.
    mots: /\b(placee? (?:en (?:foyer|famille|institution|centre|internat|mecs)|a l ase|chez (?:sa|son|ses)|par (?:le juge|la justice|l ase))|(?:enfant|mineure?|est|ete|etait) placee?(?= depuis|$))\b/,
    dit: SITUATION,
  },
  {
    mots: /\b(?:arrete|arretee|convoquee?|connue?|interpellee?|suivie?|plainte|ennuis|problemes?|histoires?|affaires?|fichee?|demeles)(?: \w+){0,2} police\b/,
    dit: SITUATION,
  },
  {
    mots: /\b(cv|curriculum|lettre de motivation|nationalite|sans papiers|religion|nee? le \d+)\b/,
    dit: 'Le CV, l’identité et l’origine du jeune ne passent pas par ce site.',
  },
];

/** Ce qu'une fuite cache au repérage des noms : ses lettres et ses chiffres ne sont pas ceux d'une personne. */
const SANS_NOM: readonly GenreDeCoordonnee[] = ['courriel', 'telephone', 'adresse-web'];

/**
 * Relit un message destiné à l'entreprise : ni nom, ni coordonnées, ni santé, ni famille. Tous les défauts d'une même
 * phrase se disent à la fois. La même recherche que l'import du catalogue, et les mots de quelques sujets interdits.
 */
export function relireMessage(message: string): Vigilance {
  const clair = enClair(message);
  const fuites = reperer(clair).map((fuite) => ({
    ...fuite,
    fin: fuite.position + fuite.extrait.length,
  }));
  // Le domaine d'un courriel se lit aussi comme un site, et la fin d'un numéro d'entreprise comme un téléphone.
  const certaines = fuites.filter(
    ({ genre, position, fin }) =>
      !fuites.some(
        (autre) =>
          ((genre === 'adresse-web' && autre.genre === 'courriel') ||
            (genre === 'telephone' && autre.genre === 'identifiant-entreprise')) &&
          autre.position < fin &&
          position < autre.fin,
      ),
  );
  let masque = clair;
  for (const { genre, position, fin } of fuites)
    if (SANS_NOM.includes(genre))
      masque = masque.slice(0, position) + ' '.repeat(fin - position) + masque.slice(fin);
  const doutes = enPhrases(masque)
    .flatMap(({ texte }) => soupconner(texte))
    .map(({ motif }) => DOUTES[motif]);
  const phrases = enPhrases(clair).map(({ texte }) => normaliser(texte));
  const sujets = SUJETS.filter(({ mots }) => phrases.some((phrase) => mots.test(phrase)));
  return {
    bloque: [...new Set(certaines.map(({ genre }) => FUITES[genre]))],
    avertit: [...new Set([...doutes, ...sujets.map(({ dit }) => dit)])],
  };
}
