import { anonymiser, type Retrait } from './anonymisation.ts';
import { soupconner } from './anonymisation-soupcons.ts';
import { enPhrases } from './phrases.ts';
import { enClair } from './texte-en-clair.ts';
import { normaliser } from './texte.ts';

/** Ce que l'on dit à la personne qui écrit : une fuite certaine bloque l'envoi, un doute avertit seulement. */
export type Vigilance = {
  /** Phrases à montrer ; l'envoi est refusé tant qu'il en reste une. */
  bloque: string[];
  /** Phrases à montrer ; la personne décide. */
  avertit: string[];
};

const FUITES: Record<Retrait['motif'], string> = {
  courriel: 'Retirez l’adresse électronique : la vôtre a sa propre case.',
  telephone: 'Retirez le numéro de téléphone : le vôtre a sa propre case.',
  'adresse-web': 'Retirez l’adresse de site.',
  adresse: 'Retirez l’adresse postale.',
  'identifiant-entreprise': 'Retirez le numéro : il désigne une entreprise ou une personne.',
  'valeur-privee': 'Retirez ce nom.',
};

const PERSONNE =
  'On dirait que vous nommez quelqu’un. Écrivez seulement « le jeune » ou « la jeune ».';

/** Sujets qui n'ont pas leur place dans un message : mots sans accent, au début d'un mot du message. */
const SUJETS: readonly { mots: RegExp; dit: string }[] = [
  {
    mots: /\b(handicap\w*|maladi\w*|malade|sante|hospitali\w*|traitement medical|depress\w*|addict\w*|autis\w*|dys\w{3,}|psy(?:chi|cho)\w*|rqth|mdph)\b/,
    dit: 'N’écrivez rien sur la santé du jeune.',
  },
  {
    mots: /\b(ses parents|sa mere|son pere|famille d accueil|sa famille|foyer|aide sociale a l enfance|placee?|ase|juge|justice|pjj|police|prison|garde a vue)\b/,
    dit: 'N’écrivez rien sur la famille ou la situation du jeune.',
  },
  {
    mots: /\b(cv|curriculum|lettre de motivation|nationalite|sans papiers|religion|nee? le \d+)\b/,
    dit: 'Le CV, l’identité et l’origine du jeune ne passent pas par ce site.',
  },
];

function sansDoublon(phrases: string[]): string[] {
  return [...new Set(phrases)];
}

/**
 * Relit un message destiné à l'entreprise : ni nom, ni coordonnées, ni santé, ni famille.
 * La même recherche que l'import du catalogue, et les mots de quelques sujets interdits.
 */
export function relireMessage(message: string): Vigilance {
  const { retraits } = anonymiser(message, []);
  // Toutes les phrases, même celles qu'une fuite ferait perdre : les deux défauts se disent à la fois.
  const nomme = enPhrases(enClair(message)).some(({ texte }) => soupconner(texte).length > 0);
  const bloque = retraits.map(({ motif }) => FUITES[motif]);
  const clair = normaliser(message);
  const sujets = SUJETS.filter(({ mots }) => mots.test(clair)).map(({ dit }) => dit);
  return {
    bloque: sansDoublon(bloque),
    avertit: sansDoublon([...(nomme ? [PERSONNE] : []), ...sujets]),
  };
}
