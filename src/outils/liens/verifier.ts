import { setTimeout as attendre } from 'node:timers/promises';
import type { Lien } from '../../site/regles/lien.ts';
import { DEMANDE_POLIE, verifierAdresse, type Demande, type Reponse } from './adresse.ts';

export type LienVerifie = { lien: Lien; reponse: Reponse };

/** Un même site ne reçoit qu'une demande à la fois, avec un temps de repos entre deux. */
async function verifierUnSite(
  liens: readonly Lien[],
  demande: Demande,
  repos: number,
): Promise<LienVerifie[]> {
  const verifies: LienVerifie[] = [];
  for (const lien of liens) {
    if (verifies.length > 0) await attendre(repos);
    verifies.push({ lien, reponse: await verifierAdresse(lien.adresse, demande) });
  }
  return verifies;
}

/**
 * Vérifie tous les liens, chaque site de son côté, et les rend dans l'ordre donné.
 * @param repos attente entre deux demandes au même site, en millisecondes
 */
export async function verifierTous(
  liens: readonly Lien[],
  demande: Demande = DEMANDE_POLIE,
  repos = 1_000,
): Promise<LienVerifie[]> {
  const parSite = Object.values(Object.groupBy(liens, ({ adresse }) => new URL(adresse).host));
  const verifies = await Promise.all(
    parSite.map((duSite) => verifierUnSite(duSite ?? [], demande, repos)),
  );
  return verifies.flat().sort((a, b) => liens.indexOf(a.lien) - liens.indexOf(b.lien));
}

function ligne({ lien, reponse }: LienVerifie): string {
  const dernierSucces = lien.verifieLe ?? 'jamais vérifié';
  switch (reponse.etat) {
    case 'ouvert':
      return reponse.ailleurs ? `  ${lien.id} : a déménagé vers ${reponse.ailleurs}` : '';
    case 'ferme aux programmes':
      return `  ${lien.id} : ${reponse.raison} (${dernierSucces}). Ouvrez ${lien.adresse} vous-même, puis : npm run liens:verifier -- --vu ${lien.id}`;
    case 'echec':
      return `  ${lien.id} : ${reponse.raison} (${dernierSucces}). ${lien.adresse}`;
  }
}

/** Compte rendu d'une vérification, pour qui l'a lancée. */
export function rendreCompte(verifies: readonly LienVerifie[]): string {
  const ouverts = verifies.filter(({ reponse }) => reponse.etat === 'ouvert').length;
  const titre = `${ouverts} lien(s) ouvert(s) sur ${verifies.length}.`;
  return [titre, ...verifies.map(ligne).filter((texte) => texte !== '')].join('\n');
}
