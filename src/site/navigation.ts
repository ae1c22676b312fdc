export const NOM_DU_SITE = 'Clause sociale de formation';

/** Rubriques principales, dans l'ordre de l'en-tête ; `aussi` : ce qu'une rubrique couvre à une autre adresse. */
export const RUBRIQUES = [
  { titre: 'Parcours', chemin: '/parcours/' },
  { titre: 'Domaines', chemin: '/domaines/' },
  { titre: 'Entreprise', chemin: '/entreprise/', aussi: '/kit/' },
  { titre: 'Acheteur', chemin: '/acheteur/' },
  { titre: 'Recherche', chemin: '/recherche/' },
] as const satisfies readonly { titre: string; chemin: string; aussi?: string }[];

/** La rubrique où est une page : « page » pour sa première page, « true » pour les autres. */
export function placeDansLeMenu(
  rubrique: { chemin: string; aussi?: string },
  chemin: string,
): 'page' | 'true' | undefined {
  if (chemin === rubrique.chemin) return 'page';
  const { aussi = rubrique.chemin } = rubrique;
  return [rubrique.chemin, aussi].some((debut) => chemin.startsWith(debut)) ? 'true' : undefined;
}

/** Un guide par lecteur. */
export const GUIDES = [
  { titre: 'Tuteurs et tutrices', chemin: '/tuteur/' },
  { titre: 'Coordination', chemin: '/coordination/' },
  { titre: 'Jeunes et familles', chemin: '/jeune/' },
  { titre: 'Partenaires', chemin: '/partenaire/' },
] as const;

/** Ce qui s'adresse à tous : le film d'abord, le plus court. */
export const COMPRENDRE = [
  { titre: 'Comment ça marche', chemin: '/comment-ca-marche/' },
  { titre: 'Le film, en huit étapes', chemin: '/kit/film/' },
  { titre: 'Questions fréquentes', chemin: '/questions/' },
  { titre: 'Résultats publiés', chemin: '/resultats/' },
  { titre: 'Les délais, en chiffres', chemin: '/statistiques/' },
] as const;

/** Le kit entreprise et ses formes ; les moments viennent de content/kit. */
export const KIT = [
  { titre: 'Kit entreprise', chemin: '/kit/' },
  { titre: 'Le kit en diapositives', chemin: '/kit/presentation/' },
  { titre: 'Les versions du kit', chemin: '/kit/versions/' },
  { titre: 'La fiche entreprise, à imprimer', chemin: '/entreprise/fiche-entreprise/' },
  { titre: 'Les entreprises ambassadrices', chemin: '/ambassadeurs/' },
] as const;

/** Les pages de l'acheteur, dans l'ordre où il en a besoin. */
export const ACHETEUR = [
  { titre: 'Choisir entre deux clauses', chemin: '/acheteur/choisir/' },
  { titre: 'Calibrer un marché', chemin: '/acheteur/calibrer/' },
  { titre: 'Rédiger la clause', chemin: '/acheteur/clause/' },
  { titre: 'Lier le kit aux documents du marché', chemin: '/acheteur/lier/' },
  { titre: 'Déclarer un parcours', chemin: '/acheteur/declarer/' },
  { titre: 'Suivre l’exécution', chemin: '/acheteur/suivre/' },
  { titre: 'La clause en une page, à annexer', chemin: '/acheteur/annexe/' },
  { titre: 'La fiche de passation, à imprimer', chemin: '/acheteur/passation/' },
] as const;

/** Le suivi d'un parcours : ces pages s'ouvrent avec un lien personnel, la première l'envoie. */
export const SUIVI = [
  { titre: 'Retrouver mes liens', chemin: '/suivi/retrouver/' },
  { titre: 'Mes demandes (tuteur ou tutrice)', chemin: '/suivi/demandes/' },
  { titre: 'Suivre mes parcours (acheteur)', chemin: '/suivi/dossiers/' },
  { titre: 'Le tableau des dossiers (équipe et coordination)', chemin: '/equipe/' },
] as const;

/** Qui suit un parcours n'a pas de compte : son retour est la page qui lui renvoie ses liens. */
export const DOSSIERS = {
  titre: 'Mes dossiers',
  chemin: SUIVI[0].chemin,
  aussi: '/suivi/',
} as const;

/** Où l'on dit comment signaler une fuite ou une faille ; `/.well-known/security.txt` y mène aussi. */
export const SIGNALER = '/confidentialite/#signaler-une-fuite-ou-une-faille';

/** Liens du bas de page sur le site lui-même. */
export const LIENS_DU_PIED = [
  { titre: 'Plan du site', chemin: '/plan-du-site/' },
  { titre: 'Accessibilité : non conforme', chemin: '/accessibilite/' },
  { titre: 'Mentions légales', chemin: '/mentions-legales/' },
  { titre: 'Confidentialité', chemin: '/confidentialite/' },
  { titre: 'Signaler une fuite ou une faille', chemin: SIGNALER },
  { titre: 'Données ouvertes', chemin: '/donnees/' },
  { titre: 'Contact', chemin: '/contact/' },
] as const;
