import { documentsCites } from '../../documents/contenu.ts';
import { nomsDesDomaines } from '../../parcours/contenu/domaines.ts';
import {
  DOCUMENTS_A_REMETTRE,
  type ReperesDePreuve,
} from '../../preuve/regles/preuve-execution.ts';

/** Ce que le dossier d'exécution cite ; lu seulement par qui le télécharge. */
export async function GET(): Promise<Response> {
  const documents = await documentsCites(DOCUMENTS_A_REMETTRE);
  const reperes: ReperesDePreuve = {
    documents: documents.map(({ titre, remplitPar }) => ({ titre, remplitPar })),
    domaines: await nomsDesDomaines(),
  };
  return new Response(JSON.stringify(reperes), { headers: { 'content-type': 'application/json' } });
}
