import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Base } from '../../../supabase/embarque/base.ts';

/** Comme la base embarquée : un grand entier se lit en nombre. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const attendre = (ms: number) => new Promise((suite) => setTimeout(suite, ms));

/** Une base neuve d'un vrai serveur, sur autant de connexions qu'il y a de gestes à la fois (cent au plus). */
export class BaseReelle implements Base {
  readonly groupe: pg.Pool;
  private constructor(groupe: pg.Pool) {
    this.groupe = groupe;
  }

  static async ouvrir(): Promise<BaseReelle> {
    const adresse = inject('postgres');
    const nom = `essai_${randomUUID().slice(0, 8)}`;
    const client = new pg.Client(`${adresse}/postgres`);
    await client.connect();
    await client.query(`create database ${nom} template modele`);
    await client.end();
    return new BaseReelle(new pg.Pool({ connectionString: `${adresse}/${nom}`, max: 100 }));
  }

  query = async <T>(sql: string, parametres: unknown[] = []) => {
    const { rows } = await this.groupe.query<T & pg.QueryResultRow>(sql, parametres);
    return { rows: rows as T[] };
  };

  exec = (sql: string) => this.groupe.query(sql);

  transaction: Base['transaction'] = async (geste) => {
    const client = await this.groupe.connect();
    try {
      await client.query('begin');
      const rendu = await geste({
        query: async <T>(sql: string, parametres: unknown[] = []) => {
          const { rows } = await client.query<T & pg.QueryResultRow>(sql, parametres);
          return { rows: rows as T[] };
        },
        exec: (sql) => client.query(sql),
      });
      await client.query('commit');
      return rendu;
    } catch (erreur) {
      await client.query('rollback');
      throw erreur;
    } finally {
      client.release();
    }
  };

  close = () => this.groupe.end();

  /** Attend que tant de gestes soient arrêtés par un verrou. */
  async attendreBloques(nombre: number): Promise<void> {
    for (let fois = 0; fois < 500; fois += 1) {
      const { rows } = await this.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      if (rows.length >= nombre) return;
      await attendre(20);
    }
    throw new Error('Personne n’attend.');
  }

  /**
   * Fait se croiser deux gestes à coup sûr : tous deux butent sur une ligne tenue par un tiers, qui la lâche une fois
   * qu'ils attendent. Pris dans un ordre différent, leurs verrous se bloquent alors l'un l'autre.
   */
  async croiser<A, B>(
    ligneTenue: string,
    parametres: unknown[],
    [un, deux]: [() => Promise<A>, () => Promise<B>],
  ): Promise<[A, B]> {
    const tiers = await this.groupe.connect();
    try {
      await tiers.query('begin');
      await tiers.query(`${ligneTenue} for update`, parametres);
      const gestes: [Promise<A>, Promise<B>] = [un(), this.attendreBloques(1).then(deux)];
      await this.attendreBloques(2);
      await tiers.query('rollback');
      return await Promise.all(gestes);
    } finally {
      tiers.release();
    }
  }
}
