/* Ce qui se transmet du texte d'une réponse. Sans zod. */

/** Au-delà, la suite n'est pas transmise, en signes. */
export const TEXTE_MAX = 10_000;

const RETIRE = '[lien retiré]';

/* Là où commence ce que la messagerie recopie du courriel auquel on répond. */
const DEBUTS_DE_CITATION = [
  /^-{2,} ?(?:message d.origine|original message|message transf|forwarded message)/i,
  /^_{10,}$/,
  /^(?:le|on) .{6,150}(?:a écrit|wrote) ?:$/i,
  /^(?:de|from) ?: .*(?:@|clause sociale de formation)/i,
  /^clause sociale de formation$/i,
];

/** Une ligne recopiée, signalée par un chevron. */
const RECOPIEE = /^\s*>/;

/* « Le mardi 3 mars 2027 à 10:12, Clause sociale de formation <…> » : la phrase passe souvent à la ligne avant ses deux-points. */
const SUR_DEUX_LIGNES = /^(?:le|on) .{6,150}$/i;
const FIN_DE_PHRASE = /(?:a écrit|wrote) ?:$/i;

function sansCitation(texte: string): string {
  const lignes = texte.replaceAll('\r\n', '\n').split('\n');
  const fin = lignes.findIndex((ligne, rang) => {
    const nue = ligne.trim();
    return (
      DEBUTS_DE_CITATION.some((debut) => debut.test(nue)) ||
      (SUR_DEUX_LIGNES.test(nue) && FIN_DE_PHRASE.test((lignes[rang + 1] ?? '').trim()))
    );
  });
  return (fin === -1 ? lignes : lignes.slice(0, fin))
    .filter((ligne) => !RECOPIEE.test(ligne))
    .join('\n');
}

const echapper = (signe: string) => signe.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

/** Ce secret, même coupé par des retours à la ligne et des chevrons. */
const enMorceaux = (secret: string) =>
  new RegExp(Array.from(secret, echapper).join('[\\s>=]*'), 'g');

/* Tout ce qui ressemble au jeton d'un lien : quarante signes au moins, sans espace. Un trait de séparation n'en est pas un. */
const JETONS = /[\w-]{40,}/g;
const UNE_LETTRE = /[a-z]/i;

/**
 * Le texte d'une réponse, sans ce que la messagerie y recopie. Le courriel recopié porte le lien personnel de qui répond :
 * transmis, il laisserait agir à sa place.
 * @param secrets ce qui ne doit pas passer, où que ce soit : les jetons et les codes du dossier
 * @returns le texte, et vrai si sa fin manque ; vide quand il n'en reste rien
 */
export function texteATransmettre(
  brut: string,
  secrets: readonly string[],
): { texte: string; coupe: boolean } {
  // Avant de couper ou de retirer des lignes : un jeton à cheval sur la coupure y perdrait sa forme.
  const entier = secrets.reduce(
    (reste, secret) => reste.replace(enMorceaux(secret), RETIRE),
    brut.slice(0, 10 * TEXTE_MAX),
  );
  const net = sansCitation(entier)
    .replace(JETONS, (suite) => (UNE_LETTRE.test(suite) ? RETIRE : suite))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { texte: net.slice(0, TEXTE_MAX).trim(), coupe: net.length > TEXTE_MAX };
}
