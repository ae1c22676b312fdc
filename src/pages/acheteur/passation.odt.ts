import { laPassation } from '../../acheteur/contenu.ts';
import { passationEnDocument } from '../../acheteur/regles/passation.ts';
import { ecrireOdt } from '../../documents/ecriture/odt.ts';

/** La fiche de passation, à remplir au clavier. */
export async function GET(): Promise<Response> {
  return new Response(await ecrireOdt(passationEnDocument(await laPassation())));
}
