import type { APIRoute } from 'astro';
import { lesLots } from '../../catalogue/contenu/lots.ts';

export const GET: APIRoute = async () => Response.json((await lesLots()).manifeste);
