import { laPassation } from '../../collections/acheteur.ts';
import { passationEnDocument } from '../../core/passation.ts';
import { ecrireOdt } from '../../services/document-odt.ts';

/** La fiche de passation, à remplir au clavier. */
export async function GET(): Promise<Response> {
  return new Response(await ecrireOdt(passationEnDocument(await laPassation())));
}
