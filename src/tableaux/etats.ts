import { NOUVEAU_LIEN, type EtatDit } from '../lien/etats.tsx';

const bouton = { ...NOUVEAU_LIEN, libelle: 'Recevoir mes liens par courriel' };

const INCONNU = {
  titre: 'Ce lien n’est pas connu',
  texte:
    'Il a peut-être été coupé. Copiez-le en entier depuis votre courriel, ou demandez-en un autre.',
  bouton,
};

/**
 * Ce qu'un tableau dit d'un lien qui ne l'ouvre pas.
 * @param aQui qui reçoit ce lien, pour la personne qui arrive sans
 */
export const etatsDuTableau = (aQui: string): Readonly<Record<string, EtatDit>> => ({
  'sans-jeton': { titre: 'Ouvrez le lien de votre courriel', texte: aQui, bouton },
  'lien-ferme': {
    titre: 'Ce tableau est fermé',
    texte: 'Votre lien est oublié dans cet onglet. Rouvrez le courriel pour revenir.',
    bouton,
  },
  'lien-inconnu': INCONNU,
  inconnu: INCONNU,
  'lien-expire': {
    titre: 'Ce lien a expiré',
    texte: 'Un lien vers un tableau ne vaut que douze heures. Demandez-en un autre.',
    bouton,
  },
});
