export const NOM_DU_SITE = 'Clause sociale de formation';

/** Rubriques principales, dans l'ordre de l'en-tête. */
export const RUBRIQUES = [
  { titre: 'Parcours', chemin: '/parcours/' },
  { titre: 'Domaines', chemin: '/domaines/' },
  { titre: 'Entreprise', chemin: '/entreprise/' },
  { titre: 'Acheteur', chemin: '/acheteur/' },
  { titre: 'Recherche', chemin: '/recherche/' },
] as const;

/** Liens du bas de page. */
export const LIENS_DU_PIED = [
  { titre: 'Plan du site', chemin: '/plan-du-site/' },
  { titre: 'Accessibilité : non conforme', chemin: '/accessibilite/' },
  { titre: 'Mentions légales', chemin: '/mentions-legales/' },
  { titre: 'Confidentialité', chemin: '/confidentialite/' },
  { titre: 'Données ouvertes', chemin: '/donnees/' },
  { titre: 'Contact', chemin: '/contact/' },
] as const;
