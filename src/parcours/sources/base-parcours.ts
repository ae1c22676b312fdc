import { createClient } from '@supabase/supabase-js';
import type { Loader } from 'astro/loaders';
import { textesSuspects } from '../../anonymisation/regles/textes-suspects.ts';
import type { Parcours } from '../regles/parcours.ts';
import { verifierParcours } from './schema-parcours.ts';

/** Lignes demandées à la fois : le plafond habituel de l'API de Supabase. */
const LIGNES_PAR_PAGE = 1000;

/** Les colonnes publiques de la vue `catalogue`, et le champ que chacune devient. */
const CHAMPS = {
  id: 'id',
  intitule: 'intitule',
  domaine: 'domaine',
  taches: 'taches',
  heures: 'heures',
  commune: 'commune',
  conditions: 'conditions',
  horaires_amenages: 'horairesAmenages',
  gratification_prevue: 'gratificationPrevue',
  disponibilite: 'disponibilite',
  publie_le: 'publieLe',
  fin_le: 'finLe',
  fin_reconduction_le: 'finReconductionLe',
} as const satisfies Record<string, keyof Parcours>;

const COLONNES = Object.keys(CHAMPS).join(',');

export type AccesALaBase = { adresse: string; cle: string };

/** Le catalogue n'a pas pu être lu en entier : rien n'est publié. */
class CatalogueIllisible extends Error {
  override name = 'CatalogueIllisible';
  constructor(adresse: string, raison: string) {
    super(
      `Le catalogue de ${adresse} n’a pas pu être lu : ${raison}. Rien n’est publié. ` +
        `Vérifiez SUPABASE_URL et SUPABASE_ANON_KEY, ou retirez SUPABASE_URL pour lire content/parcours.`,
    );
  }
}

function enParcours(ligne: Record<string, unknown>): Parcours {
  const champs = Object.entries(ligne).map(([colonne, valeur]) => [
    Object.hasOwn(CHAMPS, colonne) ? CHAMPS[colonne as keyof typeof CHAMPS] : colonne,
    valeur,
  ]);
  const origine = `catalogue, parcours ${String(ligne.id)}`;
  const parcours = verifierParcours(origine, Object.fromEntries(champs));
  const [suspect] = textesSuspects(parcours);
  if (suspect) {
    // Le champ et la ligne suffisent à corriger ; le texte, lui, ne doit pas finir dans un journal.
    throw new Error(
      `${origine} : le champ « ${suspect.champ} », ligne ${suspect.ligne}, semble nommer une personne ou ` +
        `une entreprise (${suspect.motif}). Corrigez-le dans la base avant de publier.`,
    );
  }
  return parcours;
}

/**
 * Lit tout le catalogue de la base, par pages, dans l'ordre des identifiants.
 * @throws si la base ne répond pas, répond autre chose, n'a aucun parcours, ou change pendant la lecture
 */
export async function lireBase({ adresse, cle }: AccesALaBase): Promise<Parcours[]> {
  const base = createClient(adresse, cle, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const lus = new Map<string, Parcours>();
  let total = Number.POSITIVE_INFINITY;
  while (lus.size < total) {
    const { data, error, count } = await base
      .from('catalogue')
      .select(COLONNES, { count: 'exact' })
      .order('id')
      .range(lus.size, lus.size + LIGNES_PAR_PAGE - 1)
      .overrideTypes<Record<string, unknown>[], { merge: false }>();
    if (error) throw new CatalogueIllisible(adresse, error.message || `erreur ${error.code}`);
    if (!Array.isArray(data) || count === null)
      throw new CatalogueIllisible(adresse, 'la réponse n’est pas celle d’une base');
    if (count === 0) throw new CatalogueIllisible(adresse, 'il est vide');
    if (total !== Number.POSITIVE_INFINITY && count !== total)
      throw new CatalogueIllisible(adresse, 'il a changé pendant la lecture, recommencez');
    if (data.length === 0)
      throw new CatalogueIllisible(adresse, `${lus.size} parcours reçus sur ${count}`);
    total = count;
    for (const ligne of data) {
      const parcours = enParcours(ligne);
      if (lus.has(parcours.id))
        throw new CatalogueIllisible(adresse, 'il a changé pendant la lecture, recommencez');
      lus.set(parcours.id, parcours);
    }
  }
  return [...lus.values()];
}

/** Chargeur de la collection `parcours` : la vue `catalogue` de la base. */
export function chargeurDeBase(acces: AccesALaBase): Loader {
  return {
    name: 'base-parcours',
    async load(contexte) {
      const parcours = await lireBase(acces);
      contexte.store.clear();
      for (const un of parcours) {
        const data = await contexte.parseData({ id: un.id, data: un });
        contexte.store.set({ id: un.id, data });
      }
    },
  };
}
