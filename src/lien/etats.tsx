import type { ReactNode } from 'react';

/** Ce que la page dit d'un lien qui n'ouvre rien, par statut. */
export type EtatDit = {
  titre: string;
  texte: ReactNode;
  /** Ce que le bouton propose ; `null` : rien n'est à demander. */
  bouton?: { libelle: string; vers: string } | null;
};

export const NOUVEAU_LIEN = { libelle: 'Recevoir un nouveau lien', vers: '/suivi/retrouver/' };

/** Ce que toutes les pages disent de même ; chacune complète ou remplace. */
export const ETATS_COMMUNS: Readonly<Record<string, EtatDit>> = {
  'sans-jeton': {
    titre: 'Ouvrez votre lien personnel',
    texte: 'Cette page s’ouvre avec le lien reçu par courriel. Rouvrez le dernier courriel.',
  },
  'lien-inconnu': {
    titre: 'Ce lien ne marche plus',
    texte:
      'Il est peut-être coupé en deux par votre messagerie, ou une autre personne a pris le relais. Ouvrez-le depuis le courriel, ou copiez-le en entier dans la barre d’adresse.',
  },
  'lien-expire': {
    titre: 'Ce lien a expiré',
    texte: 'Demandez à en recevoir un nouveau : il part à votre adresse professionnelle.',
  },
  'lien-ferme': {
    titre: 'C’est fermé sur cet appareil',
    texte: 'Votre lien n’y est plus. Pour revenir, rouvrez le courriel.',
  },
  limite: {
    titre: 'Beaucoup de demandes viennent d’être faites',
    texte: 'Réessayez dans une heure, avec le même lien.',
  },
};
