import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { domaineSchema } from './core/domaine.ts';
import { friseSchema } from './core/frise.ts';
import { parcoursSchema } from './core/parcours.ts';
import { pageSchema } from './core/page.ts';
import { chargeurDeDossier } from './sources/dossier-parcours.ts';

const domaines = defineCollection({
  loader: glob({ pattern: '*.yaml', base: './content/domaines' }),
  schema: domaineSchema.extend({ voisins: z.array(reference('domaines')) }),
});

const parcours = defineCollection({
  loader: chargeurDeDossier(process.env.CSF_PARCOURS ?? './content/parcours'),
  schema: parcoursSchema,
});

const frise = defineCollection({
  loader: glob({ pattern: 'frise.yaml', base: './content' }),
  schema: friseSchema,
});

const legal = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/legal' }),
  schema: pageSchema,
});

const pages = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/pages' }),
  schema: pageSchema,
});

export const collections = { domaines, parcours, frise, legal, pages };
