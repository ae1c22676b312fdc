import { getCollection, render } from 'astro:content';
import { minutesDeLecture } from '../core/kit.ts';

/** Les moments du kit entreprise, dans l'ordre, chacun avec son adresse et son temps de lecture en minutes. */
export async function lesMoments() {
  const entrees = await getCollection('kit');
  return entrees
    .sort((a, b) => a.data.ordre - b.data.ordre)
    .map(({ id, data, body = '' }) => ({
      id,
      ...data,
      chemin: `/entreprise/${id}/`,
      cheminCourt: `/k/${data.adresseCourte}/`,
      minutes: minutesDeLecture(body + data.aFaire.join(' ')),
    }));
}

/** Un moment du kit tel que les pages le reçoivent. */
export type Moment = Awaited<ReturnType<typeof lesMoments>>[number];

/** Le corps d'un moment, à afficher ; inconnu, c'est une erreur de construction. */
export async function corpsDuMoment(id: string) {
  const entree = (await getCollection('kit')).find((candidate) => candidate.id === id);
  if (!entree) throw new Error(`Le moment content/kit/${id}.mdx est introuvable.`);
  return render(entree);
}
