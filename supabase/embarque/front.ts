import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appelerFonction, lireVue, type Reponse, type Role } from './acces.ts';
import type { Base } from './base.ts';
import { lireBoite } from './boite.ts';
import { JSON_, lireCorps, repondre } from './echange.ts';
import type { Fonctions } from './fonctions.ts';
import type { Fournisseur } from './fournisseur.ts';
import { faireUnGeste } from './gestes.ts';
import type { Horloge } from './horloge.ts';
import type { Secrets } from './secrets.ts';

/** Le port du service est déjà pris : le message se montre tel quel. */
export class ErreurDePort extends Error {
  override name = 'ErreurDePort';
}

export type Dedans = {
  base: Base;
  fonctions: Fonctions;
  fournisseur: Fournisseur;
  secrets: Secrets;
  horloge: Horloge;
  /** Adresse du site, la seule origine admise. */
  site: string;
  /** Vrai dans les tests : l'en-tête CF-Connecting-IP de l'appelant est cru. */
  adresseCrue: boolean;
  /** Une déclaration validée demande la reconstruction du site. */
  reconstruire: () => void;
};

/** TRACE, CONNECT et les autres ne passent pas : `fetch` les refuserait. */
const METHODES = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

const repondreJson = (reponse: ServerResponse, { statut, json, entetes }: Reponse) =>
  repondre(reponse, statut, JSON_, json, entetes);

/** Le rôle de la clé présentée ; sans clé connue, personne. */
function roleDe({ headers }: IncomingMessage, { cleAnon, cleService }: Secrets): Role | undefined {
  const cle = headers.authorization?.replace(/^Bearer /, '') ?? headers.apikey;
  if (cle === cleService) return 'service_role';
  return cle === cleAnon ? 'anon' : undefined;
}

async function servirApi(
  requete: IncomingMessage,
  reponse: ServerResponse,
  adresse: URL,
  dedans: Dedans,
): Promise<void> {
  const role = roleDe(requete, dedans.secrets);
  if (!role) {
    repondre(reponse, 401, JSON_, JSON.stringify({ message: 'Invalid API key' }));
    return;
  }
  const [, fonction, vue] =
    /^\/rest\/v1\/(?:rpc\/([a-z_]+)|([a-z_]+))$/.exec(adresse.pathname) ?? [];
  if (fonction !== undefined && requete.method === 'POST') {
    const corps = (await lireCorps(requete))?.toString('utf8') ?? '';
    let parametres: unknown;
    try {
      parametres = JSON.parse(corps || '{}');
    } catch {
      parametres = undefined;
    }
    if (typeof parametres !== 'object' || parametres === null) {
      const json = JSON.stringify({ code: 'PGRST102', message: 'Empty or invalid json' });
      repondreJson(reponse, { statut: 400, json });
      return;
    }
    const champs = parametres as Record<string, unknown>;
    repondreJson(reponse, await appelerFonction(dedans.base, role, fonction, champs));
  } else if (vue !== undefined && requete.method === 'GET') {
    const { searchParams } = adresse;
    const { range = null, prefer = '' } = requete.headers;
    const demande = { range, prefere: String(prefer) };
    repondreJson(reponse, await lireVue(dedans.base, role, vue, searchParams, demande));
  } else {
    repondre(reponse, 405, JSON_, JSON.stringify({ message: 'Method not allowed' }));
  }
}

/** Passe la requête aux fonctions, avec l'adresse vraie de l'appelant. */
async function servirFonction(
  requete: IncomingMessage,
  reponse: ServerResponse,
  adresse: URL,
  dedans: Dedans,
): Promise<void> {
  const corps = await lireCorps(requete);
  if (!corps) {
    repondre(reponse, 413, JSON_, JSON.stringify({ statut: 'taille' }));
    return;
  }
  const entetes = new Headers();
  for (const nom of ['content-type', 'origin', 'authorization', 'access-control-request-method']) {
    const valeur = requete.headers[nom];
    if (typeof valeur === 'string') entetes.set(nom, valeur);
  }
  const presentee = requete.headers['cf-connecting-ip'];
  const crue = dedans.adresseCrue && typeof presentee === 'string' ? presentee : undefined;
  entetes.set('cf-connecting-ip', crue ?? requete.socket.remoteAddress ?? '');
  const { method = 'GET' } = requete;
  try {
    const suite = await dedans.fonctions.appeler(`${adresse.pathname}${adresse.search}`, {
      method,
      headers: entetes,
      body: method === 'GET' || method === 'HEAD' ? null : new Uint8Array(corps),
    });
    const contenu = Buffer.from(await suite.arrayBuffer());
    reponse.writeHead(
      suite.status,
      Object.fromEntries(
        [...suite.headers].filter(([nom]) => !/^(content-length|transfer-encoding)$/.test(nom)),
      ),
    );
    reponse.end(contenu);
  } catch {
    repondre(reponse, 503, JSON_, JSON.stringify({ statut: 'indisponible' }), {
      'Access-Control-Allow-Origin': dedans.site,
    });
  }
}

async function servirFournisseur(
  requete: IncomingMessage,
  reponse: ServerResponse,
  { fournisseur }: Dedans,
): Promise<void> {
  const cle = requete.headers['idempotency-key'];
  const corps = (await lireCorps(requete))?.toString('utf8') ?? '';
  const { statut, corps: suite } = await fournisseur.recevoir(
    requete.headers.authorization,
    typeof cle === 'string' ? cle : undefined,
    corps,
  );
  repondre(reponse, statut, JSON_, JSON.stringify(suite));
}

async function servirGeste(
  requete: IncomingMessage,
  reponse: ServerResponse,
  { secrets, horloge }: Dedans,
): Promise<void> {
  const corps = (await lireCorps(requete))?.toString('utf8') ?? '';
  const { statut, json, vers } = await faireUnGeste(requete, corps, secrets.taches, horloge);
  repondre(reponse, statut, JSON_, json ?? '', vers === undefined ? {} : { Location: vers });
}

async function traiter(requete: IncomingMessage, reponse: ServerResponse, dedans: Dedans) {
  // Une page d'un autre site ne doit pas pouvoir se faire passer pour ce poste en changeant d'adresse (DNS).
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(requete.headers.host ?? '')) {
    repondre(reponse, 421, JSON_, JSON.stringify({ message: 'Hôte inconnu' }));
    return;
  }
  if (!METHODES.includes(requete.method ?? '')) {
    repondre(reponse, 405, JSON_, JSON.stringify({ statut: 'methode' }));
    return;
  }
  const adresse = URL.parse(requete.url ?? '/', 'http://service.invalid');
  if (adresse?.host !== 'service.invalid') {
    repondre(reponse, 400, JSON_, JSON.stringify({ message: 'Adresse illisible' }));
    return;
  }
  const { pathname } = adresse;
  if (pathname.startsWith('/functions/v1/')) {
    await servirFonction(requete, reponse, adresse, dedans);
  } else if (pathname.startsWith('/rest/v1/')) {
    await servirApi(requete, reponse, adresse, dedans);
  } else if (pathname === '/emails' && requete.method === 'POST') {
    await servirFournisseur(requete, reponse, dedans);
  } else if (pathname === '/courriels/horloge' && requete.method === 'POST') {
    await servirGeste(requete, reponse, dedans);
  } else if (pathname === '/reconstruction' && requete.method === 'POST') {
    if (adresse.searchParams.get('cle') !== dedans.secrets.taches) {
      repondre(reponse, 401, JSON_, JSON.stringify({ statut: 'interdit' }));
      return;
    }
    dedans.reconstruire();
    repondre(reponse, 202, JSON_, '{}');
  } else {
    const page = requete.method === 'GET' ? lireBoite(dedans, pathname) : undefined;
    const { statut, type, corps } = page ?? { statut: 404, type: JSON_, corps: '{}' };
    const politique = page?.politique ?? "default-src 'none'";
    repondre(reponse, statut, type, corps, { 'Content-Security-Policy': politique });
  }
}

/**
 * Ouvre le front sur ce poste seulement.
 * @param dedans donné après l'ouverture : les fonctions ont besoin de connaître le port
 * @throws {ErreurDePort} port déjà pris
 */
export async function ouvrirFront(port: number, dedans: () => Dedans | undefined) {
  const serveur: Server = createServer((requete, reponse) => {
    const pret = dedans();
    if (!pret) {
      repondre(reponse, 503, JSON_, JSON.stringify({ statut: 'indisponible' }));
      return;
    }
    traiter(requete, reponse, pret).catch((erreur: unknown) => {
      console.error(erreur);
      if (reponse.headersSent) reponse.destroy();
      else repondre(reponse, 500, JSON_, JSON.stringify({ message: 'Internal error' }));
    });
  });
  await new Promise<void>((ouvert, echoue) => {
    serveur.once('error', (erreur: NodeJS.ErrnoException) => {
      const conseil = `Choisissez-en un autre : CSF_PORT_SERVICE=${port + 1} npm start`;
      echoue(
        erreur.code === 'EADDRINUSE'
          ? new ErreurDePort(`Le port ${port} (service) est déjà pris. ${conseil}`)
          : erreur,
      );
    });
    serveur.listen(port, '127.0.0.1', ouvert);
  });
  return {
    port: (serveur.address() as AddressInfo).port,
    fermer: () =>
      new Promise<void>((ferme) => {
        serveur.close(() => ferme());
        serveur.closeAllConnections();
      }),
  };
}
