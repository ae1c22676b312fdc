import {
  decoderLot,
  FICHES_PAR_TRANCHE,
  type LotCode,
  type Manifeste,
  type TexteDeFiche,
} from './regles/lots.ts';
import type { Lot } from './regles/catalogue.ts';

const reponses = new Map<string, Promise<unknown>>();

/* Une réponse lue une fois sert toute la visite ; un échec n'est pas gardé, pour pouvoir réessayer. */
function lire<T>(chemin: string, relire: (donnees: unknown) => T): Promise<T> {
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

export function lireManifeste(): Promise<Manifeste> {
  return lireJson<Manifeste>('/catalogue/manifeste.json');
}

export function lireLot(version: string, id: string): Promise<Lot> {
  return lire(`/catalogue/${version}/${id}.json`, (donnees) => ({
    id,
    ...decoderLot(donnees as LotCode),
  }));
}

/** Textes d'une ligne d'un lot ; la tranche entière est lue, les voisines y sont souvent. */
export async function lireTexte(version: string, lot: string, rang: number): Promise<TexteDeFiche> {
  const tranche = Math.floor(rang / FICHES_PAR_TRANCHE);
  const textes = await lireJson<TexteDeFiche[]>(
    `/catalogue/${version}/textes/${lot}-${tranche}.json`,
  );
  const texte = textes[rang % FICHES_PAR_TRANCHE];
  if (!texte) throw new Error(`Le lot ${lot} n'a pas de fiche ${rang}.`);
  return texte;
}
