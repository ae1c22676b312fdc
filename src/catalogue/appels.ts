import {
  decoderLot,
  FICHES_PAR_TRANCHE,
  type LotCode,
  type Manifeste,
  type TexteDeFiche,
} from './regles/lots.ts';
import type { Lot } from './regles/catalogue.ts';
import { lire, lireJson } from '../site/appels.ts';

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
  if (!texte) throw new Error(`Le lot ${lot} n’a pas de fiche ${rang}.`);
  return texte;
}
