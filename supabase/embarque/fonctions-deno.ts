/** L'unique processus Deno du service embarqué : toutes les fonctions, derrière une seule adresse. */
import process from 'node:process';
import { ROUTES } from '../../src/formulaire/regles/routes.ts';
import { avancer } from '../functions/_shared/horloge.ts';
import { embarquer, fonctions } from '../functions/_shared/servir.ts';

declare const Deno: {
  serve: (
    options: { hostname: string; port: number; onListen: (adresse: { port: number }) => void },
    repondre: (requete: Request) => Promise<Response> | Response,
  ) => unknown;
  exit: (code: number) => never;
};

embarquer();
for (const nom of Object.keys(ROUTES)) await import(`../functions/${nom}/index.ts`);

function repondre(requete: Request): Promise<Response> | Response {
  const adresse = new URL(requete.url);
  const { pathname } = adresse;
  const decalage = /^\/horloge\/(-?\d+)$/.exec(pathname)?.[1];
  if (decalage !== undefined && requete.method === 'PUT') {
    avancer(Number(decalage));
    return new Response(null, { status: 204 });
  }
  const [, chemin = '', nom = ''] = /^\/functions\/v1(\/([a-z-]+)(?:\/.*)?)$/.exec(pathname) ?? [];
  const repondreAvec = fonctions.get(nom);
  if (!repondreAvec) return Response.json({ message: 'Function not found' }, { status: 404 });
  // Comme Supabase : la fonction reçoit le chemin à partir de son nom.
  adresse.pathname = chemin;
  const { method, headers, body } = requete;
  return repondreAvec(new Request(adresse, { method, headers, body }));
}

Deno.serve(
  { hostname: '127.0.0.1', port: 0, onListen: ({ port }) => console.log(`port ${port}`) },
  repondre,
);

// Le service a fermé l'entrée, ou il est mort : rien ne doit continuer sans lui.
process.stdin.on('end', () => Deno.exit(0));
process.stdin.resume();
