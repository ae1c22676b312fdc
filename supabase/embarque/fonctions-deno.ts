/** L'unique processus Deno du service embarqué : toutes les fonctions, derrière une seule adresse. */
import process from 'node:process';
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
await Promise.all([
  import('../functions/accepter-proposition/index.ts'),
  import('../functions/agir/index.ts'),
  import('../functions/agir-tableau/index.ts'),
  import('../functions/confirmer-contacts/index.ts'),
  import('../functions/confirmer-interet/index.ts'),
  import('../functions/contacter/index.ts'),
  import('../functions/declarer-parcours/index.ts'),
  import('../functions/defi/index.ts'),
  import('../functions/entretenir/index.ts'),
  import('../functions/envoyer-courriels/index.ts'),
  import('../functions/etat-parcours/index.ts'),
  import('../functions/exprimer-interet/index.ts'),
  import('../functions/lire-lien/index.ts'),
  import('../functions/lire-suivi/index.ts'),
  import('../functions/lire-tableau/index.ts'),
  import('../functions/relancer/index.ts'),
  import('../functions/retirer-interet/index.ts'),
  import('../functions/retrouver-suivi/index.ts'),
  import('../functions/valider-declaration/index.ts'),
]);

function repondre(requete: Request): Promise<Response> | Response {
  const { pathname } = new URL(requete.url);
  const decalage = /^\/horloge\/(-?\d+)$/.exec(pathname)?.[1];
  if (decalage !== undefined && requete.method === 'PUT') {
    avancer(Number(decalage));
    return new Response(null, { status: 204 });
  }
  const nom = /^\/functions\/v1\/([a-z-]+)$/.exec(pathname)?.[1] ?? '';
  return (
    fonctions.get(nom)?.(requete) ??
    Response.json({ message: 'Function not found' }, { status: 404 })
  );
}

Deno.serve(
  { hostname: '127.0.0.1', port: 0, onListen: ({ port }) => console.log(`port ${port}`) },
  repondre,
);

// Le service a fermé l'entrée, ou il est mort : rien ne doit continuer sans lui.
process.stdin.on('end', () => Deno.exit(0));
process.stdin.resume();
