import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { adresseDuService } from '../site/regles/service.ts';
import type { Secrets } from '../../supabase/embarque/secrets.ts';
import { ErreurDeCommande } from './commande.ts';

/**
 * Les secrets du service de ce poste (CSF_DOSSIER).
 * @throws {ErreurDeCommande} s'il n'y en a pas
 */
export async function lireSecretsDuPoste(): Promise<Secrets> {
  const fichier = join(process.env.CSF_DOSSIER ?? '.csf', 'secrets.json');
  const texte = await readFile(fichier, 'utf8').catch(() => {
    throw new ErreurDeCommande('Aucun service sur ce poste : lancez d’abord npm start.');
  });
  return JSON.parse(texte) as Secrets;
}

type Acces = { cle: string };

/**
 * De quoi parler au service : celui de SUPABASE_URL, ou celui de ce poste (CSF_DOSSIER).
 * @throws {ErreurDeCommande} s'il manque une variable, ou s'il n'y a pas de service sur ce poste
 */
export async function lireAcces(): Promise<Acces> {
  const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY } = process.env;
  if (SUPABASE_URL) {
    if (!SUPABASE_SERVICE_ROLE_KEY)
      throw new ErreurDeCommande('Avec SUPABASE_URL, il faut SUPABASE_SERVICE_ROLE_KEY.');
    return { cle: SUPABASE_SERVICE_ROLE_KEY };
  }
  const { cleService } = await lireSecretsDuPoste();
  return { cle: cleService };
}

type Base = {
  public: {
    Tables: Record<string, never>;
    Views: Record<string, never>;
    Functions: Record<string, { Args: Record<string, unknown>; Returns: unknown }>;
  };
};

/**
 * Appelle une fonction de la base, avec les droits du service.
 * @throws {ErreurDeCommande} si la base refuse ou ne répond pas
 */
export async function appelerLaBase(
  { cle }: Acces,
  nom: string,
  parametres: Record<string, unknown>,
): Promise<unknown> {
  const client = createClient<Base>(adresseDuService(process.env), cle, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await client.rpc(nom, parametres);
  if (error)
    throw new ErreurDeCommande(
      `Le service n’a pas répondu comme attendu (${error.code || 'aucune réponse'}). Rien n’est sûr : vérifiez l’adresse et la clé, puis relancez.`,
    );
  return data;
}
