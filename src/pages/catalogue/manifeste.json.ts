import type { APIRoute } from 'astro';
import { lesLots } from '../../collections/lots.ts';

export const GET: APIRoute = async () => Response.json((await lesLots()).manifeste);
