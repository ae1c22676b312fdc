import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Parcours, parcoursSchema } from '../../../../src/parcours/regles/parcours.ts';
import { type Cellules, CLES, colonne } from '../../../../src/outils/import/colonnes.ts';
import { contexteDeLigne } from '../../../../src/outils/import/contexte.ts';
import { lecteurDeDomaine } from '../../../../src/outils/import/domaines.ts';
import { type Bilan, importer, type Options } from '../../../../src/outils/import/importer.ts';
import type { Entree } from '../../../../src/outils/import/rapport.ts';

const JOUR = '2026-11-23';

export const reglages = {
  domaine: lecteurDeDomaine(join(import.meta.dirname, '../../../../content/domaines')),
  contexte: contexteDeLigne(),
  jour: JOUR,
};

/** Une ligne d'export complète et publiable, dont on change ce que le test regarde. */
export function uneLigne(champs: Partial<Cellules> = {}): Cellules {
  const vide = Object.fromEntries(CLES.map((cle) => [cle, ''])) as Cellules;
  return {
    ...vide,
    creeLe: '2026-01-26',
    entreprise: 'Zéphyrine SAS',
    secteur: 'Services',
    site: 'https://www.zephyrine.example',
    heures: '300',
    adresse: '27 rue Oudinot, 75007 Paris',
    academie: 'Paris',
    departement: '75 - Paris',
    domaine: 'Logistique',
    taches: 'Préparer une commande ; Tenir un inventaire',
    remarque: 'Repas pris en charge.',
    disponibilite: 'Disponible',
    mlds: 'Alix Roux-Test',
    referent: 'Claude Durand-Exemple',
    referentMail: 'contact@zephyrine.example',
    referentTelephone: '05 59 30 39 64',
    referentFonction: 'Responsable de site',
    acheteur: 'Rectorat exemple',
    contactAcheteur: 'Sacha Blanc-Démo',
    contactAcheteurMail: 'achats@acheteur.example',
    objet: 'Fourniture de papier pour les services',
    objetDetaille: 'Fourniture de papier pour les services, lot 2',
    notifieLe: '13/10/2026',
    finLe: '15/2/2028',
    ...champs,
  };
}

const proteger = (valeur: string) => `"${valeur.replaceAll('"', '""')}"`;

/** Le texte CSV d'un export. */
export function enCsv(lignes: readonly Cellules[], separateur = ','): string {
  const titres = CLES.map((cle) => proteger(colonne(cle).titre));
  const corps = lignes.map((ligne) => CLES.map((cle) => proteger(ligne[cle])));
  return [titres, ...corps].map((cellules) => cellules.join(separateur)).join('\r\n');
}

export type Essai = {
  bilan: Bilan;
  remarques: Entree[];
  parcours: Parcours[];
  /** Fichiers produits, par nom. */
  fichiers: Map<string, string>;
};

/** Un dossier de travail jetable, et de quoi y importer un texte. */
export class Atelier {
  readonly dossier = mkdtempSync(join(tmpdir(), 'import-'));
  readonly sortie = join(this.dossier, 'parcours');

  async importer(contenu: string | Uint8Array, options: Partial<Options> = {}): Promise<Essai> {
    const fichier = join(this.dossier, 'export.csv');
    writeFileSync(fichier, contenu);
    const remarques: Entree[] = [];
    const bilan = await importer({
      ...reglages,
      fichier,
      sortie: this.sortie,
      verifier: false,
      cle: 'cle-de-test',
      noter: (entree) => {
        remarques.push(entree);
      },
      avancer: () => undefined,
      ...options,
    });
    const fichiers = this.fichiers();
    const parcours = [...fichiers.values()].map((texte) =>
      parcoursSchema.parse(load(texte, { schema: CORE_SCHEMA })),
    );
    return { bilan, remarques, parcours, fichiers };
  }

  fichiers(): Map<string, string> {
    const noms = readdirSync(this.dossier).includes('parcours') ? readdirSync(this.sortie) : [];
    return new Map(noms.sort().map((nom) => [nom, readFileSync(join(this.sortie, nom), 'utf8')]));
  }

  nettoyer(): void {
    rmSync(this.dossier, { recursive: true, force: true });
  }
}
