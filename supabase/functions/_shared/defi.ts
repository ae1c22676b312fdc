import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { FACTEURS, PREUVE, type Facteur } from '../../../src/formulaire/regles/durete.ts';
import type { Traitement } from './deps.ts';
import { json } from './http.ts';
import { empreinteDe } from './jetons.ts';
import { facteurDuReseau } from './refus/reseau.ts';

/** Octets que la solution doit retrouver : assez pour qu'un seul nombre d'essais convienne. */
const PREFIXE_OCTETS = 8;

/** Un nombre d'essais entre les deux bornes, que le défi ne dit pas : il faut les faire un à un. */
function tirerLesEssais(facteur: Facteur): number {
  const [hasard = 0] = crypto.getRandomValues(new Uint32Array(1));
  const { essaisMin, essaisMax } = PREUVE;
  return facteur * (essaisMin + (hasard % (essaisMax - essaisMin + 1)));
}

/** Un défi neuf, signé avec ce qu'il coûte : le service n'en garde rien. */
export function creerDefi(secret: string, facteur: Facteur, maintenant: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: PREUVE.iterations,
    counter: tirerLesEssais(facteur),
    keyPrefixLength: PREFIXE_OCTETS,
    data: { facteur },
    deriveKey,
    expiresAt: Math.floor(maintenant.getTime() / 1000) + PREUVE.valableSecondes,
    hmacSignatureSecret: secret,
  });
}

/** La route commune à toutes les fonctions qui reçoivent un formulaire : un défi à résoudre avant d'envoyer. */
export const donnerUnDefi: Traitement = async (requete, deps) => {
  const facteur = await facteurDuReseau(requete, deps);
  return json(200, { ...(await creerDefi(deps.config.secretDefi, facteur, deps.maintenant())) });
};

/* La forme exacte de nos propres défis : un coût ou un algorithme changé par l'appelant est refusé avant tout calcul. */
const preuveSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string().max(200),
      salt: z.string().max(200),
      cost: z.literal(PREUVE.iterations),
      keyLength: z.literal(32),
      keyPrefix: z.string().length(2 * PREFIXE_OCTETS),
      expiresAt: z.number().int(),
      data: z.strictObject({ facteur: z.literal(FACTEURS) }),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({
    counter: z.number().int().nonnegative(),
    derivedKey: z.string().max(200),
    time: z.number().optional(),
  }),
});

/** Une preuve acceptée : son empreinte (elle ne servira qu'une fois) et sa date limite. */
export type Preuve = { preuve: string; expireLe: string };

/** Vérifie une preuve de travail ; rend undefined si elle est fausse, périmée ou illisible. */
export async function verifierPreuve(
  secret: string,
  preuve: unknown,
  maintenant: Date,
): Promise<Preuve | undefined> {
  if (typeof preuve !== 'string' || preuve.length > 4_000) return undefined;
  try {
    const { challenge, solution } = preuveSchema.parse(JSON.parse(atob(preuve)));
    const expireLe = challenge.parameters.expiresAt * 1000;
    if (expireLe <= maintenant.getTime()) return undefined;
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: secret,
    });
    if (!verified) return undefined;
    return {
      preuve: await empreinteDe(challenge.signature),
      expireLe: new Date(expireLe).toISOString(),
    };
  } catch {
    return undefined;
  }
}
