import * as z from 'zod/mini';

/** Refuse une valeur en disant quoi écrire : ce qui suit ne la verra pas. */
export function refuser(contexte: z.core.ParsePayload, message: string): never {
  contexte.issues.push({ code: 'custom', message, input: contexte.value });
  return z.NEVER;
}
