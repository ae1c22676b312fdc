import type { APIRoute } from 'astro';
import { z } from 'zod';
import { catalogueOuvertSchema } from '../../parcours/regles/parcours-ouvert.ts';

export const GET: APIRoute = () => Response.json(z.toJSONSchema(catalogueOuvertSchema));
