import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { lireMigrations, lireRoles } from '../../../supabase/embarque/base.ts';
import { demarrerPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

/** Un vrai PostgreSQL pour la durée des essais, et une base migrée qui sert de modèle à chacun. */
export default async function preparer(projet: TestProject) {
  const { adresse, arreter } = await demarrerPostgres();
  try {
    const client = new pg.Client(`${adresse}/postgres`);
    await client.connect();
    await client.query('create database modele');
    await client.end();
    const modele = new pg.Client(`${adresse}/modele`);
    await modele.connect();
    await modele.query(await lireRoles());
    for (const { sql } of await lireMigrations()) await modele.query(sql);
    await modele.end();
  } catch (erreur) {
    await arreter();
    throw erreur;
  }
  projet.provide('postgres', adresse);
  return arreter;
}
