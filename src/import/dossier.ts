import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, dump, load } from 'js-yaml';
import { IDENTIFIANT, type Parcours, parcoursSchema } from '../core/parcours.ts';

/** Un parcours en YAML : champs toujours dans le même ordre, une ligne par valeur, même contenu, même texte. */
export function enYaml(parcours: Parcours): string {
  return dump(
    {
      id: parcours.id,
      intitule: parcours.intitule,
      domaine: parcours.domaine,
      taches: parcours.taches,
      heures: parcours.heures,
      commune: parcours.commune,
      conditions: parcours.conditions,
      horairesAmenages: parcours.horairesAmenages,
      gratificationPrevue: parcours.gratificationPrevue,
      disponibilite: parcours.disponibilite,
      publieLe: parcours.publieLe,
      finLe: parcours.finLe,
      finReconductionLe: parcours.finReconductionLe,
    } satisfies Record<keyof Parcours, unknown>,
    { lineWidth: -1, noRefs: true },
  );
}

/** Le dossier des parcours publiés. En mode vérification, il est lu et jamais modifié. */
export class DossierDeParcours {
  readonly #chemin: string;
  readonly #verifier: boolean;

  constructor(chemin: string, verifier: boolean) {
    this.#chemin = chemin;
    this.#verifier = verifier;
  }

  /** Identifiants des parcours déjà publiés. */
  identifiants(): string[] {
    try {
      return readdirSync(this.#chemin)
        .filter((nom) => nom.endsWith('.yaml'))
        .map((nom) => nom.slice(0, -'.yaml'.length))
        .filter((nom) => IDENTIFIANT.test(nom));
    } catch {
      return [];
    }
  }

  /** Parcours déjà publié, ou null si le fichier manque ou n'est pas un parcours. */
  lire(id: string): Parcours | null {
    const texte = this.#texte(id);
    if (texte === null) return null;
    try {
      return parcoursSchema.parse(load(texte, { schema: CORE_SCHEMA }));
    } catch {
      return null;
    }
  }

  /** Écrit le parcours si son fichier change, d'un seul coup. Rend vrai s'il a changé. */
  ecrire(parcours: Parcours): boolean {
    const texte = enYaml(parcours);
    if (this.#texte(parcours.id) === texte) return false;
    if (!this.#verifier) this.#remplacer(parcours.id, texte);
    return true;
  }

  #texte(id: string): string | null {
    try {
      return readFileSync(join(this.#chemin, `${id}.yaml`), 'utf8');
    } catch {
      return null;
    }
  }

  #remplacer(id: string, texte: string): void {
    const provisoire = join(this.#chemin, `.${id}.provisoire`);
    mkdirSync(this.#chemin, { recursive: true });
    try {
      writeFileSync(provisoire, texte);
      renameSync(provisoire, join(this.#chemin, `${id}.yaml`));
    } finally {
      rmSync(provisoire, { force: true });
    }
  }
}
