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

/** La clé du service : celle de SUPABASE_URL, ou celle de ce poste (CSF_DOSSIER). */
async function lireCle(): Promise<string> {
  const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY } = process.env;
  if (!SUPABASE_URL) return (await lireSecretsDuPoste()).cleService;
  if (!SUPABASE_SERVICE_ROLE_KEY)
    throw new ErreurDeCommande('Avec SUPABASE_URL, il faut SUPABASE_SERVICE_ROLE_KEY.');
  return SUPABASE_SERVICE_ROLE_KEY;
}

type Base = {
  public: {
    Tables: Record<string, never>;
    Views: Record<string, never>;
    Functions: Record<string, { Args: Record<string, unknown>; Returns: unknown }>;
  };
};

/** La base, avec les droits du service : rien que ses fonctions. */
export const ouvrirLaBase = (adresse: string, cle: string) =>
  createClient<Base>(adresse, cle, { auth: { persistSession: false, autoRefreshToken: false } });

/**
 * Appelle une fonction de la base : celle de SUPABASE_URL, ou celle de ce poste.
 * @throws {ErreurDeCommande} s'il manque une variable, s'il n'y a pas de service sur ce poste, ou si la base refuse
 */
export async function appelerLaBase(
  nom: string,
  parametres: Record<string, unknown>,
): Promise<unknown> {
  const client = ouvrirLaBase(adresseDuService(process.env), await lireCle());
  const { data, error } = await client.rpc(nom, parametres);
  if (error)
    throw new ErreurDeCommande(
      `Le service n’a pas répondu comme attendu (${error.code || 'aucune réponse'}). Rien n’est sûr : vérifiez l’adresse et la clé, puis relancez.`,
    );
  return data;
}
