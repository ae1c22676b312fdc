import { strFromU8, unzipSync } from 'fflate';

/** Relecture des documents produits, sans la bibliothèque qui les écrit. */

const ENTITES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function enClair(xml: string): string {
  return xml
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, nom: string) => ENTITES[nom] ?? '');
}

function fichier(octets: Uint8Array, nom: string): string {
  const contenu = unzipSync(octets)[nom];
  if (!contenu) throw new Error(`Le document n'a pas de ${nom}.`);
  return strFromU8(contenu);
}

/** Les paragraphes et les titres d'un .docx, dans l'ordre. */
export function paragraphesDocx(octets: Uint8Array): string[] {
  const corps = fichier(octets, 'word/document.xml');
  return [...corps.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, contenu = '']) => enClair(contenu));
}

/** Les paragraphes et les titres d'un .odt, dans l'ordre. */
export function paragraphesOdt(octets: Uint8Array): string[] {
  const corps = fichier(octets, 'content.xml');
  return [...corps.matchAll(/<text:(p|h)\b[^>]*>(.*?)<\/text:\1>/gs)].map(([, , contenu = '']) =>
    enClair(contenu),
  );
}
