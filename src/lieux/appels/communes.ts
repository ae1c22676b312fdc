import { lireJson } from '../../site/appels.ts';

/** Nom et département des communes du catalogue, par code INSEE. */
export type CommunesDuCatalogue = Record<string, [nom: string, departement: string]>;

/** Les communes du catalogue ; vide si le site est hors d'atteinte : un tableau se lit sans elles. */
export async function lireCommunes(): Promise<CommunesDuCatalogue> {
  try {
    return await lireJson<CommunesDuCatalogue>('/catalogue/communes.json');
  } catch {
    return {};
  }
}
