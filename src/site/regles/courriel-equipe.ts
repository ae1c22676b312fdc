/** Boîte de l'équipe CSF : la seule adresse que le site publie. */
export const COURRIEL_EQUIPE = 'clausesocialedeformation@education.gouv.fr';

/** Adresse `mailto:` vers l'équipe, avec un objet et un texte préparés. */
export function courrielPrepare(objet: string, texte = ''): string {
  const champs = [`subject=${encodeURIComponent(objet)}`];
  if (texte) champs.push(`body=${encodeURIComponent(texte)}`);
  return `mailto:${COURRIEL_EQUIPE}?${champs.join('&')}`;
}
