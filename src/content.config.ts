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

const domaines = defineCollection({
  loader: glob({ pattern: '*.yaml', base: './content/domaines' }),
  schema: domaineSchema.extend({ voisins: z.array(reference('domaines')) }),
});

const parcours = defineCollection({
  loader: chargeurDeParcours(process.env),
  schema: parcoursSchema,
});

const statistiques = defineCollection({
  loader: chargeurDeStatistiques(process.env),
  schema: z.strictObject({ lignes: z.array(statistiqueSchema) }),
});

const frise = defineCollection({
  loader: glob({ pattern: 'frise.yaml', base: './content' }),
  schema: friseSchema,
});

const ficheEntreprise = defineCollection({
  loader: glob({ pattern: 'fiche-entreprise.yaml', base: './content' }),
  schema: ficheEntrepriseSchema,
});

const film = defineCollection({
  loader: glob({ pattern: 'film.yaml', base: './content' }),
  schema: filmSchema,
});

/** Un dossier de textes MDX, chacun avec son en-tête. */
const textes = (dossier: string) =>
  defineCollection({
    loader: glob({ pattern: '*.mdx', base: `./content/${dossier}` }),
    schema: pageSchema,
  });

/** Les éléments d'une liste YAML, chacun avec son rang : Astro les rendrait par ordre alphabétique. */
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

/** Un fichier YAML qui est un tout, nommé comme sa collection. */
const fiche = <S extends z.ZodType>(nom: string, schema: S) =>
  defineCollection({ loader: glob({ pattern: `${nom}.yaml`, base: './content' }), schema });

const kit = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/kit' }),
  schema: momentSchema,
});

const versionsKit = defineCollection({
  loader: glob({ pattern: 'versions-kit.yaml', base: './content' }),
  schema: versionsSchema,
});

const faq = defineCollection({
  loader: glob({ pattern: '*.yaml', base: './content/faq' }),
  schema: questionSchema,
});

const ambassadeurs = defineCollection({
  loader: glob({ pattern: '*.yaml', base: './content/ambassadeurs' }),
  schema: ambassadeurSchema,
});

export const collections = {
  ambassadeurs,
  domaines,
  parcours,
  statistiques,
  frise,
  ficheEntreprise,
  film,
  kit,
  versionsKit,
  faq,
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
