import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { chargeurDeParcours } from '../../../src/parcours/sources/parcours.ts';
import { lireBase } from '../../../src/parcours/sources/base-parcours.ts';
import { unParcours } from '../../fabriques.ts';

let serveur: Server | undefined;
afterEach(() => {
  serveur?.close();
  serveur?.closeAllConnections();
});

const LETTRES = 'bcdfghjkmnpqrstvwxz';

/** Un identifiant par rang, dans l'ordre. */
function identifiant(rang: number): string {
  const base = LETTRES.length;
  return Array.from(
    { length: 8 },
    (_, place) => LETTRES[Math.floor(rang / base ** (7 - place)) % base],
  ).join('');
}

function uneLigne(rang: number, plus: Record<string, unknown> = {}) {
  const { horairesAmenages, gratificationPrevue, publieLe, finLe, finReconductionLe, ...reste } =
    unParcours({ id: identifiant(rang) });
  return {
    ...reste,
    horaires_amenages: horairesAmenages,
    gratification_prevue: gratificationPrevue,
    publie_le: publieLe,
    fin_le: finLe,
    fin_reconduction_le: finReconductionLe,
    ...plus,
  };
}

type Traiter = (requete: IncomingMessage, reponse: ServerResponse, appel: number) => void;

/** Une base de théâtre, qui répond ce qu'on lui dit. */
async function uneBase(traiter: Traiter): Promise<{ adresse: string; cle: string }> {
  let appels = 0;
  serveur = createServer((requete, reponse) => {
    appels += 1;
    traiter(requete, reponse, appels);
  }).listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  return {
    adresse: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`,
    cle: 'publique',
  };
}

/** Répond une page comme PostgREST, d'après `offset` et `limit`. */
function page(
  requete: IncomingMessage,
  reponse: ServerResponse,
  lignes: unknown[],
  total?: number,
) {
  const { searchParams } = new URL(requete.url ?? '', 'http://base.example');
  const debut = Number(searchParams.get('offset') ?? 0);
  const morceau = lignes.slice(debut, debut + Number(searchParams.get('limit')));
  const fin = debut + morceau.length - 1;
  const compte = total ?? lignes.length;
  reponse.writeHead(206, {
    'Content-Type': 'application/json',
    'Content-Range': morceau.length > 0 ? `${debut}-${fin}/${compte}` : `*/${compte}`,
  });
  reponse.end(JSON.stringify(morceau));
}

describe('le catalogue lu dans la base', () => {
  it('lit toutes les pages, dans l’ordre des identifiants', async () => {
    const lignes = Array.from({ length: 2300 }, (_, rang) => uneLigne(rang));
    const demandes: string[] = [];
    const acces = await uneBase((requete, reponse) => {
      demandes.push(requete.url ?? '');
      page(requete, reponse, lignes);
    });
    const lus = await lireBase(acces);
    expect(lus.map(({ id }) => id)).toEqual(lignes.map(({ id }) => id));
    expect(demandes).toHaveLength(3);
    expect(demandes[0]).toContain('/rest/v1/catalogue?');
    expect(demandes[0]).toContain('order=id.asc');
    expect(lus[0]?.horairesAmenages).toBe(false);
  });

  it('refuse un catalogue vide', async () => {
    const acces = await uneBase((requete, reponse) => page(requete, reponse, []));
    await expect(lireBase(acces)).rejects.toThrow(/il est vide.*Rien n’est publié/s);
  });

  it('refuse une base injoignable, en disant quoi vérifier', async () => {
    const acces = { adresse: 'http://127.0.0.1:9', cle: 'publique' };
    await expect(lireBase(acces)).rejects.toThrow(/Vérifiez SUPABASE_URL/);
  });

  it('refuse une erreur, une réponse qui n’est pas celle d’une base, une coupure', async () => {
    const refus = await uneBase((_, reponse) => {
      reponse.writeHead(401, { 'Content-Type': 'application/json' });
      reponse.end(
        JSON.stringify({ code: '42501', message: 'permission denied', details: null, hint: null }),
      );
    });
    await expect(lireBase(refus)).rejects.toThrow('permission denied');
    serveur?.close();
    const page404 = await uneBase((_, reponse) => {
      reponse.writeHead(200, { 'Content-Type': 'application/json' });
      reponse.end('{"bonjour":1}');
    });
    await expect(lireBase(page404)).rejects.toThrow('n’a pas pu être lu');
    serveur?.close();
    const coupure = await uneBase((_, reponse) => reponse.destroy());
    await expect(lireBase(coupure)).rejects.toThrow('n’a pas pu être lu');
  });

  it('refuse une page perdue en route', async () => {
    const lignes = Array.from({ length: 1500 }, (_, rang) => uneLigne(rang));
    const acces = await uneBase((requete, reponse, appel) =>
      page(requete, reponse, appel === 1 ? lignes : [], 1500),
    );
    await expect(lireBase(acces)).rejects.toThrow('1000 parcours reçus sur 1500');
  });

  it('refuse un catalogue qui change pendant la lecture', async () => {
    const lignes = Array.from({ length: 1500 }, (_, rang) => uneLigne(rang));
    const acces = await uneBase((requete, reponse, appel) =>
      page(requete, reponse, lignes, 1500 + appel),
    );
    await expect(lireBase(acces)).rejects.toThrow('changé pendant la lecture');
  });

  it('refuse une colonne de trop : une donnée privée finirait en ligne', async () => {
    const acces = await uneBase((requete, reponse) =>
      page(requete, reponse, [uneLigne(0, { entreprise: 'Une SARL' })]),
    );
    await expect(lireBase(acces)).rejects.toThrow('champ inconnu « entreprise »');
  });

  it('refuse un texte qui nomme quelqu’un, sans jamais le citer', async () => {
    const acces = await uneBase((requete, reponse) =>
      page(requete, reponse, [
        uneLigne(0, { taches: ['Demander Mme Durand-Exemple à l’accueil'] }),
      ]),
    );
    const lecture = lireBase(acces);
    await expect(lecture).rejects.toThrow(/champ « taches », ligne 1/);
    await expect(lecture).rejects.not.toThrow(/Durand/);
  });
});

describe('le choix de la source', () => {
  it('la base demande aussi sa clé ; sans base, un dossier', () => {
    expect(
      chargeurDeParcours({ SUPABASE_URL: 'http://x.example', SUPABASE_ANON_KEY: 'k' }).name,
    ).toBe('base-parcours');
    expect(chargeurDeParcours({}).name).toBe('dossier-parcours');
    expect(() => chargeurDeParcours({ SUPABASE_URL: 'http://x.example' })).toThrow(
      'SUPABASE_ANON_KEY',
    );
  });
});
