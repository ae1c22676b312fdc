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

/** Ce qu'il reste à remplir, en une phrase. */
export function phraseDesBlancs(parties: readonly PartieDeClause[]): string {
  const blancs = compterBlancs(parties);
  if (blancs === 0) return 'Il ne reste aucun blanc.';
  return blancs === 1 ? 'Il reste un blanc à remplir.' : `Il reste ${blancs} blancs à remplir.`;
}

const enLigne = (texte: string) => texte.replace(/[ \n\t]+/g, ' ').trim();

/** Une partie en texte simple, un titre ou un paragraphe par bloc : ce que l'on copie. */
export function partieEnTexte({ titre, articles }: PartieDeClause): string {
  const blocs = articles.flatMap((article) => [
    article.titre,
    ...article.paragraphes.map((segments) => segments.map(({ texte }) => texte).join('')),
  ]);
  return [titre, ...blocs].map(enLigne).join('\n\n');
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
