import {
  DUREE_FERME_MINIMALE_MOIS,
  libelleDuree,
  partages,
  volumeIndicatif,
  VOLUMES,
  type Partage,
} from './calibrage.ts';
import {
  conseilBonsDeCommande,
  conseilDuree,
  conseilGratification,
  conseilLots,
  conseilPartage,
  conseilSeuil,
  type Conseil,
} from './conseils.ts';
import type { Marche } from './marche.ts';
import { enEuros } from '../../socle/montant.ts';

export type Choix = {
  heures: number;
  /** « 9 semaines (300 h) » */
  libelle: string;
  permis: boolean;
  /** Pourquoi ce volume est proposé, permis ou refusé, en une phrase. */
  raison: string;
};

export type Calibrage = {
  /** Le résultat en une phrase. */
  resume: string;
  /** Volume retenu par lot, en heures ; null si le marché ne peut pas porter la clause. */
  heures: number | null;
  /** Les quatre volumes, du plus court au plus long ; vide si le marché ne peut pas porter la clause. */
  choix: Choix[];
  conseils: Conseil[];
};

function choixPour(montant: number): Choix[] {
  const indicatif = volumeIndicatif(montant);
  return VOLUMES.map(({ heures, montantMin, objet }) => {
    const libelle = libelleDuree(heures);
    if (heures > indicatif.heures)
      return {
        heures,
        libelle,
        permis: false,
        raison: `Refusé : plus long que le volume indicatif. Il faut un montant ferme d’au moins ${enEuros(montantMin)}.`,
      };
    const raison =
      heures === indicatif.heures
        ? `Volume indicatif : ${objet}.`
        : `Permis, plus court : ${objet}.`;
    return { heures, libelle, permis: true, raison };
  });
}

/** La part de chaque jeune, si le volume se répartit ainsi ; undefined sinon. */
export function partPour(heures: number, jeunes: number): Partage | undefined {
  return [{ jeunes: 1, heures }, ...partages(heures)].find((part) => part.jeunes === jeunes);
}

function resumer({ montant, heures }: Marche, indicatif: number): string {
  const prix = enEuros(montant);
  if (heures === null || heures === indicatif)
    return `Pour ${prix}, le volume indicatif est de ${libelleDuree(indicatif)}.`;
  if (heures < indicatif)
    return `Pour ${prix}, vous retenez ${libelleDuree(heures)} : c’est plus court que le volume indicatif, et c’est permis.`;
  return `Pour ${prix}, ${libelleDuree(heures)} n’est pas permis : le volume indicatif est de ${libelleDuree(indicatif)}. Vous pouvez prendre plus court, pas plus long.`;
}

/**
 * Ce que le calibrage dit d'un marché. Les phrases sont celles que la personne lit.
 * Le volume retenu est celui qu'elle choisit s'il est permis, sinon le volume indicatif.
 */
export function calibrer(marche: Marche): Calibrage {
  const { dureeMois } = marche;
  if (dureeMois !== null && dureeMois < DUREE_FERME_MINIMALE_MOIS)
    return {
      resume: `Ce marché est trop court pour une clause sociale de formation : il dure ${dureeMois} mois fermes, il en faut au moins ${DUREE_FERME_MINIMALE_MOIS}.`,
      heures: null,
      choix: [],
      conseils: [conseilDuree(dureeMois), conseilSeuil(marche, false)],
    };
  const indicatif = volumeIndicatif(marche.montant).heures;
  const heures = Math.min(marche.heures ?? indicatif, indicatif);
  const part = partPour(heures, marche.jeunes);
  const conseils = [
    dureeMois === null ? conseilDuree(null) : null,
    conseilLots(marche, heures),
    conseilPartage(heures, marche.jeunes, part),
    conseilGratification({ jeunes: marche.jeunes, heures: heures / marche.jeunes }, marche.lots),
    marche.bonsDeCommande ? conseilBonsDeCommande(marche) : null,
    conseilSeuil(marche, true),
  ];
  return {
    resume: resumer(marche, indicatif),
    heures,
    choix: choixPour(marche.montant),
    conseils: conseils.filter((conseil) => conseil !== null),
  };
}

/**
 * Adresse du modèle de clause, avec ce que l'on sait déjà : volume par lot, nombre de lots, montant, bons de commande
 * et leur seuil. Le montant dit à la clause que l'adresse décrit tout le marché (voir `depuisAdresse`).
 */
export function lienVersLaClause(marche: Marche, heures: number): string {
  const { lots, montant, bonsDeCommande, seuilDeCommandes } = marche;
  const bons = bonsDeCommande ? '&bons=oui' : '';
  const seuil = bonsDeCommande && seuilDeCommandes !== null ? `&seuil=${seuilDeCommandes}` : '';
  return `/acheteur/clause/?heures=${heures}&lots=${lots}&montant=${montant}${bons}${seuil}`;
}
