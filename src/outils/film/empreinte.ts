import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { COURRIEL_EQUIPE } from '../../site/regles/courriel-equipe.ts';
import { filmSchema, scenario, type Scenario } from '../../film/regles/film.ts';
import { friseSchema } from '../../frise/regles/frise.ts';

const RACINE = join(import.meta.dirname, '../../..');
const SCENE = join(import.meta.dirname, 'scene');

/** Un import ne change rien à l'image : déplacer un fichier ne demande pas de refaire le film. */
const IMPORTS = /^import [^;]*;$/gm;

/** Où la fabrication note de quel scénario et de quels dessins le film publié est fait. */
export const FICHIER_D_EMPREINTE = join(RACINE, 'public/film/empreinte.json');

function contenu(nom: string): unknown {
  return load(readFileSync(join(RACINE, 'content', nom), 'utf8'));
}

/** Le scénario du film d'après les contenus du moment. */
export function scenarioDuDepot(): Scenario {
  const frise = friseSchema.parse(contenu('frise.yaml'));
  return scenario(frise, filmSchema.parse(contenu('film.yaml')), COURRIEL_EQUIPE);
}

/** Empreinte de tout ce qui fait l'image : le scénario et le code des dessins. */
export function empreinteDuFilm(scene: Scenario): string {
  const somme = createHash('sha256').update(JSON.stringify(scene));
  for (const nom of readdirSync(SCENE).sort())
    somme.update(readFileSync(join(SCENE, nom), 'utf8').replaceAll(IMPORTS, ''));
  return somme.digest('hex');
}
