import {
  enMois,
  gratification,
  libelleDuree,
  partages,
  SEUIL_GRATIFICATION_HEURES,
} from '../../calibrage/regles/calibrage.ts';
import type { Parcours } from './parcours.ts';

/** Où se déroule un parcours, tel que sa page le dit. */
export type LieuDeFait = {
  commune: string;
  departement: { code: string; nom: string };
  academie: { nom: string };
};

/** Une précision en petit : une phrase, et au besoin ce qu'elle introduit (une date, l'académie). */
export type Precision = { phrase: string; jour?: string; academie?: string };

/** Une ligne de la fiche : un terme, ce qui se lit en gras, la suite, une date, puis des précisions. */
export type Fait = {
  terme: string;
  fort?: string;
  texte?: string;
  jour?: string;
  precisions?: Precision[];
};

const SEUIL = `${SEUIL_GRATIFICATION_HEURES} heures de présence`;

const GRATIFICATIONS = {
  prevue: 'Oui, la clause la prévoit.',
  'de-droit': `Oui, de droit si un même jeune dépasse ${SEUIL}.`,
  'non-prevue': `Non prévue. Elle n’est de droit qu’au-delà de ${SEUIL}.`,
  'a-convenir': `À convenir. Elle est de droit au-delà de ${SEUIL}.`,
};

function duree(heures: number | null): Fait {
  const mois = heures === null ? undefined : enMois(heures);
  const parts = partages(heures).map((part) => `${part.jeunes} × ${part.heures} h`);
  return {
    terme: 'Durée',
    fort: libelleDuree(heures) + (mois ? `, environ ${mois} mois` : ''),
    precisions:
      parts.length > 0
        ? [
            {
              phrase: `Peut se répartir entre plusieurs jeunes, l’un après l’autre : ${parts.join(', ')}.`,
            },
          ]
        : [],
  };
}

function fin({ finLe, finReconductionLe }: Parcours): Fait {
  const terme = 'Fin du parcours';
  const precisions =
    finReconductionLe !== null && finReconductionLe !== finLe
      ? [{ phrase: 'Si le marché est reconduit :', jour: finReconductionLe }]
      : [];
  return finLe === null
    ? { terme, texte: 'Non précisée', precisions }
    : { terme, jour: finLe, precisions };
}

/** Les faits d'un parcours, dans l'ordre de sa page : la page publiée et l'aperçu d'une déclaration les lisent ici. */
export function faitsDuParcours(parcours: Parcours, lieu: LieuDeFait): Fait[] {
  const { departement } = lieu;
  return [
    duree(parcours.heures),
    {
      terme: 'Lieu',
      fort: lieu.commune,
      texte: `, ${departement.nom} (${departement.code})`,
      precisions: [
        { phrase: 'Académie :', academie: lieu.academie.nom },
        { phrase: 'L’adresse est donnée lors de la mise en relation.' },
      ],
    },
    {
      terme: 'Gratification',
      texte: GRATIFICATIONS[gratification(parcours.heures, parcours.gratificationPrevue)],
    },
    {
      terme: 'Horaires aménagés',
      texte: parcours.horairesAmenages ? 'Possibles' : 'Non précisé',
    },
    ...(parcours.publieLe === null ? [] : [{ terme: 'Publié le', jour: parcours.publieLe }]),
    fin(parcours),
    { terme: 'Référence', texte: parcours.id },
  ];
}
