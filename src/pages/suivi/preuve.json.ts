import { documentsCites } from '../../documents/contenu.ts';
import { tousLesDomaines } from '../../parcours/contenu/domaines.ts';
import { DOCUMENTS_A_REMETTRE, type ReperesDePreuve } from '../../suivi/regles/preuve-execution.ts';

/** Ce que le dossier d'exécution cite ; lu seulement par qui le télécharge. */
export async function GET(): Promise<Response> {
  const documents = await documentsCites(DOCUMENTS_A_REMETTRE);
  const domaines = await tousLesDomaines();
  const reperes: ReperesDePreuve = {
    documents: documents.map(({ titre, remplitPar }) => ({ titre, remplitPar })),
    domaines: Object.fromEntries(domaines.map(({ slug, nom }) => [slug, nom])),
  };
  return new Response(JSON.stringify(reperes), { headers: { 'content-type': 'application/json' } });
}
