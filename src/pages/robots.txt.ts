import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ site }) => {
  const regles = process.env.SITE_OFFICIEL === '1' ? 'Allow: /' : 'Disallow: /';
  const plan = new URL('/sitemap-index.xml', site).href;
  return new Response(`User-agent: *\n${regles}\nSitemap: ${plan}\n`);
};
