import type { Challenge, Solution } from 'altcha-lib/types';
import type { Route } from '../regles/routes.ts';
import { demanderDefi } from './fonctions.ts';

/** Une preuve se garde moins longtemps que le défi ne vaut (une heure), en millisecondes. */
const DUREE = 50 * 60_000;

function estDefi(valeur: unknown): valeur is Challenge {
  return typeof valeur === 'object' && valeur !== null && 'parameters' in valeur;
}

/** Résout un défi à l'écart : la page reste vive pendant le calcul. */
function resoudre(challenge: Challenge): Promise<Solution | undefined> {
  return new Promise((fini) => {
    const calcul = new Worker(new URL('./preuve-calcul.ts', import.meta.url), { type: 'module' });
    const finir = (solution?: Solution) => {
      calcul.terminate();
      fini(solution);
    };
    calcul.onmessage = ({ data }: MessageEvent<Solution | { error: unknown } | null>) =>
      finir(data && 'derivedKey' in data ? data : undefined);
    calcul.onerror = () => finir();
    calcul.postMessage({ type: 'work', challenge });
  });
}

async function prouver(fonctions: string, route: Route): Promise<string | undefined> {
  const challenge = await demanderDefi(fonctions, route);
  if (!estDefi(challenge)) return undefined;
  const solution = await resoudre(challenge);
  return solution && btoa(JSON.stringify({ challenge, solution }));
}

/** La preuve de travail d'un formulaire : calculée pendant que la personne écrit, neuve à chaque envoi. */
export class Preuve {
  readonly #fonctions: string;
  readonly #route: Route;
  #encours: { preuve: Promise<string | undefined>; a: number } | undefined;

  /** @param route celle à qui la preuve sera présentée */
  constructor(fonctions: string, route: Route) {
    this.#fonctions = fonctions;
    this.#route = route;
  }

  /** Commence le calcul, s'il ne l'est pas déjà. */
  preparer(): Promise<string | undefined> {
    if (this.#encours && Date.now() - this.#encours.a < DUREE) return this.#encours.preuve;
    const preuve = prouver(this.#fonctions, this.#route);
    this.#encours = { preuve, a: Date.now() };
    return preuve;
  }

  /** La preuve à envoyer, ou undefined si le service est en panne ; elle ne servira pas deux fois. */
  async prendre(): Promise<string | undefined> {
    const preuve = await this.preparer();
    this.#encours = undefined;
    // Un défi demandé pendant une panne a pu échouer bien avant l'envoi : un second essai, tout de suite.
    return preuve ?? prouver(this.#fonctions, this.#route);
  }
}
