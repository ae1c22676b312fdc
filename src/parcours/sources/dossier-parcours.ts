import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Loader } from 'astro/loaders';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Parcours } from '../regles/parcours.ts';
import { verifierParcours } from './schema-parcours.ts';

/* Assez de lectures à la fois pour occuper le disque, pas assez pour épuiser les descripteurs. */
const LECTURES_SIMULTANEES = 64;

/**
 * Lit un fichier de parcours.
 * @throws Error en français, avec le fichier et le champ, si le contenu n'est pas exactement un parcours
 */
export function lireParcours(fichier: string, contenu: string): Parcours {
  let donnees: unknown;
  try {
    donnees = load(contenu, { schema: CORE_SCHEMA });
  } catch (erreur) {
    const raison = erreur instanceof Error ? erreur.message.split('\n')[0] : String(erreur);
    throw new Error(`${fichier} n’est pas un fichier YAML lisible : ${raison}`, { cause: erreur });
  }
  const parcours = verifierParcours(fichier, donnees);
  if (basename(fichier, '.yaml') !== parcours.id)
    throw new Error(
      `${fichier} : le nom du fichier et l’identifiant « ${parcours.id} » diffèrent.`,
    );
  return parcours;
}

/** Lit tous les parcours d'un dossier, dans l'ordre des identifiants. Un dossier vide est une erreur. */
export async function lireDossier(dossier: string): Promise<Parcours[]> {
  const noms = (await readdir(dossier)).filter((nom) => nom.endsWith('.yaml')).sort();
  if (noms.length === 0)
    throw new Error(
      `Aucun parcours dans ${dossier} : le catalogue serait vide, rien n’est publié.`,
    );
  const parcours: Parcours[] = [];
  for (let debut = 0; debut < noms.length; debut += LECTURES_SIMULTANEES) {
    const lot = noms.slice(debut, debut + LECTURES_SIMULTANEES).map(async (nom) => {
      const fichier = join(dossier, nom);
      return lireParcours(fichier, await readFile(fichier, 'utf8'));
    });
    parcours.push(...(await Promise.all(lot)));
  }
  return parcours;
}

/** Chargeur de la collection `parcours` : un dossier de fichiers YAML, un par parcours. */
export function chargeurDeDossier(dossier: string): Loader {
  return {
    name: 'dossier-parcours',
    async load(contexte) {
      const { store, watcher, logger } = contexte;
      const racine = resolve(dossier);
      const charger = async () => {
        store.clear();
        for (const parcours of await lireDossier(racine)) {
          const data = await contexte.parseData({ id: parcours.id, data: parcours });
          store.set({ id: parcours.id, data });
        }
      };
      await charger();
      watcher?.add(racine);
      watcher?.on('change', (chemin) => {
        if (relative(racine, chemin).startsWith('..')) return;
        charger().catch((erreur: unknown) => {
          logger.error(String(erreur));
        });
      });
    },
  };
}
