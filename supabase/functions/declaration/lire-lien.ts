import { lireUnLien } from '../_shared/liens.ts';

/** L'entreprise lit ses contacts, l'équipe lit toute la déclaration : la base choisit ce que ce lien montre. */
export const lireLien = lireUnLien({
  'confirmer-contacts': (lu) => lu,
  'valider-declaration': (lu) => lu,
});
