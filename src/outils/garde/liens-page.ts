import { Parser } from 'htmlparser2';

/** Ce qu'une page demande au reste du site, et ce que l'on peut y viser. */
export type LiensDUnePage = {
  /** Adresses telles qu'écrites dans la page, sans doublon. */
  liens: Set<string>;
  /** Ancres de la page (`id`, et `name` d'un lien). */
  ancres: Set<string>;
};

/** Attributs qui tiennent une adresse, et une seule, quel que soit l'élément. */
const ADRESSES = ['href', 'xlink:href', 'src', 'poster', 'action', 'formaction', 'data', 'cite'];

/** Attributs qui tiennent plusieurs adresses séparées par des virgules. */
const SUITES_D_ADRESSES = ['srcset', 'imagesrcset'];

const RENVOI = /^\s*\d+\s*[;,]\s*url\s*=\s*["']?([^"']+)/i;

/** Adresse que porte une balise `<meta>` : un renvoi, ou l'image d'un partage. */
function adresseDeMeta(attributs: Record<string, string>): string | undefined {
  const { content = '' } = attributs;
  if (attributs['http-equiv']?.toLowerCase() === 'refresh') return RENVOI.exec(content)?.[1];
  return attributs.property === 'og:image' || attributs.property === 'og:url' ? content : undefined;
}

/** Relève les liens et les ancres d'une page HTML, commentaires et textes exclus. */
export function lirePage(html: string): LiensDUnePage {
  const liens = new Set<string>();
  const ancres = new Set<string>();
  let modeles = 0;
  const parser = new Parser({
    onopentag(balise, attributs) {
      // Le contenu d'un `<template>` n'est pas dans la page : un script le complète avant de l'y mettre.
      if (balise === 'template') modeles += 1;
      if (modeles > 0) return;
      if (attributs.id) ancres.add(attributs.id);
      if (balise === 'a' && attributs.name) ancres.add(attributs.name);
      if (balise === 'meta') {
        const adresse = adresseDeMeta(attributs);
        if (adresse) liens.add(adresse.trim());
        return;
      }
      for (const nom of ADRESSES) {
        const adresse = attributs[nom];
        if (adresse !== undefined) liens.add(adresse.trim());
      }
      for (const nom of SUITES_D_ADRESSES) {
        for (const candidate of attributs[nom]?.split(/,\s+/) ?? [])
          liens.add(candidate.trim().split(/\s+/)[0] ?? '');
      }
    },
    onclosetag(balise) {
      if (balise === 'template') modeles -= 1;
    },
  });
  parser.end(html);
  return { liens, ancres };
}
