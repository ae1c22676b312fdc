const reponses = new Map<string, Promise<unknown>>();

/* Une réponse lue une fois sert toute la visite ; un échec n'est pas gardé, pour pouvoir réessayer. */
export function lire<T>(chemin: string, relire: (donnees: unknown) => T): Promise<T> {
  const connue = reponses.get(chemin);
  if (connue) return connue as Promise<T>;
  const reponse = fetch(chemin).then(async (recue) => {
    if (!recue.ok) throw new Error(`${chemin} : ${recue.status}`);
    return relire(await recue.json());
  });
  reponses.set(chemin, reponse);
  reponse.catch(() => reponses.delete(chemin));
  return reponse;
}

/** Lit un fichier JSON que le site publie lui-même ; il a été validé à la construction. */
export function lireJson<T>(chemin: string): Promise<T> {
  return lire(chemin, (donnees) => donnees as T);
}
