import { SIGNES_DU_CODE } from '../../../src/lien/regles/code.ts';
import { SIGNES } from '../../../src/socle/signes.ts';

/** Un lien prêt à poser dans la base : son identifiant, et l'empreinte de son jeton. */
export type LienPret = { id: string; empreinte: string };

const octetsDe = (texte: string) => new TextEncoder().encode(texte);

const enHexa = (octets: ArrayBuffer) =>
  Array.from(new Uint8Array(octets), (octet) => octet.toString(16).padStart(2, '0')).join('');

async function signer(secret: string, texte: string): Promise<ArrayBuffer> {
  const cle = await crypto.subtle.importKey(
    'raw',
    octetsDe(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return crypto.subtle.sign('HMAC', cle, octetsDe(texte));
}

/** Le jeton d'un lien, 256 bits : jamais gardé, recalculé au moment d'écrire le courriel. */
export async function jetonDe(secret: string, idDuLien: string): Promise<string> {
  const octets = new Uint8Array(await signer(secret, idDuLien));
  return btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Le code de secours d'un lien, pour qui ses liens n'arrivent pas entiers : huit signes, recalculés comme le jeton.
 * @param jour le jour du courriel qui le porte, à Paris (AAAA-MM-JJ)
 */
export async function codeDe(secret: string, idDuLien: string, jour: string): Promise<string> {
  // « code: » en tête : ce texte n'est celui d'aucun jeton.
  const octets = new Uint8Array(await signer(secret, `code:${idDuLien}:${jour}`));
  // Au-delà du dernier multiple, le reste favoriserait les premiers signes.
  return Array.from(octets.filter((octet) => octet < 256 - (256 % SIGNES.length)))
    .slice(0, SIGNES_DU_CODE)
    .map((octet) => SIGNES[octet % SIGNES.length] ?? '')
    .join('');
}

/** L'empreinte (sha256) d'un texte, en hexadécimal : la seule chose que la base garde d'un jeton. */
export async function empreinteDe(texte: string): Promise<string> {
  return enHexa(await crypto.subtle.digest('SHA-256', octetsDe(texte)));
}

/** Une empreinte que seul ce service sait calculer : compter une adresse sans pouvoir la retrouver. */
export async function pseudonyme(secret: string, texte: string): Promise<string> {
  return enHexa(await signer(secret, texte));
}

export function preparerLiens(secret: string, nombre: number): Promise<LienPret[]> {
  return Promise.all(
    Array.from({ length: nombre }, async () => {
      const id = crypto.randomUUID();
      return { id, empreinte: await empreinteDe(await jetonDe(secret, id)) };
    }),
  );
}

const JETON = /^[A-Za-z0-9_-]{43}$/;

/** L'empreinte d'un jeton reçu, ou undefined si ce n'en est pas un. */
export async function empreinteRecue(jeton: unknown): Promise<string | undefined> {
  return typeof jeton === 'string' && JETON.test(jeton) ? empreinteDe(jeton) : undefined;
}
