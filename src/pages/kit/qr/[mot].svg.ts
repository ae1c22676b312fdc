import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { escapeUTF8 } from 'entities/escape';
import encodeQR from 'qr';
import { lesAdressesCourtes } from '../../../kit/contenu/versions.ts';

export async function getStaticPaths() {
  return (await lesAdressesCourtes()).map(({ mot, titre, cheminCourt }) => ({
    params: { mot },
    props: { titre, cheminCourt },
  }));
}

/* Un quart du dessin peut manquer : une affiche se tache, une photocopie bave. */
const CORRECTION = 'quartile';

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, site }) => {
  const adresse = new URL(props.cheminCourt, site).href;
  const titre = escapeUTF8(`QR code : ${props.titre}, ${adresse}`);
  // La marge de quatre modules est celle de la norme (ISO/IEC 18004) : sans elle, un téléphone ne lit pas.
  const dessin = encodeQR(adresse, 'svg', { ecc: CORRECTION, border: 4 }).replace(
    /<svg ([^>]*)>/,
    `<svg $1 role="img" aria-labelledby="titre"><title id="titre">${titre}</title><path fill="#fff" d="M0 0h100v100H0z"/>`,
  );
  return new Response(dessin, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
