import { getCollection } from 'astro:content';
import { CHIFFRES } from '../site/regles/chiffres-cites.ts';
import { avecDelais } from '../kit/regles/kit.ts';
import { NOMBRES_DES_REGLES } from './regles/regle.ts';
import { lesDelaisDits } from '../frise/contenu.ts';
import { lienCite } from '../site/contenu/liens.ts';

/** Tout ce que la FAQ et les règles citent entre accolades : délais de la frise et nombres du métier. */
export async function lesValeurs(): Promise<Record<string, string>> {
  return { ...(await lesDelaisDits()), ...CHIFFRES, ...NOMBRES_DES_REGLES };
}

/** Une règle, délais et durées compris, avec ses textes officiels ; inconnue, c'est une erreur de construction. */
export async function laRegle(id: string) {
  const entree = (await getCollection('regles')).find(({ data }) => data.id === id);
  if (!entree) throw new Error(`content/regles.yaml n’a pas de règle « ${id} ».`);
  const valeurs = await lesValeurs();
  return {
    ...entree.data,
    points: entree.data.points.map((point) => avecDelais(point, valeurs)),
    textes: await Promise.all(entree.data.textes.map(lienCite)),
  };
}

/** Une règle telle que les pages la reçoivent. */
export type RegleCitee = Awaited<ReturnType<typeof laRegle>>;
