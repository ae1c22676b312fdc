import type { DocumentAEcrire } from '../documents/regles/bloc.ts';

export type Format = 'docx' | 'odt';

/** Écrit un fichier dans le navigateur ; la bibliothèque n'est chargée qu'à cet instant. */
export async function ecrireFichier(format: Format, document: DocumentAEcrire): Promise<Blob> {
  if (format === 'docx')
    return (await import('../documents/ecriture/docx.ts')).ecrireDocx(document);
  return (await import('../documents/ecriture/odt.ts')).ecrireOdt(document);
}
