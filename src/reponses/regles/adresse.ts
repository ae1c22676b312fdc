/* L'adresse où l'on répond à un courriel du service. Sans zod. */

/** Qui lit une réponse : l'adresse le dit, pour que la personne écrive à qui son courriel annonçait, ou à l'équipe. */
export const LECTEURS = ['tutrice', 'entreprise', 'equipe'] as const;
export type Lecteur = (typeof LECTEURS)[number];

const LETTRES: Record<Lecteur, string> = { tutrice: 't', entreprise: 'e', equipe: 'q' };

/** Signes de la signature, en hexadécimal : 80 bits, que personne ne devine. */
export const SIGNATURE_SIGNES = 20;

const FORME = new RegExp(`^r-([teq])([0-9a-f]{32})([0-9a-f]{${SIGNATURE_SIGNES}})$`);

/** Le dossier et le rôle (ceux d'un lien), et qui lira. */
export type ReponseA = { lien: string; lecteur: Lecteur };

/** Ce qui se signe : ce texte n'est celui d'aucun jeton, et l'adresse n'ouvre donc aucune page. */
export const aSigner = ({ lien, lecteur }: ReponseA) => `reponse:${lecteur}:${lien}`;

/** En minuscules et en chiffres : des messageries changent la casse d'une adresse. */
export const adresseDeReponse = (
  { lien, lecteur }: ReponseA,
  signature: string,
  domaine: string,
): string => `r-${LETTRES[lecteur]}${lien.replaceAll('-', '')}${signature}@${domaine}`;

/** L'adresse seule, en minuscules, d'un « Nom <adresse> ». */
export function adresseSeule(brute: string): string {
  const [, entreChevrons] = /<([^<>]*)>\s*$/.exec(brute) ?? [];
  return (entreChevrons ?? brute).trim().toLowerCase();
}

/** Ce que dit une adresse de réponse de ce domaine ; undefined si ce n'en est pas une. Sa signature reste à vérifier. */
export function lireAdresse(
  brute: string,
  domaine: string,
): (ReponseA & { signature: string }) | undefined {
  const [nom = '', ...reste] = adresseSeule(brute).split('@');
  if (reste.length !== 1 || reste[0] !== domaine.toLowerCase()) return undefined;
  const [, lettre, chiffres = '', signature = ''] = FORME.exec(nom) ?? [];
  const lecteur = LECTEURS.find((qui) => LETTRES[qui] === lettre);
  if (lecteur === undefined) return undefined;
  const lien = chiffres.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { lien, lecteur, signature };
}
