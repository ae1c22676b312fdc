import { Fragment } from 'react';
import type { Marche } from './regles/marche.ts';
import { faitsDuMarche } from './regles/mots.ts';

/** De quel marché il s'agit, dans une liste de faits. */
export function FaitsDuMarche({ marche }: { marche: Marche }) {
  return faitsDuMarche(marche).map(([nom, valeur]) => (
    <Fragment key={nom}>
      <dt>{nom}</dt>
      <dd>{valeur}</dd>
    </Fragment>
  ));
}
