import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, dump, load } from 'js-yaml';
import { IDENTIFIANT } from '../../parcours/regles/limites.ts';
import { type Parcours, parcoursSchema } from '../../parcours/regles/parcours.ts';

/** Un parcours en YAML : champs toujours dans le même ordre, une ligne par valeur, même contenu, même texte. */
function enYaml(parcours: Parcours): string {
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

/**
 * Le dossier des parcours publiés. En mode vérification, il est lu et jamais modifié. Les écritures sont
 * synchrones : pour cent mille petits fichiers, elles coûtent trois fois moins que des promesses.
 */
export class DossierDeParcours {
  readonly #chemin: string;
  readonly #verifier: boolean;
  readonly #presents: ReadonlySet<string>;
  #changes = 0;

  constructor(chemin: string, verifier: boolean) {
    this.#chemin = chemin;
    this.#verifier = verifier;
    if (!verifier) mkdirSync(chemin, { recursive: true });
    this.#presents = new Set(existants(chemin));
  }

  /** Identifiants des parcours publiés avant cet import. */
  get identifiants(): ReadonlySet<string> {
    return this.#presents;
  }

  /** Nombre de fichiers créés ou modifiés (en vérification : qui le seraient). */
  get changes(): number {
    return this.#changes;
  }

  /** Parcours publié avant cet import, ou null si son fichier manque ou n'est pas un parcours. */
  lire(id: string): Parcours | null {
    if (!this.#presents.has(id)) return null;
    try {
      const texte = readFileSync(this.#fichier(id), 'utf8');
      return parcoursSchema.parse(load(texte, { schema: CORE_SCHEMA }));
    } catch {
      return null;
    }
  }

  /** Vrai pour un parcours publié avant cet import et qui n'est pas terminé. */
  estOuvert(id: string): boolean {
    const parcours = this.lire(id);
    return parcours !== null && parcours.disponibilite !== 'termine';
  }

  /** Écrit le parcours si son fichier change, d'un seul coup. */
  ecrire(parcours: Parcours): void {
    const texte = enYaml(parcours);
    const fichier = this.#fichier(parcours.id);
    if (this.#presents.has(parcours.id) && readFileSync(fichier, 'utf8') === texte) return;
    this.#changes += 1;
    if (this.#verifier) return;
    // Un seul nom provisoire pour tous : un nom par fichier rendrait chaque écriture dix fois plus lente.
    const provisoire = join(this.#chemin, `.provisoire-${process.pid}`);
    try {
      writeFileSync(provisoire, texte);
      renameSync(provisoire, fichier);
    } catch (erreur) {
      rmSync(provisoire, { force: true });
      throw erreur;
    }
  }

  /** Marque un parcours terminé, sans rien changer d'autre, et le rend ; null si son fichier n'est pas un parcours. */
  terminer(id: string): Parcours | null {
    const parcours = this.lire(id);
    if (!parcours) return null;
    const termine = { ...parcours, disponibilite: 'termine' as const };
    this.ecrire(termine);
    return termine;
  }

  #fichier(id: string): string {
    return join(this.#chemin, `${id}.yaml`);
  }
}

function existants(chemin: string): string[] {
  if (!existsSync(chemin)) return [];
  return readdirSync(chemin)
    .filter((nom) => nom.endsWith('.yaml'))
    .map((nom) => nom.slice(0, -'.yaml'.length))
    .filter((nom) => IDENTIFIANT.test(nom));
}
