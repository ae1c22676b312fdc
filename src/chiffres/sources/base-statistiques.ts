import { createClient } from '@supabase/supabase-js';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { statistiqueSchema, type Statistique } from '../regles/statistiques.ts';
import type { AccesALaBase } from '../../parcours/sources/base-parcours.ts';

const LIGNES_PAR_PAGE = 1000;

const COLONNES = Object.keys(statistiqueSchema.shape).join(',');

/** Les statistiques n'ont pas pu être lues, ou disent ce qui ne doit pas se publier : rien n'est publié. */
class StatistiquesIllisibles extends Error {
  override name = 'StatistiquesIllisibles';
  constructor(adresse: string, raison: string) {
    super(
      `Les statistiques de ${adresse} n’ont pas pu être lues : ${raison}. Rien n’est publié. ` +
        `Vérifiez SUPABASE_URL, SUPABASE_ANON_KEY et les migrations de la base, ou retirez SUPABASE_URL.`,
    );
  }
}

function verifier(adresse: string, ligne: unknown, rang: number): Statistique {
  const lue = statistiqueSchema.safeParse(ligne);
  if (lue.success) return lue.data;
  throw new StatistiquesIllisibles(adresse, `ligne ${rang + 1}, ${z.prettifyError(lue.error)}`);
}

/**
 * Lit toute la vue `statistiques`, par pages. Une base neuve n'en a aucune : ce n'est pas une erreur.
 * @throws si la base ne répond pas, répond autre chose, ou montre un groupe trop petit
 */
export async function lireStatistiques({ adresse, cle }: AccesALaBase): Promise<Statistique[]> {
  const base = createClient(adresse, cle, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const lues: Statistique[] = [];
  for (;;) {
    const { data, error } = await base
      .from('statistiques')
      .select(COLONNES)
      .order('groupe')
      .order('cle')
      .order('mesure')
      .range(lues.length, lues.length + LIGNES_PAR_PAGE - 1)
      .overrideTypes<unknown[], { merge: false }>();
    if (error) throw new StatistiquesIllisibles(adresse, error.message || `erreur ${error.code}`);
    if (!Array.isArray(data))
      throw new StatistiquesIllisibles(adresse, 'la réponse n’est pas celle d’une base');
    // Une page peut être plus courte que demandé (plafond de l'hébergeur) : seule une page vide est la fin.
    if (data.length === 0) return lues;
    const avant = lues.length;
    lues.push(...data.map((ligne, rang) => verifier(adresse, ligne, avant + rang)));
  }
}

/**
 * Chargeur de la collection `statistiques` : une seule entrée, qui porte toutes les lignes ; sans SUPABASE_URL, aucune.
 * @throws si SUPABASE_URL est posée sans SUPABASE_ANON_KEY
 */
export function chargeurDeStatistiques(env: Record<string, string | undefined>): Loader {
  const { SUPABASE_URL: adresse, SUPABASE_ANON_KEY: cle } = env;
  if (adresse && !cle) throw new Error('SUPABASE_URL est posée : posez aussi SUPABASE_ANON_KEY.');
  return {
    name: 'base-statistiques',
    async load(contexte) {
      const lignes = adresse && cle ? await lireStatistiques({ adresse, cle }) : [];
      const data = await contexte.parseData({ id: 'toutes', data: { lignes } });
      contexte.store.clear();
      contexte.store.set({ id: 'toutes', data });
    },
  };
}
