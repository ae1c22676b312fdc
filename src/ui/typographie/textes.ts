import { Fragment, type ElementType } from 'react';
import { typographier } from '../../socle/typographie.ts';

/** Ce que la page construite ne corrige pas non plus (voir `typographierHtml`). */
const TELS_QUELS = ['script', 'style', 'code', 'pre', 'textarea'];

const estUnTexte = (enfant: unknown) => typeof enfant === 'string' || typeof enfant === 'number';

/*
 * Deux textes qui se suivent n'en font qu'un : « {heures} h » reçoit son espace insécable. Chaque enfant garde son
 * rang, pour qu'un élément qui suit ne soit pas refait.
 */
function relies(enfants: readonly unknown[]): unknown[] {
  const suite = [...enfants];
  for (let rang = suite.length - 2; rang >= 0; rang -= 1) {
    if (!estUnTexte(suite[rang]) || !estUnTexte(suite[rang + 1])) continue;
    suite[rang] = `${String(suite[rang])}${String(suite[rang + 1])}`;
    suite[rang + 1] = null;
  }
  return suite;
}

const dit = (enfant: unknown) => (estUnTexte(enfant) ? typographier(String(enfant)) : enfant);

/** Les propriétés d'un élément, ses textes mis aux usages de l'imprimerie française ; un composant reçoit les siennes. */
export function typographies(type: ElementType, proprietes: object): object {
  const ecrit = typeof type === 'string' ? !TELS_QUELS.includes(type) : type === Fragment;
  if (!ecrit || !('children' in proprietes)) return proprietes;
  const { children } = proprietes;
  return {
    ...proprietes,
    children: Array.isArray(children) ? relies(children).map(dit) : dit(children),
  };
}
