import { getCollection, render } from 'astro:content';
import { etape, NOMS_DES_ACTEURS } from '../../frise/regles/frise.ts';
import { avecDelais, minutesDeLecture, MOTS_DU_CADRE } from '../regles/kit.ts';
import { documentsCites } from '../../documents/contenu.ts';
import { laFrise, lesDelaisDits } from '../../frise/contenu.ts';
import { laRegle } from '../../guides/contenu.ts';
import { leContact } from './reperes.ts';

/** Le texte des règles qu'un corps MDX cite. */
async function reglesCitees(corps: string): Promise<string[]> {
  const ids = [...corps.matchAll(/<Regle regle="([a-z-]+)"/g)].map(([, id = '']) => id);
  return (await Promise.all(ids.map(laRegle))).flatMap(({ points }) => points);
}

/**
 * Les moments du kit entreprise, dans l'ordre, chacun avec son adresse, les documents de ses étapes,
 * et le temps de lecture en minutes de toute sa page.
 */
export async function lesMoments() {
  const entrees = await getCollection('kit');
  const delais = await lesDelaisDits();
  const frise = await laFrise();
  const dit = (texte: string) => avecDelais(texte, delais);
  const moments = entrees.map(async ({ id, data, body = '' }) => {
    const aFaire = data.aFaire.map(dit);
    const pendantCeTemps = data.pendantCeTemps.map(({ qui, quoi }) => ({ qui, quoi: dit(quoi) }));
    const temps = data.temps === null ? null : dit(data.temps);
    const cites = data.etapes.flatMap((citee) => etape(frise, citee).documents);
    const documents = await documentsCites([...new Set(cites)]);
    const contact = await leContact(data.contact);
    const manque = data.delai ?? data.enRetard;
    const lus = [
      data.essentiel,
      data.geste.texte,
      ...aFaire,
      ...pendantCeTemps.flatMap(({ qui, quoi }) => [NOMS_DES_ACTEURS[qui], quoi]),
      temps ?? '',
      manque === null ? '' : (etape(frise, manque).sansReponse ?? ''),
      body,
      ...(await reglesCitees(body)),
      ...documents.flatMap(({ titre, pourQui }) => [titre, pourQui]),
      contact.probleme,
      contact.quoi,
      contact.page?.texte ?? '',
    ];
    return {
      id,
      ...data,
      aFaire,
      pendantCeTemps,
      temps,
      documents,
      chemin: `/entreprise/${id}/`,
      cheminCourt: `/k/${data.adresseCourte}/`,
      minutes: minutesDeLecture(lus.join(' '), MOTS_DU_CADRE),
    };
  });
  return (await Promise.all(moments)).sort((a, b) => a.ordre - b.ordre);
}

/** Un moment du kit tel que les pages le reçoivent. */
export type Moment = Awaited<ReturnType<typeof lesMoments>>[number];

/** Le corps d'un moment, à afficher ; inconnu, c'est une erreur de construction. */
export async function corpsDuMoment(id: string) {
  const entree = (await getCollection('kit')).find((candidate) => candidate.id === id);
  if (!entree) throw new Error(`Le moment content/kit/${id}.mdx est introuvable.`);
  return render(entree);
}
