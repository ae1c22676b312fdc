import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Cellules, CLES, type EnTete, lireEnTete } from './colonnes.ts';
import { decoder, detecterEncodage, type Encodage } from './encodage.ts';
import { ErreurImport } from './erreur.ts';

/** Au-delà, un guillemet n'a sans doute jamais été fermé : la ligne avale la suite du fichier. */
const LIGNE_MAXIMALE = 1_000_000;

const SEPARATEURS = [',', ';', '\t'] as const;

/** Une ligne de l'export et le numéro de sa première ligne physique (1 : l'en-tête). */
export type LigneBrute = { numero: number; cellules: string[] };

export type Export = {
  fichier: string;
  encodage: Encodage;
  separateur: string;
  enTete: EnTete;
  /** Nombre de lignes après l'en-tête. */
  total: number;
};

/**
 * Première lecture du fichier : encodage, séparateur, en-tête, et guillemets bien fermés d'un bout à l'autre,
 * pour ne rien écrire d'un export abîmé.
 * @throws {ErreurImport} fichier vide, colonnes requises absentes, guillemet jamais fermé
 */
export async function examinerExport(fichier: string): Promise<Export> {
  const encodage = await detecterEncodage(fichier);
  const separateur = await detecterSeparateur(fichier, encodage);
  let enTete: EnTete | undefined;
  let total = -1;
  for await (const { cellules } of lireLignes(fichier, encodage, separateur)) {
    enTete ??= lireEnTete(cellules);
    total += 1;
  }
  if (!enTete) throw new ErreurImport('Le fichier est vide.');
  const { manquantes, repetees } = enTete;
  if (manquantes.length > 0) {
    throw new ErreurImport(
      `Colonne${manquantes.length > 1 ? 's' : ''} introuvable${manquantes.length > 1 ? 's' : ''} dans l'en-tête : ` +
        `${manquantes.map((titre) => `« ${titre} »`).join(', ')}.`,
    );
  }
  if (repetees.length > 0) {
    throw new ErreurImport(`Colonne présente plusieurs fois : « ${repetees.join(' », « ')} ».`);
  }
  return { fichier, encodage, separateur, enTete, total };
}

/** Seconde lecture : les lignes après l'en-tête. */
export async function* lignesDe({
  fichier,
  encodage,
  separateur,
}: Export): AsyncGenerator<LigneBrute> {
  let estEnTete = true;
  for await (const ligne of lireLignes(fichier, encodage, separateur)) {
    if (!estEnTete) yield ligne;
    estEnTete = false;
  }
}

async function* lireLignes(
  fichier: string,
  encodage: Encodage,
  separateur: string,
): AsyncGenerator<LigneBrute> {
  const analyse = Readable.from(decoder(fichier, encodage)).pipe(
    parse({
      bom: true,
      delimiter: separateur,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LIGNE_MAXIMALE,
    }),
  );
  let suivante = 1;
  try {
    for await (const lue of analyse as AsyncIterable<{
      record: string[];
      raw: string;
      info: { lines: number };
    }>) {
      const interieures =
        lue.raw.replace(/^[\r\n]+|(?<![\r\n])[\r\n]+$/g, '').match(/\r\n|\n|\r/g)?.length ?? 0;
      const numero = Math.max(suivante, lue.info.lines - interieures);
      suivante = numero + interieures + 1;
      yield { numero, cellules: lue.record };
    }
  } catch (erreur) {
    if (!(erreur instanceof CsvError)) throw erreur;
    throw new ErreurImport(
      `Le fichier n'est plus lisible à partir de la ligne ${suivante} : un guillemet y est sans doute ouvert et jamais fermé.`,
    );
  }
}

/** Le séparateur le plus présent dans la première ligne, hors guillemets. */
async function detecterSeparateur(fichier: string, encodage: Encodage): Promise<string> {
  let debut = '';
  for await (const morceau of decoder(fichier, encodage)) {
    debut += morceau;
    if (debut.length > LIGNE_MAXIMALE || /[\r\n]/.test(debut.trimStart())) break;
  }
  const premiere =
    debut
      .trimStart()
      .replace(/"[^"]*"/g, '')
      .split(/[\r\n]/)[0] ?? '';
  const compte = (signe: string) => premiere.split(signe).length;
  return SEPARATEURS.reduce((meilleur, signe) =>
    compte(signe) > compte(meilleur) ? signe : meilleur,
  );
}

/** Ce qui empêche de lire une ligne dont le nombre de cellules n'est pas celui de l'en-tête. */
export type Forme = 'entiere' | 'courte' | 'trop-courte' | 'trop-longue';

/**
 * Forme d'une ligne. Trop longue, elle a des cellules en trop qui ne sont pas vides ; trop courte, il lui manque
 * une colonne requise : dans les deux cas les valeurs ont pu glisser d'une colonne à l'autre.
 */
export function formeDe(
  cellules: readonly string[],
  enTete: EnTete,
  requises: ReadonlySet<string>,
): Forme {
  if (cellules.slice(enTete.largeur).some((cellule) => cellule.trim() !== '')) return 'trop-longue';
  if (cellules.length >= enTete.largeur) return 'entiere';
  const manque = [...enTete.places].some(
    ([cle, place]) => place >= cellules.length && requises.has(cle),
  );
  return manque ? 'trop-courte' : 'courte';
}

/** Range les cellules par colonne. */
export function ranger(cellules: readonly string[], enTete: EnTete): Cellules {
  const lire = (cle: (typeof CLES)[number]) => cellules[enTete.places.get(cle) ?? -1] ?? '';
  return Object.fromEntries(CLES.map((cle) => [cle, lire(cle)])) as Cellules;
}
