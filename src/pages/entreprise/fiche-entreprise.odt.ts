import { laFicheEnDocument } from '../../collections/fiche-entreprise.ts';
import { ecrireOdt } from '../../services/document-odt.ts';

/** La fiche entreprise, à remplir au clavier. */
export async function GET(): Promise<Response> {
  return new Response(await ecrireOdt(await laFicheEnDocument()));
}
