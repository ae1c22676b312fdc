import { laPassation } from '../../collections/acheteur.ts';
import { passationEnDocument } from '../../core/passation.ts';
import { ecrireDocx } from '../../services/document-docx.ts';

/** La fiche de passation, à remplir au clavier. */
export async function GET(): Promise<Response> {
  return new Response(await ecrireDocx(passationEnDocument(await laPassation())));
}
