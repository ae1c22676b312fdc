import { attendre, dansOuvre, type Transition } from '../../suivi/regles/attentes.ts';
import { ACTIFS, AVANT, type Courant, type EtatDeSuivi } from '../../suivi/regles/etats.ts';
import { roleDuLien } from '../../suivi/regles/mots.ts';

/* Ce que change une réponse reçue par courriel. */

/** Où l'on attend que l'entreprise réponde : ailleurs, son courriel n'arrête aucun délai. */
const ATTENDUE: readonly EtatDeSuivi[] = ['reponse-attendue', 'reporte', 'contact-a-nommer'];

/** À qui de dire si c'est une réponse : qui suit le jeune, ou l'équipe quand c'est elle qui l'a reçue. */
const aLire = (a: string) => (a === 'equipe' ? 'equipe' : 'tutrice');

export const REPONSE_PAR_COURRIEL: Transition<'reponse-par-courriel'> = {
  // Avant la mise en relation aussi : la tutrice y répond, et c'est un geste d'elle.
  de: [...AVANT, ...ACTIFS, 'bilan-a-faire'],
  vers: ({ etat, qui, avantLe, ancre, depuis, rapportee }, e, regles) => {
    const { role, a } = e.donnees;
    if (roleDuLien(role) !== 'entreprise' || !ATTENDUE.includes(etat)) return {};
    const avantReponse: Courant['avantReponse'] =
      // On la disait injoignable : si ce n'était pas une réponse, c'est encore à voir.
      etat === 'contact-a-nommer' && rapportee === null
        ? { etat: 'reponse-attendue', qui: 'entreprise', avantLe, ancre, depuis, rapportee }
        : { etat, qui, avantLe, ancre, depuis, rapportee };
    const attente = attendre(
      e,
      'reponse-recue',
      aLire(a),
      dansOuvre(e, regles.delais.choix, regles),
    );
    return { ...attente, avantReponse, reponseConfirmee: false };
  },
};

export const REPONSE_CONFIRMEE: Transition<'reponse-confirmee'> = {
  de: ['reponse-recue'],
  vers: ({ qui }, e, regles) => ({
    ...attendre(e, 'reponse-recue', qui, dansOuvre(e, regles.delais.nouveauxCreneaux, regles)),
    reponseConfirmee: true,
  }),
};

/** Le délai de l'entreprise reprend où il en était : un répondeur ne lui en donne pas un de plus. */
export const REPONSE_ECARTEE: Transition<'reponse-ecartee'> = {
  de: ['reponse-recue'],
  vers: ({ avantReponse }) => ({ ...avantReponse, avantReponse: null, reponseConfirmee: false }),
};

/** Vrai si un contact nommé maintenant doit répondre à son tour : le précédent a dit que ce n'était pas lui. */
export const repondAutrement = ({ etat }: Courant) => etat === 'reponse-recue';
