import type { EtatDit } from '../lien/etats.tsx';

/** Ce que la page d'un dossier dit en propre d'un lien qui n'ouvre rien. */
export const ETATS_DU_SUIVI: Readonly<Record<string, EtatDit>> = {
  'sans-jeton': {
    titre: 'Ouvrez votre lien personnel',
    texte:
      'Un dossier s’ouvre avec le lien reçu par courriel. Rouvrez le dernier courriel, ou demandez à recevoir vos liens de nouveau.',
    bouton: { libelle: 'Retrouver mes liens', vers: '/suivi/retrouver/' },
  },
  relais: {
    titre: 'C’est fait : le relais est passé',
    texte:
      'Votre collègue reçoit le lien de ce dossier. Le vôtre ne marche plus. Vous n’avez plus rien à faire ici. Merci.',
    bouton: null,
  },
};
