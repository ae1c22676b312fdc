import { getCollection, render } from 'astro:content';
import { avecDelais, minutesDeLecture } from '../core/kit.ts';
import { lesDocuments } from './documents.ts';
import { lesDelaisDits } from './frise.ts';
import { lesEngagements } from './reperes.ts';

/** Les moments du kit entreprise, dans l'ordre, chacun avec son adresse et son temps de lecture en minutes. */
export async function lesMoments() {
  const entrees = await getCollection('kit');
  const delais = await lesDelaisDits();
  const documents = await lesDocuments();
  const engagements = (await lesEngagements()).flatMap((acteur) => acteur.engagements);
  const dit = (texte: string) => avecDelais(texte, delais);
  return entrees
    .sort((a, b) => a.data.ordre - b.data.ordre)
    .map(({ id, data, body = '' }) => ({
      id,
      ...data,
      aFaire: data.aFaire.map(dit),
      pendantCeTemps: data.pendantCeTemps.map(({ qui, quoi }) => ({ qui, quoi: dit(quoi) })),
      temps: data.temps === null ? null : dit(data.temps),
      chemin: `/entreprise/${id}/`,
      cheminCourt: `/k/${data.adresseCourte}/`,
      minutes: minutesDeLecture(
        [
          body,
          data.essentiel,
          data.temps ?? '',
          ...data.aFaire,
          ...data.pendantCeTemps.map(({ quoi }) => quoi),
          ...(data.engagements ? engagements : []),
          ...documents
            .filter((document) => data.documents.includes(document.id))
            .flatMap(({ titre, quoi, pourQui, remplitPar }) => [titre, quoi, pourQui, remplitPar]),
        ].join(' '),
      ),
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
