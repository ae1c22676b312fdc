import type { NomsDuTableau } from './mots.ts';
import { derniereEnMots } from './phrases.ts';

/* Sans zod : les tableaux chargent ces noms dans le navigateur. */

type ParCode = Readonly<Record<string, string>>;

/** Les noms que la page connaît dès sa construction, par code. */
export type NomsConnus = { domaines: ParCode; academies: ParCode };

/** Nom et département des communes, par code INSEE. */
type Communes = Readonly<Record<string, readonly [nom: string, departement: string]>>;

/** Ce qui nomme chaque code d'un tableau ; un code inconnu se dit lui-même. */
export function nommer({ domaines, academies }: NomsConnus, communes: Communes): NomsDuTableau {
  return {
    domaine: (code) => domaines[code] ?? code,
    academie: (code) => academies[code] ?? code,
    commune: (code) => {
      const [nom, departement] = communes[code] ?? [];
      return nom === undefined ? `commune ${code}` : `${nom} (${departement})`;
    },
    derniere: ({ suivi }) => derniereEnMots(suivi),
  };
}
