import {
  coutGratification,
  DECLARATION_AVANT_FIN_MOIS,
  DUREE_FERME_MINIMALE_MOIS,
  libelleDuree,
  partages,
  SEUIL_GRATIFICATION_HEURES,
  TAUX_GRATIFICATION,
  type Partage,
} from './calibrage.ts';
import { COURRIEL_EQUIPE } from '../../site/regles/courriel-equipe.ts';
import { enFrancais } from '../../socle/dates.ts';
import type { Marche } from './marche.ts';
import { ecrireMontant, enEuros } from '../../socle/montant.ts';
import {
  ANNEE_DES_SEUILS,
  atteintLeSeuil,
  DATE_CONSIDERATION_SOCIALE,
  seuilEuropeen,
} from './seuils-europeens.ts';

/** Ce qu'il faut savoir sur un point du marché ; `alerte` quand il faut changer quelque chose. */
export type Conseil = {
  titre: string;
  phrases: string[];
  alerte: boolean;
  suite?: { texte: string; adresse: string };
};

const TAUX = `${TAUX_GRATIFICATION.eurosParHeure.toFixed(2).replace('.', ',')}\u00A0€`;

/** La durée ferme : trop courte (en mois), ou pas encore dite (null). */
export function conseilDuree(dureeMois: number | null): Conseil {
  if (dureeMois === null)
    return {
      titre: 'Durée à vérifier',
      phrases: [
        `Le marché doit durer au moins un an ferme (${DUREE_FERME_MINIMALE_MOIS} mois). Les reconductions ne comptent pas.`,
      ],
      alerte: true,
    };
  return {
    titre: 'Un an ferme au moins',
    phrases: ['Les reconductions ne comptent pas.'],
    alerte: false,
    suite: { texte: 'Comparer avec la clause sociale d’insertion', adresse: '/acheteur/choisir/' },
  };
}

export function conseilLots({ lots }: Marche, heures: number): Conseil | null {
  if (lots === 1) return null;
  return {
    titre: `Pour ${lots} lots`,
    phrases: [
      `Chaque lot porte son volume : ${libelleDuree(heures)}. Au total : ${lots} × ${heures} h, soit ${ecrireMontant(lots * heures)} h.`,
      'Chaque titulaire accueille de son côté. Si vos lots n’ont pas le même montant, faites le calcul pour chacun.',
    ],
    alerte: false,
  };
}

function enMots({ jeunes, heures }: Partage): string {
  return `${jeunes} jeunes, ${libelleDuree(heures)} chacun`;
}

/** Le partage du volume entre plusieurs jeunes ; `part` est undefined quand le nombre voulu n'est pas un partage proposé. */
export function conseilPartage(heures: number, jeunes: number, part?: Partage): Conseil {
  const possibles = partages(heures).map(enMots);
  const unParUn =
    'Ils viennent l’un après l’autre, jamais en même temps au même endroit avec le même tuteur entreprise.';
  const autres = possibles.length
    ? `Ce volume peut aller à un seul jeune, ou se répartir : ${possibles.join(' ; ')}.`
    : 'C’est le plus petit volume : il va à un seul jeune.';
  if (!part)
    return {
      titre: `Pour ${jeunes} jeunes, un partage à convenir`,
      phrases: [
        possibles.length
          ? `Parts égales proposées : ${possibles.join(' ; ')}.`
          : 'Ce volume est le plus petit des quatre : aucun partage n’est proposé ici.',
        `Un autre partage se règle avec l’équipe : ${COURRIEL_EQUIPE}.`,
        unParUn,
      ],
      alerte: false,
    };
  if (jeunes === 1)
    return {
      titre: 'Un jeune, ou plusieurs',
      phrases: possibles.length ? [autres, unParUn] : [autres],
      alerte: false,
    };
  return { titre: `Pour ${enMots(part)}`, phrases: [unParUn], alerte: false };
}

/** La gratification d'un partage : de droit au-delà du seuil légal, sinon si la clause la prévoit. */
export function conseilGratification({ jeunes, heures }: Partage, lots: number): Conseil {
  const seuil = `${SEUIL_GRATIFICATION_HEURES} h`;
  if (heures <= SEUIL_GRATIFICATION_HEURES)
    return {
      titre: 'Gratification : pas obligatoire',
      phrases: [
        `Chaque jeune est présent ${libelleDuree(heures)}. La gratification est obligatoire au-delà de ${seuil}.`,
        'Elle est due seulement si votre clause la prévoit.',
      ],
      alerte: false,
    };
  const cout = coutGratification(heures);
  const total = jeunes * lots;
  const ensemble = total > 1 ? ` Pour ${total} accueils : ${enEuros(cout * total)}.` : '';
  return {
    titre: 'Gratification : obligatoire',
    phrases: [
      `Chaque jeune est présent ${libelleDuree(heures)}, au-delà de ${seuil} : la gratification est de droit.`,
      `À prévoir par l’entreprise, pour un jeune : ${heures} h × ${TAUX} = ${enEuros(cout)}.${ensemble}`,
      `Ce taux horaire est celui de ${TAUX_GRATIFICATION.annee}.`,
    ],
    alerte: false,
  };
}

export function conseilBonsDeCommande({ seuilDeCommandes, dureeMois }: Marche): Conseil {
  const seuil =
    seuilDeCommandes === null
      ? 'Fixez un seuil de commandes dans la clause : elle ne joue qu’au-delà.'
      : `La clause est différée : elle joue au-delà de ${enEuros(seuilDeCommandes)} hors taxes de commandes.`;
  const limite =
    dureeMois === null
      ? ''
      : ` Pour ${dureeMois} mois, c’est à la fin du ${dureeMois - DECLARATION_AVANT_FIN_MOIS}e mois au plus tard.`;
  return {
    titre: 'Marché à bons de commande',
    phrases: [
      seuil,
      `Déclarez le parcours au moins ${DECLARATION_AVANT_FIN_MOIS} mois avant la fin du marché.${limite}`,
    ],
    alerte: false,
  };
}

const ESTIMATION = 'Voyez avec votre service comment estimer la valeur de votre marché.';

/**
 * Ce que le seuil européen demande, sur le montant connu : celui des lots, sans les reconductions.
 * @param convient faux quand le marché ne peut pas porter la clause sociale de formation
 */
export function conseilSeuil(
  { montant, lots, acheteur, nature }: Marche,
  convient: boolean,
): Conseil {
  const { euros, vise } = seuilEuropeen(acheteur, nature);
  const valeur = montant * lots;
  const calcul =
    lots > 1
      ? `Vos ${lots} lots de ${enEuros(montant)} font ${enEuros(valeur)}.`
      : `Votre montant : ${enEuros(montant)}.`;
  const seuil = `Le seuil européen ${ANNEE_DES_SEUILS} est de ${enEuros(euros)} hors taxes (${vise}). ${calcul}`;
  const suite = { texte: 'Lire les textes officiels', adresse: '#droit' };
  if (atteintLeSeuil(valeur, acheteur, nature))
    return {
      titre: 'Seuil européen : atteint',
      phrases: [
        seuil,
        `Depuis le ${enFrancais(DATE_CONSIDERATION_SOCIALE)}, l’article L2112-2-1 du code de la commande publique rend ici une considération sociale obligatoire.`,
        convient
          ? 'La clause sociale de formation est une façon simple d’y répondre.'
          : 'Ce marché est trop court pour la clause sociale de formation : cherchez une autre condition sociale.',
        'Relisez l’article avec votre service juridique.',
        ESTIMATION,
      ],
      alerte: false,
      suite,
    };
  const possible =
    'Au-dessous, la clause reste possible : c’est une condition d’exécution, prévue à l’article L2112-2.';
  return {
    titre: 'Seuil européen : pas atteint sur ce montant',
    phrases: [seuil, ESTIMATION, ...(convient ? [possible] : [])],
    alerte: false,
    suite,
  };
}
