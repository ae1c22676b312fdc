import { createClient } from '@supabase/supabase-js';
import type { z } from 'zod';
import type { Config } from './config.ts';

/** La base n'a pas répondu, ou a refusé : la personne réessaie plus tard, rien n'est à moitié écrit. */
export class ErreurDeBase extends Error {
  override name = 'ErreurDeBase';
  /** Code de Postgres ou de l'API, vide quand la base n'a pas répondu. */
  readonly code: string;

  constructor(code: string) {
    super(`La base a refusé (code ${code || 'aucun'}).`);
    this.code = code;
  }
}

/** Une valeur déjà prise (clé ou référence tirée au hasard). */
export const DEJA_PRIS = '23505';

export type Base = {
  /** Appelle une fonction SQL, une étape entière ; la réponse est relue par le schéma. */
  appeler: <S extends z.ZodType>(
    fonction: string,
    parametres: Record<string, unknown>,
    schema: S,
  ) => Promise<z.infer<S>>;
};

export function creerBase({ supabaseUrl, cleService }: Config): Base {
  const client = createClient(supabaseUrl, cleService, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  return {
    appeler: async (fonction, parametres, schema) => {
      const reponse = await client.rpc(fonction, parametres);
      if (reponse.error) throw new ErreurDeBase(reponse.error.code);
      return schema.parse(reponse.data);
    },
  };
}
