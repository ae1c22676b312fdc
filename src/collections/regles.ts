import { getCollection } from 'astro:content';
import { avecDurees } from '../core/durees-dites.ts';
import { avecDelais } from '../core/kit.ts';
import { NOMBRES_DES_REGLES } from '../core/regle.ts';
import { lesDelaisDits } from './frise.ts';
import { lienCite } from './liens.ts';

/** Une règle, délais et durées compris, avec ses textes officiels ; inconnue, c'est une erreur de construction. */
export async function laRegle(id: string) {
  const entree = (await getCollection('regles')).find(({ data }) => data.id === id);
  if (!entree) throw new Error(`content/regles.yaml n'a pas de règle « ${id} ».`);
  const valeurs = { ...(await lesDelaisDits()), ...NOMBRES_DES_REGLES };
  return {
    ...entree.data,
    points: entree.data.points.map((point) => avecDelais(avecDurees(point), valeurs)),
    textes: await Promise.all(entree.data.textes.map(lienCite)),
  };
}

/** Une règle telle que les pages la reçoivent. */
export type RegleCitee = Awaited<ReturnType<typeof laRegle>>;
