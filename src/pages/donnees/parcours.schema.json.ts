import type { APIRoute } from 'astro';
import { z } from 'zod';
import { catalogueOuvertSchema } from '../../core/parcours-ouvert.ts';

export const GET: APIRoute = () => Response.json(z.toJSONSchema(catalogueOuvertSchema));
