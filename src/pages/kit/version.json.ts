import type { APIRoute } from 'astro';
import { lesMoments } from '../../collections/kit.ts';
import { versionCourante } from '../../collections/versions.ts';
import { versionOuverte } from '../../core/version-kit.ts';

export const GET: APIRoute = async ({ url }) =>
  Response.json(versionOuverte(await versionCourante(), await lesMoments(), url.origin));
