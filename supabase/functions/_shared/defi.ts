import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { Traitement } from './deps.ts';
import { json } from './http.ts';
import { empreinteDe } from './jetons.ts';

/** Une seconde environ sur un téléphone modeste : rien pour une personne, beaucoup pour dix mille envois. */
const COUT = 2_000;
const PREFIXE = '00';
const VALABLE_SECONDES = 3_600;

/** Un défi neuf, signé : le service n'en garde rien. */
function creerDefi(secret: string, maintenant: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COUT,
    keyPrefix: PREFIXE,
    deriveKey,
    expiresAt: Math.floor(maintenant.getTime() / 1000) + VALABLE_SECONDES,
    hmacSignatureSecret: secret,
  });
}

/** La route commune à toutes les fonctions qui reçoivent un formulaire : un défi à résoudre avant d'envoyer. */
export const donnerUnDefi: Traitement = async (_requete, { config, maintenant }) =>
  json(200, { ...(await creerDefi(config.secretDefi, maintenant())) });

/* La forme exacte de nos propres défis : un coût ou un algorithme changé par l'appelant est refusé avant tout calcul. */
const preuveSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string().max(200),
      salt: z.string().max(200),
      cost: z.literal(COUT),
      keyLength: z.literal(32),
      keyPrefix: z.literal(PREFIXE),
      expiresAt: z.number().int(),
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
