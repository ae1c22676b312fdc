/** Une commande de l'outillage, celle de `src/outils/<nom>/commande.ts`. Elle se lance par `src/outils/lancer.ts`. */
export type Commande = {
  /** Montré par `--aide`, et après une option inconnue. */
  usage: string;
  /** Fait ce qui est demandé ; un nombre rendu est le code de sortie. */
  executer: (args: string[]) => Promise<unknown>;
};

/** Rien n'a été fait : le message, en français, se montre tel quel à la personne qui a tapé la commande. */
export class ErreurDeCommande extends Error {
  override name = 'ErreurDeCommande';
}
