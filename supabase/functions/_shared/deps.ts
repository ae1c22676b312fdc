import { creerBase, type Base } from './base.ts';
import { lireConfig, type Config } from './config.ts';
import { maintenant } from './horloge.ts';

/** Ce qu'une fonction reçoit du dehors : la base, l'horloge, les réglages, et de quoi finir après la réponse. */
export type Deps = {
  base: Base;
  config: Config;
  maintenant: () => Date;
  /** Continue une fois la réponse partie ; une erreur va dans les logs, jamais dans une réponse. */
  enArriere: (travail: Promise<unknown>) => void;
};

export type Traitement = (requete: Request, deps: Deps) => Promise<Response>;

/** Ce que les contrôles d'une salle se passent de l'un à l'autre. */
export type Cadre = { Variables: { deps: Deps } };

/** Présent chez Supabase : garde la fonction en vie le temps du travail confié. */
declare const EdgeRuntime: { waitUntil: (travail: Promise<unknown>) => void } | undefined;

const nomDe = (erreur: unknown) => (erreur instanceof Error ? erreur.name : '');

const codeSeul = (erreur: unknown) =>
  erreur instanceof Error && 'code' in erreur && typeof erreur.code === 'string' ? erreur.code : '';

/** Une erreur en un code : le sien, ou à défaut son nom. */
export const codeDe = (erreur: unknown): string =>
  [codeSeul(erreur), nomDe(erreur)].find((code) => /^[A-Za-z0-9_-]{1,60}$/.test(code)) ??
  'inconnue';

export function noterDansLesLogs(evenement: string, erreur: unknown): void {
  // Un nom et un code, jamais un message : il pourrait citer ce qu'une personne a tapé.
  console.error(JSON.stringify({ evenement, erreur: nomDe(erreur), code: codeSeul(erreur) }));
}

export function creerDeps(): Deps {
  const config = lireConfig();
  return {
    base: creerBase(config),
    config,
    maintenant,
    enArriere: (travail) => {
      const fini = travail.catch((erreur: unknown) =>
        noterDansLesLogs('travail-en-arriere', erreur),
      );
      if (typeof EdgeRuntime !== 'undefined') EdgeRuntime.waitUntil(fini);
    },
  };
}
