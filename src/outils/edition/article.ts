import { createHash } from 'node:crypto';
import { MARQUE_DU_SITE } from '../../kit/regles/versions.ts';
import { ErreurDeCommande } from '../commande.ts';

/** L'article du kit, tel qu'il est figé : le même quels que soient l'adresse du site et le jour. */
export type Article = {
  html: string;
  /** Empreinte du kit entier. */
  kit: string;
  /** Empreinte de chaque moment, par identifiant. */
  moments: Record<string, string>;
};

/**
 * Lit l'article du kit dans la page construite, et le rend indépendant de la construction : ni script,
 * ni fichier à l'adresse changeante, ni adresse du site.
 * @throws {ErreurDeCommande}
 */
export function lireArticle(page: string): Article {
  const debut = page.indexOf('<article data-kit');
  const fin = page.lastIndexOf('</article>');
  if (debut < 0 || fin < debut) throw new ErreurDeCommande('La page n’a pas d’article du kit.');
  const site = /<link rel="canonical" href="https?:\/\/([^/"]+)/.exec(page)?.[1];
  if (site === undefined) throw new ErreurDeCommande('La page ne dit pas son adresse canonique.');
  const html = page
    .slice(debut, fin + '</article>'.length)
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(site, MARQUE_DU_SITE);
  const passager = /\/_astro\/[^"')\s]*/.exec(html);
  if (passager)
    throw new ErreurDeCommande(`Le kit dépend de ${passager[0]}, dont l’adresse changera.`);
  return { html, ...empreintesDe(html) };
}

/** Empreintes d'un article figé. */
export function empreintesDe(article: string): Omit<Article, 'html'> {
  const parties = article.split(/(?=<section[^>]* data-partie=")/);
  const moments = parties.flatMap((partie) => {
    const id = /^<section[^>]* data-moment="([a-z-]+)"/.exec(partie)?.[1];
    return id === undefined ? [] : [[id, empreinteDe(partie)]];
  });
  return {
    kit: empreinteDe(article),
    moments: Object.fromEntries(moments) as Record<string, string>,
  };
}

/**
 * Empreinte de ce qu'une personne lit, et de là où mènent les liens : une classe ou une balise de mise en forme
 * peut changer sans que le kit ait changé.
 */
function empreinteDe(html: string): string {
  const lu = html
    .replace(/<[^<>]*>/g, (balise) => ` ${cible(balise)} `)
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
  return createHash('sha256').update(lu).digest('hex');
}

function cible(balise: string): string {
  return / href="([^"]*)"/.exec(balise)?.[1] ?? '';
}
