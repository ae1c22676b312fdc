import type { ModeleDeClause } from './regles/modele.ts';
import type { DocumentAEcrire } from '../documents/regles/bloc.ts';

/** Lit le modèle de clause publié par le site. */
export async function lireModele(adresse: string): Promise<ModeleDeClause> {
  const reponse = await fetch(adresse);
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
  // Le fichier vient de ce site, et la construction l'a déjà vérifié.
  return (await reponse.json()) as ModeleDeClause;
}

export type Format = 'docx' | 'odt';

/** Écrit un fichier dans le navigateur ; la bibliothèque n'est chargée qu'à cet instant. */
export async function ecrireFichier(format: Format, document: DocumentAEcrire): Promise<Blob> {
  if (format === 'docx')
    return (await import('../documents/ecriture/docx.ts')).ecrireDocx(document);
  return (await import('../documents/ecriture/odt.ts')).ecrireOdt(document);
}
