import { extname } from 'node:path';
import { adresseDuService } from '../../site/regles/service.ts';

/** Lecteurs des vidéos publiques (content/videos.yaml) : un cadre n'est créé qu'après un clic. */
const LECTEURS_VIDEO = [
  'https://geo.dailymotion.com',
  'https://player.vimeo.com',
  'https://tube.ac-lyon.fr',
];

/** Le service (base et fonctions) : les pages l'appellent, et les formulaires y postent sans JavaScript. */
const SERVICE = new URL(adresseDuService(process.env)).origin;

/**
 * Politique de contenu : rien que le site lui-même, son service et les lecteurs vidéo. Ni style ni script dans la page.
 * « wasm-unsafe-eval » ne permet que de compiler le moteur de recherche Pagefind.
 */
const POLITIQUE_DE_CONTENU: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'media-src': "'self'",
  'frame-src': LECTEURS_VIDEO.join(' '),
  'connect-src': `'self' ${SERVICE}`,
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'form-action': `'self' mailto: ${SERVICE}`,
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
};

const PERMISSIONS = ['camera', 'microphone', 'payment', 'usb', 'browsing-topics'];

/** Le contenu de ces adresses est dans leur nom : il ne change jamais. */
const IMMUABLE = /^\/(_astro|catalogue\/[^/]+)\/./;

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp4': 'video/mp4',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * En-têtes de sécurité de toute réponse.
 * @param officiel le site est publié en https sur son adresse officielle (ajoute HSTS, deux ans)
 */
export function entetesDeSecurite(officiel: boolean): Record<string, string> {
  const politique = Object.entries(POLITIQUE_DE_CONTENU)
    .map(([directive, valeur]) => `${directive} ${valeur}`)
    .join('; ');
  return {
    'Content-Security-Policy': politique,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': [
      'geolocation=(self)',
      ...PERMISSIONS.map((permission) => `${permission}=()`),
    ].join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(officiel
      ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }
      : undefined),
  };
}

/** Durée de conservation d'une adresse : un an si son contenu est dans son nom, sinon à revalider. */
export function conservation(chemin: string): string {
  return IMMUABLE.test(chemin) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Vrai pour ce qu'un lecteur demande par morceaux : les vidéos, que Safari ne lit pas autrement, et les PDF. */
export function seLitParPlages(chemin: string): boolean {
  return ['.mp4', '.webm', '.pdf'].includes(extname(chemin));
}

/** Type d'un fichier servi ; les fichiers de Pagefind, qu'il décompresse lui-même, sont des octets. */
export function typeDe(chemin: string): string {
  if (/^\/flux\/.*\.xml$/.test(chemin)) return 'application/atom+xml; charset=utf-8';
  return TYPES[extname(chemin)] ?? 'application/octet-stream';
}
