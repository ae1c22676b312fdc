import { laFicheEnDocument } from '../../kit/contenu/fiche-entreprise.ts';
import { ecrireDocx } from '../../documents/ecriture/docx.ts';

/** La fiche entreprise, à remplir au clavier. */
export async function GET(): Promise<Response> {
  return new Response(await ecrireDocx(await laFicheEnDocument()));
}
