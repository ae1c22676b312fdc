/** Temps passé sous les yeux de la personne qui vaut une lecture, en millisecondes. */
const LECTURE_MS = 3000;

/**
 * Appelle une fois, au premier geste de la personne, ou quand la page est restée visible assez longtemps. Un robot qui
 * visite un lien ne fait pas de geste.
 * @returns de quoi ne plus attendre
 */
export function surUnGeste(alors: () => void): () => void {
  // Un navigateur qui se dit piloté par un programme ne lit rien.
  if (navigator.webdriver) return () => undefined;
  const fin = new AbortController();
  const { signal } = fin;
  let compte: ReturnType<typeof setTimeout> | undefined;
  const cesser = () => {
    clearTimeout(compte);
    fin.abort();
  };
  const faire = () => {
    cesser();
    alors();
  };
  const compter = () => {
    clearTimeout(compte);
    if (document.visibilityState === 'visible') compte = setTimeout(faire, LECTURE_MS);
  };
  for (const geste of ['pointerdown', 'keydown'])
    addEventListener(geste, faire, { signal, passive: true });
  document.addEventListener('visibilitychange', compter, { signal });
  compter();
  return cesser;
}
