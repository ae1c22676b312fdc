import { laFicheEnDocument } from '../../kit/contenu/fiche-entreprise.ts';
import { ecrireOdt } from '../../documents/ecriture/odt.ts';

/** La fiche entreprise, à remplir au clavier. */
export async function GET(): Promise<Response> {
  return new Response(await ecrireOdt(await laFicheEnDocument()));
}
