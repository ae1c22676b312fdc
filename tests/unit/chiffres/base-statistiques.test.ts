import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  chargeurDeStatistiques,
  lireStatistiques,
} from '../../../src/chiffres/sources/base-statistiques.ts';

let serveur: Server | undefined;
afterEach(() => {
  serveur?.close();
  serveur?.closeAllConnections();
});

const uneLigne = (plus: Record<string, unknown> = {}) => ({
  groupe: 'parcours',
  cle: 'bcdfghjk',
  mesure: 'reponse',
  effectif: 6,
  mediane: 8.5,
  repartition: { '0+': 6 },
  ...plus,
});

/** Une base de théâtre : elle rend ces lignes, mille au plus à la fois, et note ce qu'on lui demande. */
async function uneBase(lignes: unknown[], statut = 200) {
  const demandes: string[] = [];
  serveur = createServer((requete, reponse) => {
    demandes.push(requete.url ?? '');
    const { searchParams } = new URL(requete.url ?? '', 'http://base.example');
    const debut = Number(searchParams.get('offset') ?? 0);
    reponse.writeHead(statut, { 'Content-Type': 'application/json' });
    const refus = { code: '42501', message: 'permission denied', details: null, hint: null };
    reponse.end(
      JSON.stringify(
        statut === 200 ? lignes.slice(debut, debut + Number(searchParams.get('limit'))) : refus,
      ),
    );
  }).listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  const adresse = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`;
  return { adresse, cle: 'publique', demandes };
}

describe('les statistiques lues dans la base', () => {
  it('lit toutes les pages de la vue, dans un ordre qui ne change pas', async () => {
    const lignes = Array.from({ length: 1200 }, (_, rang) =>
      uneLigne({ groupe: 'mois', cle: String(rang) }),
    );
    const { demandes, ...acces } = await uneBase(lignes);
    const lues = await lireStatistiques(acces);
    expect(lues.map(({ cle }) => cle)).toEqual(lignes.map(({ cle }) => cle));
    expect(demandes[0]).toContain('/rest/v1/statistiques?');
    expect(demandes[0]).toContain('order=groupe.asc%2Ccle.asc%2Cmesure.asc');
  });

  it('une base neuve n’en a aucune', async () => {
    expect(await lireStatistiques(await uneBase([]))).toEqual([]);
  });

  it('refuse un groupe de moins de cinq : il ne devait pas sortir de la base', async () => {
    const acces = await uneBase([uneLigne(), uneLigne({ effectif: 4, repartition: null })]);
    await expect(lireStatistiques(acces)).rejects.toThrow(/ligne 2.*Groupe trop petit/s);
  });

  it('refuse une colonne de trop et une mesure inconnue', async () => {
    const colonne = await uneBase([uneLigne({ entreprise: 'Une SARL' })]);
    await expect(lireStatistiques(colonne)).rejects.toThrow('ligne 1');
    serveur?.close();
    const mesure = await uneBase([uneLigne({ mesure: 'humeur' })]);
    await expect(lireStatistiques(mesure)).rejects.toThrow('ligne 1');
  });

  it('refuse une erreur, en disant quoi vérifier', async () => {
    const lecture = lireStatistiques(await uneBase([], 401));
    await expect(lecture).rejects.toThrow(/permission denied.*Vérifiez SUPABASE_URL/s);
  });
});

describe('le chargeur', () => {
  it('demande aussi la clé de la base', () => {
    expect(() => chargeurDeStatistiques({ SUPABASE_URL: 'http://x.example' })).toThrow(
      'SUPABASE_ANON_KEY',
    );
  });
});
