import type { StatusCode } from 'hono/utils/http-status';
import type { Base } from './base.ts';

/** Ce que l'API de Supabase (PostgREST) répond : un statut et un texte JSON. */
export type Reponse = { statut: StatusCode; json: string; entetes?: Record<string, string> };

export type Role = 'anon' | 'service_role';

/** Lignes rendues au plus en une fois : la limite par défaut de Supabase, que le site doit savoir franchir. */
const LIGNES_MAX = 1000;

function refus(statut: StatusCode, code: string, message: string): Reponse {
  return { statut, json: JSON.stringify({ code, details: null, hint: null, message }) };
}

/** L'erreur de Postgres, avec le statut que PostgREST lui donne. */
function erreurDePostgres(erreur: unknown, role: Role): Reponse {
  if (!(erreur instanceof Error) || !('code' in erreur) || typeof erreur.code !== 'string')
    throw erreur;
  const { code, message } = erreur;
  if (code === '42501') return refus(role === 'anon' ? 401 : 403, code, message);
  if (code === '42P01' || code === '42883') return refus(404, code, message);
  if (code === '23503' || code === '23505') return refus(409, code, message);
  return refus(/^(08|53|57|58|XX)/.test(code) ? 503 : 400, code, message);
}

type Fonction = { types: Map<string, string>; ensemble: boolean; rien: boolean };

async function chercherFonction(
  base: Base,
  nom: string,
  arguments_: readonly string[],
): Promise<Fonction | undefined> {
  const { rows } = await base.query<{
    noms: string[] | null;
    types: string[];
    ensemble: boolean;
    rien: boolean;
  }>(
    `select p.proargnames as noms, p.proretset as ensemble, p.prorettype = 'void'::regtype as rien,
       array(select format_type(t, null) from unnest(p.proargtypes) with ordinality as u(t, n)
         order by n) as types
     from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname = $1`,
    [nom],
  );
  const voulus = [...arguments_].sort().join();
  for (const { noms, types, ensemble, rien } of rows) {
    const siens = types.map((type, rang) => [noms?.[rang] ?? '', type] as const);
    const connus = siens.map(([argument]) => argument).sort();
    if (connus.join() === voulus) return { types: new Map(siens), ensemble, rien };
  }
  return undefined;
}

const guillemets = (nom: string) => `"${nom.replaceAll('"', '""')}"`;

/** Appelle une fonction SQL dans une transaction, avec le rôle de l'appelant. */
export async function appelerFonction(
  base: Base,
  role: Role,
  nom: string,
  corps: Record<string, unknown>,
): Promise<Reponse> {
  const fonction = await chercherFonction(base, nom, Object.keys(corps));
  if (!fonction)
    return refus(404, 'PGRST202', `Could not find the function public.${nom} in the schema cache`);
  const champs = [...fonction.types].map(([champ, type]) => `${guillemets(champ)} ${type}`);
  const source = champs.length > 0 ? `from json_to_record($1::json) as a(${champs.join()})` : '';
  const passes = [...fonction.types.keys()].map(
    (champ) => `${guillemets(champ)} := a.${guillemets(champ)}`,
  );
  const appel = `public.${guillemets(nom)}(${passes.join()})`;
  const lecture = fonction.ensemble
    ? `select coalesce(json_agg(t), '[]')::text as json ${source ? `${source}, lateral` : 'from'} ${appel} t`
    : `select ${fonction.rien ? `${appel}::text` : `to_json(${appel})::text`} as json ${source}`;
  try {
    const json = await base.transaction(async (transaction) => {
      await transaction.exec(`set local role ${role}`);
      const { rows } = await transaction.query<{ json: string | null }>(
        lecture,
        champs.length > 0 ? [JSON.stringify(corps)] : [],
      );
      return rows[0]?.json ?? 'null';
    });
    return fonction.rien ? { statut: 204, json: '' } : { statut: 200, json };
  } catch (erreur) {
    return erreurDePostgres(erreur, role);
  }
}

const COLONNE = /^[a-z_][a-z0-9_]*$/;

function lireOrdre(ordre: string): string | undefined {
  const termes = ordre.split(',').map((terme) => {
    const [colonne = '', sens = 'asc', ...reste] = terme.split('.');
    const lisible = COLONNE.test(colonne) && /^(asc|desc)$/.test(sens) && reste.length === 0;
    return lisible ? `${guillemets(colonne)} ${sens}` : undefined;
  });
  return termes.includes(undefined) ? undefined : termes.join();
}

function lireEntier(texte: string | null, defaut: number): number {
  return texte !== null && /^\d{1,9}$/.test(texte) ? Number(texte) : defaut;
}

/** Les lignes voulues, par paramètres ou par l'en-tête Range ; jamais plus de mille. */
function lirePage(parametres: URLSearchParams, range: string | null) {
  const plage = /^(\d+)-(\d+)$/.exec(range ?? '');
  const debut = lireEntier(parametres.get('offset'), Number(plage?.[1] ?? 0));
  const taille = plage ? Number(plage[2]) - Number(plage[1]) + 1 : LIGNES_MAX;
  const limite = lireEntier(parametres.get('limit'), taille);
  return { debut, limite: Math.max(0, Math.min(limite, LIGNES_MAX)) };
}

/** Une page lue : ses lignes en JSON, leur nombre, et celui de toute la vue (« * » s'il n'est pas demandé). */
type Page = { json: string; nombre: number; total: string };

/** Lit une vue, page par page : select, order, limit et offset (ou Range), et son compte si on le demande exact. */
export async function lireVue(
  base: Base,
  role: Role,
  vue: string,
  parametres: URLSearchParams,
  { range, prefere }: { range: string | null; prefere: string },
): Promise<Reponse> {
  const inconnu = [...parametres.keys()].find(
    (nom) => !['select', 'order', 'limit', 'offset'].includes(nom),
  );
  if (inconnu !== undefined)
    return refus(400, 'PGRST100', `La base embarquée ne comprend pas le filtre « ${inconnu} ».`);
  const select = parametres.get('select') ?? '*';
  const colonnes = select === '*' ? [] : select.split(',');
  const ordre = lireOrdre(parametres.get('order') ?? 'id');
  if (!COLONNE.test(vue) || !colonnes.every((colonne) => COLONNE.test(colonne)) || !ordre)
    return refus(400, 'PGRST100', 'select ou order illisible');
  const { debut, limite } = lirePage(parametres, range);
  const liste = select === '*' ? '*' : colonnes.map(guillemets).join();
  try {
    const compter = /\bcount=exact\b/.test(prefere);
    const { json, nombre, total } = await base.transaction(async (transaction) => {
      await transaction.exec(`set local role ${role}`);
      const { rows } = await transaction.query<Page>(
        `select coalesce(json_agg(t), '[]')::text as json, count(*)::integer as nombre,
           ${compter ? `(select count(*)::text from public.${guillemets(vue)})` : "'*'"} as total
         from (select ${liste} from public.${guillemets(vue)} order by ${ordre}
           limit ${limite} offset ${debut}) t`,
      );
      return rows[0] ?? { json: '[]', nombre: 0, total: '*' };
    });
    const plage = nombre === 0 ? '*' : `${debut}-${debut + nombre - 1}`;
    return { statut: 200, json, entetes: { 'Content-Range': `${plage}/${total}` } };
  } catch (erreur) {
    return erreurDePostgres(erreur, role);
  }
}
