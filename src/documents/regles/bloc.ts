/** Un morceau de texte : écrit par le modèle, répondu par la personne, ou laissé en blanc (entre crochets). */
export type Segment = { genre: 'texte' | 'reponse' | 'blanc'; texte: string };

/** Un titre (niveau 1 à 3) ou un paragraphe (niveau 0) d'un document à écrire. */
export type Bloc = { niveau: 0 | 1 | 2 | 3; segments: Segment[] };

/** Un document à écrire en .docx ou en .odt. */
export type DocumentAEcrire = { titre: string; description: string; blocs: Bloc[] };

export function texteDe(segments: readonly Segment[]): string {
  return segments.map(({ texte }) => texte).join('');
}

export function blocDeTexte(niveau: Bloc['niveau'], texte: string): Bloc {
  return { niveau, segments: [{ genre: 'texte', texte }] };
}
