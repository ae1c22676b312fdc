/* À côté de la réponse, et non dedans : un robot qui croit avoir réussi n'apprend pas qu'il a été reconnu. */
const genres = new WeakMap<Response, string>();

/** Dit pourquoi cette réponse est un refus, en un mot. */
export function refusDe(genre: string, reponse: Response): Response {
  genres.set(reponse, genre);
  return reponse;
}

/** Le genre de refus d'une réponse, ou undefined si elle n'en est pas un ; une panne (5xx) n'en est pas un. */
export function genreDuRefus(reponse: Response): string | undefined {
  const genre = genres.get(reponse);
  if (genre !== undefined) return /^[a-z-]{1,40}$/.test(genre) ? genre : 'autre';
  return reponse.status >= 400 && reponse.status < 500 ? `statut-${reponse.status}` : undefined;
}
