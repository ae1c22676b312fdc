import { enClair } from '../../socle/en-clair.ts';
import { enPhrases } from '../../socle/phrases.ts';
import { normaliser } from '../../socle/texte.ts';

/**
 * Un sujet qui n'a pas sa place dans un texte gardé ou transmis. `certain` : la phrase dit la situation de quelqu'un,
 * l'envoi est refusé ; `douteux` : un mot du sujet, qui peut aussi nommer un métier. Mots sans accent d'une phrase.
 */
type Sujet = { certain: RegExp; douteux?: RegExp; dit: string };

const SITUATION = 'N’écrivez rien sur la famille ou la situation du jeune.';

/** Ce qui nomme un métier, un lieu de travail ou un public, et non la personne : « les métiers de la santé ». */
const NEUTRES = [
  /\b(?:metiers?|secteurs?|domaines?|filieres?|milieux?|services?|mondes?|bac|formations?|carrieres?|professions?|etablissements?|structures?|centres?|maisons?|poles?|agents?|cadres?|produits?|etudes?|aides?|palais|ministere|auxiliaires?|professionnel\w*)(?: \w+){0,2} (?:sante|justice|handicap|prison|psycho\w+|psychiatr\w+|hospitali\w+)\b/g,
  /\bsante (?:au travail|publique|securite|et securite)\b/g,
  /\b(?:personnes?|publics?|enfants|adultes|usagers|residents|patients|gens|clients|eleves|jeunes|travailleurs)(?: en situation de)? (?:handicap\w*|malades|autistes|autisme)\b/g,
];

const PSY = String.raw`psy(?:chi|cho)\w*`;

const SUJETS: readonly Sujet[] = [
  {
    certain: new RegExp(
      String.raw`\b(?:handicap\w*|maladi\w*|malade|hospitali\w*|traitement medical|depress\w*|addict\w*|autis\w*|dys(?!fonction)\w{3,}|rqth|mdph|psychiatri(?:e|que)|psychotique|(?:problemes?|soucis?|etat|raisons?|ennuis?|difficultes?|fragilites?|troubles?) de sante|sa sante|sante (?:fragile|mentale|precaire)|(?:suivie?|vue?|aidee?|accompagnee?) par (?:une? |la |le |son |sa )?${PSY}|(?:son|sa|troubles?|suivi|chez (?:le|la|une?)) ${PSY})\b`,
    ),
    douteux: new RegExp(String.raw`\b(?:sante|${PSY})\b`),
    dit: 'N’écrivez rien sur la santé du jeune.',
  },
  {
    certain:
      /\b(?:ses parents|sa mere|son pere|sa famille|famille d accueil|(?:en|au|du|son|un) foyer|aide sociale a l enfance|ase|(?:le|la|du) juge|(?:par|avec|a|devant) la justice|pjj|prison|garde a vue)\b/,
    douteux: /\b(?:foyer|une? juge|justice)\b/,
    dit: SITUATION,
  },
  {
    // « Il place les produits en rayon », « la police scientifique » : des tâches et des métiers.
    certain:
      /\b(?:placee? (?:en (?:foyer|famille|institution|centre|internat|mecs)|a l ase|chez (?:sa|son|ses)|par (?:le juge|la justice|l ase))|(?:enfant|mineure?|est|ete|etait) placee?(?= depuis|$))\b/,
    dit: SITUATION,
  },
  {
    certain:
      /\b(?:arrete|arretee|convoquee?|connue?|interpellee?|suivie?|plainte|ennuis|problemes?|histoires?|affaires?|fichee?|demeles)(?: \w+){0,2} (?:police|justice)\b/,
    dit: SITUATION,
  },
  {
    certain:
      /\b(?:nationalite|sans papiers|titre de sejour|demandeu(?:r|se) d asile|refugiee?|religion|nee? le \d+|(?:son|ci joint|ci joints|joins|joint|envoie|transmets) (?:son |le |un )?(?:cv|curriculum)|(?:sa|ci joint|ci jointe|joins|joint|envoie|transmets) (?:sa |la |une )?lettre de motivation|(?:copie|photo|photocopie|scan|numero) d(?:e|u) (?:son |sa |la |l )?(?:passeport|carte d identite|piece d identite|carte vitale|acte de naissance|securite sociale))\b/,
    douteux: /\b(?:cv|curriculum|lettre de motivation)\b/,
    dit: 'Le CV, l’identité et l’origine du jeune ne passent pas par ce site.',
  },
];

/** Une phrase qui parle de quelqu'un : « Il est malade » ; « Nettoyer les chambres des malades » est une tâche. */
const DE_QUELQU_UN =
  /\b(?:il|elle|(?:le|la|l|ce|cet|cette|notre|un|une) (?:jeune|eleve|stagiaire|apprentie?|mineure?|garcon|fille)|sa mere|son pere|ses parents)\b/;

/** Ce qu'un texte dit d'interdit, en phrases à montrer : `certains` refuse l'envoi, `douteux` avertit. */
export type SujetsLus = { certains: string[]; douteux: string[] };

function lire(phrases: readonly string[]): SujetsLus {
  const sansMetiers = phrases.map((phrase) =>
    NEUTRES.reduce((reste, neutre) => reste.replace(neutre, ' '), phrase),
  );
  const dits = (motif: (sujet: Sujet) => RegExp | undefined) =>
    SUJETS.filter((sujet) => sansMetiers.some((phrase) => motif(sujet)?.test(phrase))).map(
      ({ dit }) => dit,
    );
  const certains = new Set(dits(({ certain }) => certain));
  const douteux = new Set(dits(({ douteux }) => douteux));
  return { certains: [...certains], douteux: [...douteux].filter((dit) => !certains.has(dit)) };
}

/**
 * La santé, la justice, la famille, l'origine et les papiers d'un jeune, dans un texte déjà mis en clair (`enClair`) :
 * la même liste partout où une personne écrit.
 */
export function lireSujets(clair: string): SujetsLus {
  return lire(enPhrases(clair).map(({ texte }) => normaliser(texte)));
}

/** Les sujets interdits d'un texte tel qu'il est tapé. */
export function sujetsInterdits(texte: string): string[] {
  return lireSujets(enClair(texte)).certains;
}

/** Les mêmes, dans ce qui décrit un poste : seules comptent les phrases qui parlent de quelqu'un. */
export function sujetsDUnePersonne(phrases: readonly string[]): string[] {
  return lire(
    phrases
      .map((phrase) => normaliser(enClair(phrase)))
      .filter((phrase) => DE_QUELQU_UN.test(phrase)),
  ).certains;
}
