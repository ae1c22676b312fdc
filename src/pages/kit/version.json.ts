import type { APIRoute } from 'astro';
import { lesMoments } from '../../kit/contenu/kit.ts';
import { versionCourante } from '../../kit/contenu/versions.ts';
import { versionOuverte } from '../../kit/regles/versions.ts';

export const GET: APIRoute = async ({ url }) =>
  Response.json(versionOuverte(await versionCourante(), await lesMoments(), url.origin));
