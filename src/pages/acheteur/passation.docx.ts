import { laPassation } from '../../acheteur/contenu.ts';
import { passationEnDocument } from '../../acheteur/regles/passation.ts';
import { ecrireDocx } from '../../documents/ecriture/docx.ts';

/** La fiche de passation, à remplir au clavier. */
export async function GET(): Promise<Response> {
  return new Response(await ecrireDocx(passationEnDocument(await laPassation())));
}
