// Complète package-lock.json avec les paquets natifs d'autres plateformes que le registre joint n'a pas servis.
// Sans ces entrées, `npm ci` refuse le verrou (« Missing … from lock file »), alors que rien ne manque ici.
import { readFileSync, writeFileSync } from 'node:fs';

interface Entree {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  license?: string;
  os?: string | string[];
  cpu?: string | string[];
  optionalDependencies?: Record<string, string>;
}
type Verrou = { packages: Record<string, Entree> };

const SYSTEMES: Record<string, string> = { windows: 'win32', wasm32: 'wasi' };
const SYSTEME = /(android|darwin|freebsd|linux|openharmony|win32|windows|wasm32)-([a-z0-9]+)/;
const PROCESSEURS: Record<string, string> = { riscv64: 'riscv64', wasi: 'wasm32' };

/** Plateforme lue dans le nom du paquet natif : `@oxc-parser/binding-linux-arm64-gnu`. */
function plateforme(nom: string): { os: string; cpu: string } | undefined {
  const trouve = SYSTEME.exec(nom);
  if (!trouve) return undefined;
  const [, systeme = '', processeur = ''] = trouve;
  return { os: SYSTEMES[systeme] ?? systeme, cpu: PROCESSEURS[processeur] ?? processeur };
}

/** Vrai si le paquet demandé, à cette version exacte, est dans le paquet demandeur, à son étage ou à la racine. */
function estPresent(verrou: Verrou, etages: string[], nom: string, version: string): boolean {
  return etages.some(
    (etage) => verrou.packages[`${etage}node_modules/${nom}`]?.version === version,
  );
}

const verrou = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Verrou;
let ajouts = 0;
for (const [chemin, entree] of Object.entries(verrou.packages)) {
  for (const [nom, version] of Object.entries(entree.optionalDependencies ?? {})) {
    const cible = plateforme(nom);
    if (!cible || !/^\d/.test(version)) continue;
    // Au même étage que le paquet qui la demande : la version est la sienne.
    const etage = chemin.slice(0, chemin.lastIndexOf('node_modules/'));
    if (estPresent(verrou, [etage, `${chemin}/`, ''], nom, version)) continue;
    verrou.packages[`${etage}node_modules/${nom}`] = {
      version,
      cpu: cible.cpu,
      ...(entree.dev ? { dev: true } : {}),
      optional: true,
      os: cible.os,
    };
    ajouts += 1;
  }
}
const cles = Object.keys(verrou.packages).sort((a, b) => a.localeCompare(b, 'en'));
verrou.packages = Object.fromEntries(cles.map((cle) => [cle, verrou.packages[cle] ?? {}]));
writeFileSync('package-lock.json', `${JSON.stringify(verrou, null, 2)}\n`);
console.log(`${ajouts} paquet(s) natif(s) ajouté(s) au verrou.`);
