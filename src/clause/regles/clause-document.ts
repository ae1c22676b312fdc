import { blocDeTexte, type Bloc, type DocumentAEcrire } from '../../documents/regles/bloc.ts';
import type { ModeleDeClause } from './modele.ts';
import type { PartieDeClause } from './clause.ts';
import { enFrancais } from '../../socle/dates.ts';
import { typographier } from '../../socle/typographie.ts';

/** Nombre de blancs restants. */
export function compterBlancs(parties: readonly PartieDeClause[]): number {
  return parties
    .flatMap(({ articles }) => articles.flatMap(({ paragraphes }) => paragraphes.flat()))
    .filter(({ genre }) => genre === 'blanc').length;
}

/** L'avertissement qui accompagne le texte partout où il va : page, copie, fichiers. */
export function avertissementDeClause({ avertissement, verifieLe }: ModeleDeClause): string {
  return typographier(
    `${avertissement} Références juridiques vérifiées le ${enFrancais(verifieLe)}.`,
  );
}

/** La clause entière en document à écrire (.docx, .odt). */
export function clauseEnDocument(
  modele: ModeleDeClause,
  parties: readonly PartieDeClause[],
): DocumentAEcrire {
  const avertissement = avertissementDeClause(modele);
  const blocs = parties.flatMap(({ titre, articles }): Bloc[] => [
    blocDeTexte(2, titre),
    ...articles.flatMap((article): Bloc[] => [
      blocDeTexte(3, article.titre),
      ...article.paragraphes.map((segments): Bloc => ({ niveau: 0, segments })),
    ]),
  ]);
  return {
    titre: modele.titre,
    description: avertissement,
    blocs: [blocDeTexte(1, modele.titre), blocDeTexte(0, avertissement), ...blocs],
  };
}
