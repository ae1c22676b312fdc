import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { load } from 'js-yaml';
import { z } from 'zod';
import { ambassadeurSchema } from './contact/regles/ambassadeur.ts';
import { modeleDeClauseSchema } from './clause/regles/modele.ts';
import { dceSchema } from './acheteur/regles/dce.ts';
import { documentSchema } from './documents/regles/document.ts';
import { domaineSchema } from './parcours/regles/domaine.ts';
import { questionSchema } from './questions/regles/faq.ts';
import { ficheEntrepriseSchema } from './kit/regles/fiche-entreprise.ts';
import { filmSchema } from './film/regles/film.ts';
import { friseSchema } from './frise/regles/frise.ts';
import { momentSchema } from './kit/regles/kit.ts';
import { lienSchema } from './site/regles/lien.ts';
import { parcoursSchema } from './parcours/regles/parcours.ts';
import { pageSchema } from './site/regles/page.ts';
import { passationSchema } from './acheteur/regles/passation.ts';
import { regleSchema } from './guides/regles/regle.ts';
import { contactSchema, engagementSchema, ideeRecueSchema } from './kit/regles/reperes.ts';
import { resultatsSchema, suiteSchema } from './chiffres/regles/resultats.ts';
import { statistiqueSchema } from './chiffres/regles/statistiques.ts';
import { surveillanceSchema } from './acheteur/regles/surveillance.ts';
import { versionsSchema } from './kit/regles/versions.ts';
import { videoSchema } from './film/regles/video.ts';
import { chargeurDeStatistiques } from './chiffres/sources/base-statistiques.ts';
import { chargeurDeParcours } from './parcours/sources/parcours.ts';

/** Un dossier de fichiers, un par entrée. */
const dossier = <S extends z.ZodType>(nom: string, fichiers: string, schema: S) =>
  defineCollection({ loader: glob({ pattern: fichiers, base: `./content/${nom}` }), schema });

/** Un dossier de textes MDX, chacun avec son en-tête. */
const textes = (nom: string) => dossier(nom, '*.mdx', pageSchema);

/** Un fichier YAML qui est un tout. */
const fiche = <S extends z.ZodType>(nom: string, schema: S) => dossier('', `${nom}.yaml`, schema);

/**
 * Les éléments d'une liste YAML, chacun avec son rang : Astro les rendrait par ordre alphabétique. Le reste de chacun passe
 * tel quel : le schéma de la liste le vérifie ensuite.
 */
function enListe(yaml: string) {
  const elements = z.array(z.looseObject({ id: z.string() })).parse(load(yaml));
  return elements.map((element, rang) => ({ ...element, rang }));
}

/** Un fichier YAML qui est une liste, chaque élément avec son identifiant. */
const liste = <S extends z.ZodRawShape>(nom: string, schema: z.ZodObject<S>) =>
  defineCollection({
    loader: file(`content/${nom}.yaml`, { parser: enListe }),
    schema: schema.extend({ rang: z.number() }),
  });

export const collections = {
  ambassadeurs: dossier('ambassadeurs', '*.yaml', ambassadeurSchema),
  domaines: dossier(
    'domaines',
    '*.yaml',
    domaineSchema.extend({ voisins: z.array(reference('domaines')) }),
  ),
  parcours: defineCollection({ loader: chargeurDeParcours(process.env), schema: parcoursSchema }),
  statistiques: defineCollection({
    loader: chargeurDeStatistiques(process.env),
    schema: z.strictObject({ lignes: z.array(statistiqueSchema) }),
  }),
  frise: fiche('frise', friseSchema),
  ficheEntreprise: fiche('fiche-entreprise', ficheEntrepriseSchema),
  film: fiche('film', filmSchema),
  kit: dossier('kit', '*.mdx', momentSchema),
  versionsKit: fiche('versions-kit', versionsSchema),
  faq: dossier('faq', '*.yaml', questionSchema),
  legal: textes('legal'),
  pages: textes('pages'),
  acheteur: textes('acheteur'),
  guides: textes('guides'),
  clause: fiche('clause', modeleDeClauseSchema),
  passation: fiche('passation', passationSchema),
  dce: fiche('dce', dceSchema),
  surveillance: liste('surveillance', surveillanceSchema),
  interet: textes('interet'),
  documents: liste('documents', documentSchema),
  contacts: liste('contacts', contactSchema),
  engagements: liste('engagements', engagementSchema),
  ideesRecues: liste('idees-recues', ideeRecueSchema),
  liens: liste('liens', lienSchema),
  videos: liste('videos', videoSchema),
  regles: liste('regles', regleSchema),
  resultats: liste('resultats', resultatsSchema),
  suites: liste('suites', suiteSchema),
};
