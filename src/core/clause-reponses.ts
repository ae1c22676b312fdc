import { z } from 'zod';
import { VOLUMES } from './calibrage.ts';

const HEURES: readonly number[] = VOLUMES.map(({ heures }) => heures);

const EXEMPLE_MONTANT = 'Écrivez un montant en euros, par exemple 500.';
const EXEMPLE_JOURS = 'Écrivez un nombre de jours, par exemple 14.';

/** Une ligne de texte libre, sans espaces aux bords ; vide quand elle n'est pas remplie. */
const ligne = z
  .string()
  .max(300, 'Écrivez au plus 300 caractères.')
  .transform((texte) => texte.replace(/\s+/g, ' ').trim());

/** Un nombre tel qu'on l'écrit (« 1 500 », « 12,50 »), gardé tel quel ; vide s'il manque. */
const montant = ligne.pipe(
  z
    .string()
    .regex(/^(\d{1,3}([  \u202f.]\d{3})*(,\d{1,2})?|\d{1,9}(,\d{1,2})?)?$/, EXEMPLE_MONTANT),
);

const jours = z
  .string()
  .trim()
  .regex(/^([1-9]\d{0,2})?$/, EXEMPLE_JOURS)
  .transform((texte) => (texte === '' ? null : Number(texte)));

const choix = z.enum(['', 'oui', 'non']).catch('');

/**
 * Les réponses de l'acheteur, telles que le formulaire les donne (des chaînes) ; vide ou null : un blanc.
 * Un schéma par champ, et non un objet : zod essaierait d'évaluer du code, ce que le site interdit au navigateur.
 */
const CHAMPS = {
  acheteur: ligne.default('').describe('Nom de l’acheteur public'),
  objet: ligne.default('').describe('Objet du marché'),
  heures: z
    .string()
    .transform(Number)
    .transform((heures) => (HEURES.includes(heures) ? heures : null))
    .default(null)
    .describe('Un des quatre volumes du calibrage, en heures'),
  portee: z.enum(['', 'marche', 'lots']).catch('').default('').describe('Ce que la clause couvre'),
  lots: z
    .string()
    .trim()
    .regex(/^([1-9]\d?)?$/, 'Écrivez un nombre de lots, par exemple 2.')
    .transform((texte) => (texte === '' ? null : Number(texte)))
    .default(null)
    .describe('Nombre de lots concernés, si la clause ne couvre pas tout le marché'),
  numeros: ligne.default('').describe('Numéros de ces lots'),
  bons: choix.default('').describe('Marché à bons de commande'),
  seuil: montant.default('').describe('Seuil de commandes, en euros hors taxes'),
  delaiReponse: jours.default(null).describe('Délai de réponse, en jours calendaires'),
  delaiAccueil: jours.default(null).describe('Délai d’accueil, en jours calendaires'),
  justificatifs: jours.default(null).describe('Remise des justificatifs, en jours ouvrés'),
  gratification: choix.default('').describe('La clause prévoit une gratification'),
  penaliteReunion: montant.default('').describe('Pénalité par absence à une réunion, en euros'),
  penaliteRetard: montant.default('').describe('Pénalité par jour ouvré de retard, en euros'),
  coefficient: ligne
    .pipe(z.string().regex(/^(\d{1,2}(,\d{1,2})?)?$/, 'Écrivez un nombre, par exemple 1,5.'))
    .default('')
    .describe('Coefficient des heures non réalisées'),
};

export type Reponses = { [Champ in keyof typeof CHAMPS]: z.infer<(typeof CHAMPS)[Champ]> };
export type ChampDeClause = keyof Reponses;

export type Lecture = { reponses: Reponses; erreurs: Partial<Record<ChampDeClause, string>> };

/** Lit les valeurs d'un formulaire. Une valeur refusée reste un blanc, et son erreur est dite. */
export function lireReponses(valeurs: Record<string, string>): Lecture {
  const reponses: Record<string, unknown> = {};
  const erreurs: Lecture['erreurs'] = {};
  for (const [champ, schema] of Object.entries(CHAMPS)) {
    const lue = schema.safeParse(valeurs[champ]);
    if (!lue.success) erreurs[champ as ChampDeClause] = lue.error.issues[0]?.message ?? '';
    reponses[champ] = lue.success ? lue.data : schema.parse(undefined);
  }
  return { reponses: reponses as Reponses, erreurs };
}

/** Aucune réponse : tous les blancs de la clause sont visibles. */
export const SANS_REPONSE: Reponses = lireReponses({}).reponses;

/**
 * Ce que l'adresse dit du formulaire : `heures` (un volume du calibrage) et `lots` (leur nombre).
 * Un seul lot ne dit pas si le marché est alloti : la question reste posée. Toute autre valeur est ignorée.
 */
export function depuisAdresse(recherche: string): Record<string, string> {
  const parametres = new URLSearchParams(recherche);
  const heures = parametres.get('heures') ?? '';
  const lots = Number(parametres.get('lots') ?? '');
  return {
    ...(HEURES.includes(Number(heures)) ? { heures: String(Number(heures)) } : undefined),
    ...(Number.isInteger(lots) && lots > 1 && lots < 100
      ? { portee: 'lots', lots: String(lots) }
      : undefined),
  };
}

/** La part des réponses que l'adresse peut porter, sans rien de saisi librement. */
export function versAdresse({ heures, portee, lots }: Reponses): string {
  const parametres = new URLSearchParams();
  if (heures !== null) parametres.set('heures', String(heures));
  if (portee === 'lots' && lots !== null && lots > 1) parametres.set('lots', String(lots));
  return parametres.toString();
}
