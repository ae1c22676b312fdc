import { balayerLesBrouillons } from './balayage.ts';

/* Sur toutes les pages, quand il n'y a plus rien d'autre à faire. */
const attendre = (faire: () => void) => {
  if ('requestIdleCallback' in window) requestIdleCallback(faire);
  else setTimeout(faire, 1_000);
};

attendre(() => {
  try {
    balayerLesBrouillons(localStorage, Date.now());
  } catch {
    // Stockage interdit : aucun brouillon n'a pu être gardé.
  }
});
