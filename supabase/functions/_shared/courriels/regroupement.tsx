import { createElement, Fragment, type ReactElement } from 'react';
import { EnParties, Gabarit, Paragraphe } from './gabarit.tsx';

/** Plusieurs courriels en un : une même personne en a causé trop le même jour. Chacun y est entier, avec ses liens. */
export function Regroupement({ parties, equipe }: { parties: ReactElement[]; equipe: string }) {
  return (
    <Gabarit
      titre="Ce qui s’est passé depuis hier"
      apercu="Plusieurs courriels en un seul."
      equipe={equipe}
    >
      <Paragraphe>
        La même personne a fait plusieurs gestes dans la journée. Pour ne pas remplir votre boîte,
        nous vous les disons en une fois, du plus ancien au plus récent. La page de chaque dossier
        montre où il en est.
      </Paragraphe>
      <EnParties>
        {parties.map((partie, rang) => createElement(Fragment, { key: rang }, partie))}
      </EnParties>
    </Gabarit>
  );
}
