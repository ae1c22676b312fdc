/** Ce qu'un lien personnel permet, et la page qui l'ouvre. Un lien n'ouvre que ce pour quoi il a été envoyé. */
export const PAGE_DU_LIEN = {
  'confirmer-demande': '/interet/confirmer/',
  'accepter-proposition': '/interet/accepter/',
  'verifier-personne': '/interet/verifier/',
  suivre: '/suivi/',
  'confirmer-contacts': '/declaration/contacts/',
  'valider-declaration': '/declaration/valider/',
  dossiers: '/suivi/dossiers/',
  demandes: '/suivi/demandes/',
  equipe: '/equipe/',
  coordination: '/equipe/',
} as const;

/** Toutes les pages qu'un courriel ouvre : un lien de suivi mène aussi à celle où l'on retire sa demande. */
export const PAGES_DES_LIENS: ReadonlySet<string> = new Set([
  ...Object.values(PAGE_DU_LIEN),
  '/interet/retirer/',
]);

export type Portee = keyof typeof PAGE_DU_LIEN;

export const estPortee = (valeur: unknown): valeur is Portee =>
  typeof valeur === 'string' && Object.hasOwn(PAGE_DU_LIEN, valeur);
