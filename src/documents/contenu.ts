import { getCollection } from 'astro:content';
import { parRang } from '../socle/rang.ts';
import type { DocumentDuParcours } from './regles/document.ts';

/** Les documents du parcours, dans l'ordre du fichier content/documents.yaml. */
export async function lesDocuments(): Promise<DocumentDuParcours[]> {
  return (await getCollection('documents')).map(({ data }) => data).sort(parRang);
}

/** Les documents cités, dans l'ordre de la citation ; un inconnu est une erreur de construction. */
export async function documentsCites(ids: readonly string[]): Promise<DocumentDuParcours[]> {
  const documents = new Map((await lesDocuments()).map((document) => [document.id, document]));
  return ids.map((id) => {
    const trouve = documents.get(id);
    if (!trouve) throw new Error(`content/documents.yaml n’a pas de document « ${id} ».`);
    return trouve;
  });
}
