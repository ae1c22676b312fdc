import type { Loader } from 'astro/loaders';
import { chargeurDeBase } from './base-parcours.ts';
import { chargeurDeDossier } from './dossier-parcours.ts';

/**
 * D'où vient le catalogue : la base si SUPABASE_URL est posée, sinon un dossier de fichiers
 * (CSF_PARCOURS, ou content/parcours).
 * @throws si SUPABASE_URL est posée sans SUPABASE_ANON_KEY
 */
export function chargeurDeParcours(env: Record<string, string | undefined>): Loader {
  const adresse = env.SUPABASE_URL;
  if (!adresse) return chargeurDeDossier(env.CSF_PARCOURS ?? './content/parcours');
  const cle = env.SUPABASE_ANON_KEY;
  if (!cle) throw new Error('SUPABASE_URL est posée : posez aussi SUPABASE_ANON_KEY.');
  return chargeurDeBase({ adresse, cle });
}
