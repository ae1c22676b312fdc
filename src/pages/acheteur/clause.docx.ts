import type { APIContext } from 'astro';
import { clauseDeDepart } from '../../acheteur/contenu.ts';
import { clauseEnDocument } from '../../clause/regles/clause-document.ts';
import { ecrireDocx } from '../../documents/ecriture/docx.ts';

/** La clause à remplir, avec tous ses blancs : ce que l'on télécharge sans JavaScript. */
export async function GET({ site }: APIContext): Promise<Response> {
  const { modele, parties } = await clauseDeDepart(site);
  return new Response(await ecrireDocx(clauseEnDocument(modele, parties)));
}
