import { laFicheEnDocument } from '../../collections/fiche-entreprise.ts';
import { ecrireDocx } from '../../services/document-docx.ts';

/** La fiche entreprise, à remplir au clavier. */
export async function GET(): Promise<Response> {
  return new Response(await ecrireDocx(await laFicheEnDocument()));
}
