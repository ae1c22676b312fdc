import type { LieuPropose, Propositions } from '../appels/lieux.ts';

/** Où est la liste quand on parle d'elle : ouverte, refermée par la personne, ou laissée en quittant le champ. */
export type PlaceDeLaListe = 'ouverte' | 'refermee' | 'quittee';

const CHOISIR: Record<PlaceDeLaListe, string> = {
  ouverte: 'choisissez dans la liste.',
  refermee: 'liste refermée, la flèche vers le bas la rouvre.',
  quittee: 'revenez au champ pour choisir.',
};

/** Ce que l'on dit quand le site est hors d'atteinte. */
export const PANNE = 'Les communes n’ont pas pu se charger. Vérifiez la connexion, puis réessayez.';

/** Ce que l'on dit d'un texte qui ne désigne aucune commune. */
export function direInconnu(texte: string): string {
  return `Nous ne connaissons pas « ${texte} ». Vérifiez l’orthographe, ou tapez un code postal à cinq chiffres.`;
}

/** Ce que le champ montre d'un lieu choisi : « Nanterre (92) ». */
export function ecrire({ nom, departement }: LieuPropose): string {
  return `${nom} (${departement})`;
}

/** Ce que l'on dit d'un lieu choisi : qui a quitté le champ ne relit pas ce qui s'y est écrit. */
export function nommer({ nom, departement }: LieuPropose): string {
  return `Commune choisie : ${nom}, département ${departement}.`;
}

/** Ce que l'on a trouvé pour un texte ; `demande` : on veut le prendre, et plusieurs communes y répondent aussi bien. */
export type Trouve = { texte: string; reponse: Propositions; demande: boolean };

/** Ce que l'on dit des communes trouvées, et de la place de leur liste. */
export function annoncer({ texte, reponse, demande }: Trouve, place: PlaceDeLaListe): string {
  const nombre = reponse.lieux.length;
  const communes = `${nombre} commune${nombre > 1 ? 's' : ''}`;
  if (demande) {
    const commun = /^[\d\s]+$/.test(texte) ? 'ont ce code postal' : 'portent ce nom';
    return `Plusieurs communes ${commun} : ${CHOISIR[place]}`;
  }
  if (reponse.ressemblants) {
    const proches = `${communes} au nom proche : ${CHOISIR[place]}`;
    const suite = place === 'ouverte' ? 'Vouliez-vous dire…' : proches;
    return `Aucune commune ne s’appelle « ${texte} ». ${suite}`;
  }
  if (nombre === 0) return `Aucune commune ne commence par « ${texte} ».`;
  return `${communes} : ${CHOISIR[place]}`;
}
