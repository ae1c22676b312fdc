import { getCollection } from 'astro:content';
import { parRang } from '../../socle/rang.ts';
import { nommer, type ResultatsNommes, type Suite } from '../regles/resultats.ts';

/** Les suites possibles d'un parcours, dans l'ordre de la légende. */
export async function lesSuites(): Promise<Suite[]> {
  return (await getCollection('suites')).map(({ data }) => data).sort(parRang);
}

/** Les résultats publiés, de la première année scolaire à la dernière. */
export async function lesResultats(): Promise<ResultatsNommes[]> {
  const suites = await lesSuites();
  return (await getCollection('resultats'))
    .map(({ data }) => nommer(data, suites))
    .sort((a, b) => a.id.localeCompare(b.id, 'fr'));
}
