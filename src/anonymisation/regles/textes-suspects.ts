import { enClair } from '../../socle/en-clair.ts';
import { publiableDe, type Retrait } from './publiable.ts';
import type { MotifDeSoupcon } from './soupcons.ts';
import type { Parcours } from '../../parcours/regles/parcours.ts';

/** Un texte à ne pas publier : son champ, sa ligne (à partir de 1), son motif. Jamais le texte. */
export type TexteSuspect = {
  champ: 'intitule' | 'taches' | 'conditions';
  ligne: number;
  motif: Retrait['motif'] | MotifDeSoupcon;
};

/**
 * Cherche, dans les textes d'un parcours prêt à publier, les coordonnées et les soupçons que l'import y
 * chercherait : un fichier écrit ou corrigé à la main n'est passé par aucun import.
 */
export function textesSuspects(
  parcours: Pick<Parcours, 'intitule' | 'taches' | 'conditions'>,
): TexteSuspect[] {
  const chercher = (champ: TexteSuspect['champ'], textes: readonly string[]) =>
    textes.flatMap((texte, rang) => {
      const { retraits, soupcons } = publiableDe(enClair(texte));
      const motifs = [...retraits.map(({ motif }) => motif), ...soupcons];
      return motifs.map((motif) => ({ champ, ligne: rang + 1, motif }));
    });
  return [
    ...chercher('intitule', [parcours.intitule]),
    ...chercher('taches', parcours.taches),
    ...chercher('conditions', parcours.conditions),
  ];
}
