import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fichiersDe, pourChaque } from '../serveur/fichiers.ts';
import { adresseComparable, cibleDe } from './liens-cible.ts';
import { defaut, ErreurDeLiens, type Defaut } from './liens-erreur.ts';
import { lirePage } from './liens-page.ts';

const EN_MEME_TEMPS = 16;

export type Site = {
  /** Dossier du site construit. */
  dossier: string;
  /** Adresse publique du site : un lien qui la porte en entier est interne. */
  adresse: string;
  /** Adresses des autres sites que celui-ci peut publier (content/liens.yaml). */
  externes: readonly string[];
};

/** Ce que les pages demandent, sans répétition : à 80 000 pages, chaque lien est dans toutes. */
type Releve = {
  fichiers: Set<string>;
  /** De chaque chemin interne demandé, les défauts possibles s'il n'existe pas. */
  chemins: Map<string, Defaut>;
  /** De chaque ancre demandée, chemin puis ancre. */
  ancres: Map<string, Map<string, Defaut>>;
  externes: Map<string, Defaut>;
  refuses: Map<string, Defaut>;
  pages: number;
};

function noter<T>(table: Map<T, Defaut>, cle: T, lien: string, page: string): void {
  const deja = table.get(cle);
  if (deja) deja.pages += 1;
  else table.set(cle, defaut(lien, page));
}

/** Fichier que sert un chemin : `/a/` est `a/index.html`. */
function fichierDe(chemin: string): string {
  return chemin.endsWith('/') ? `${chemin.slice(1)}index.html` : chemin.slice(1);
}

/** Adresse d'une page : son dossier pour un `index.html`. */
function adresseDe(fichier: string, site: string): URL {
  return new URL(`/${fichier.replace(/(^|\/)index\.html$/, '$1')}`, site);
}

function noterLiens(releve: Releve, fichier: string, html: string, site: string): void {
  const page = adresseDe(fichier, site);
  const { liens, ancres } = lirePage(html);
  const vus = new Set<string>();
  for (const lien of liens) {
    const cible = cibleDe(lien, page);
    if (cible.genre === 'externe') noter(releve.externes, cible.adresse, lien, fichier);
    if (cible.genre === 'refuse') noter(releve.refuses, lien, lien, fichier);
    if (cible.genre !== 'interne') continue;
    const { chemin, ancre } = cible;
    if (!vus.has(chemin)) noter(releve.chemins, chemin, lien, fichier);
    vus.add(chemin);
    // « #top » et « # » désignent toujours le haut de la page.
    if (ancre === '' || ancre === 'top') continue;
    if (chemin === page.pathname && ancres.has(ancre)) continue;
    const demandees = releve.ancres.get(chemin) ?? new Map<string, Defaut>();
    releve.ancres.set(chemin, demandees);
    noter(demandees, ancre, lien, fichier);
  }
}

async function relever({ dossier, adresse }: Site): Promise<Releve> {
  const releve: Releve = {
    ...{ fichiers: new Set(), chemins: new Map(), ancres: new Map() },
    ...{ externes: new Map(), refuses: new Map(), pages: 0 },
  };
  await pourChaque(fichiersDe(dossier), EN_MEME_TEMPS, async (chemin) => {
    const fichier = relative(dossier, chemin).replaceAll(sep, '/');
    releve.fichiers.add(fichier);
    if (!fichier.endsWith('.html')) return;
    releve.pages += 1;
    noterLiens(releve, fichier, await readFile(chemin, 'utf8'), adresse);
  });
  return releve;
}

function cheminsAbsents({ chemins, fichiers }: Releve): Defaut[] {
  const absents: Defaut[] = [];
  for (const [chemin, trouve] of chemins) {
    if (fichiers.has(fichierDe(chemin))) continue;
    const barre = fichiers.has(fichierDe(`${chemin}/`));
    const raison = barre
      ? `une page s’écrit avec sa barre finale : « ${chemin}/ »`
      : 'rien n’est publié à cette adresse ; corrigez le lien, ou publiez la page';
    absents.push({ ...trouve, raison });
  }
  return absents;
}

async function ancresAbsentes({ ancres, fichiers }: Releve, dossier: string): Promise<Defaut[]> {
  const absentes: Defaut[] = [];
  for (const [chemin, demandees] of ancres) {
    const fichier = fichierDe(chemin);
    // Une page absente est déjà un défaut ; l'ancre d'un PDF ou d'un dessin ne se lit pas ici.
    if (!fichier.endsWith('.html') || !fichiers.has(fichier)) continue;
    const { ancres: presentes } = lirePage(await readFile(join(dossier, fichier), 'utf8'));
    for (const [ancre, trouve] of demandees) {
      if (presentes.has(ancre)) continue;
      const raison = `la page « ${chemin} » n’a pas d’ancre « ${ancre} » ; corrigez l’ancre, ou donnez cet « id » à un titre de la page`;
      absentes.push({ ...trouve, raison });
    }
  }
  return absentes;
}

/**
 * Vérifie tous les liens d'un site construit : chaque page et chaque ancre visée existe, et chaque lien vers
 * un autre site est dans content/liens.yaml.
 * @returns le nombre de pages lues et d'adresses vérifiées
 * @throws {ErreurDeLiens} nomme chaque lien, la page qui le porte et ce qu'il faut faire
 */
export async function verifierLiens(site: Site): Promise<{ pages: number; adresses: number }> {
  const releve = await relever(site);
  const connus = new Set(site.externes.map(adresseComparable));
  const inconnus = [...releve.externes].filter(([adresse]) => !connus.has(adresse));
  const defauts = [
    ...cheminsAbsents(releve),
    ...(await ancresAbsentes(releve, site.dossier)),
    ...inconnus.map(([, trouve]) => ({
      ...trouve,
      raison:
        'ce lien vers un autre site n’est pas dans content/liens.yaml ; ajoutez-le, ou retirez-le',
    })),
    ...[...releve.refuses.values()].map((trouve) => ({
      ...trouve,
      raison: 'ce n’est pas une adresse qu’un navigateur peut suivre ; corrigez-la',
    })),
  ];
  if (defauts.length > 0) throw new ErreurDeLiens(defauts);
  return { pages: releve.pages, adresses: releve.chemins.size + releve.externes.size };
}
