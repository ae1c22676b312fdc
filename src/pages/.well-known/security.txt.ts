import type { APIRoute } from 'astro';
import { JOUR } from '../../site/contenu/jour.ts';
import { SIGNALER } from '../../site/navigation.ts';
import { ecrireSecurityTxt } from '../../site/regles/security-txt.ts';

export const GET: APIRoute = ({ site, url }) =>
  new Response(ecrireSecurityTxt(site ?? url, JOUR, SIGNALER), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
