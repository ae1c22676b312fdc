import { z } from 'zod';
import { LOTS_MAXIMUM, VOLUMES } from './calibrage.ts';
import { ecrireMontant, lireMontant } from './montant.ts';

const HEURES: readonly number[] = VOLUMES.map(({ heures }) => heures);

const EXEMPLE_MONTANT = 'Écrivez un montant en euros, par exemple 500.';
const EXEMPLE_LOTS = `Écrivez un nombre de lots entre 1 et ${LOTS_MAXIMUM}, par exemple 2.`;
const EXEMPLE_JOURS = 'Écrivez un nombre de jours, par exemple 14.';

/** Une ligne de texte libre, sans espaces aux bords ; vide quand elle n'est pas remplie. */
const ligne = z
  .string()
  .max(300, 'Écrivez au plus 300 caractères.')
  .transform((texte) => texte.replace(/\s+/g, ' ').trim());

/** Un montant comme on l'écrit (« 500 € », « 1500.50 », « 1,2 k€ »), rendu en français ; vide s'il manque. */
const montant = ligne.transform((texte, contexte) => {
  if (texte === '') return '';
  const lu = lireMontant(texte);
  if ('montant' in lu) return ecrireMontant(lu.montant);
  contexte.addIssue(EXEMPLE_MONTANT);
  return z.NEVER;
});

/** Un nombre de jours, avec ou sans son unité (« 14 », « 14 jours ») ; null s'il manque. */
function enJours(unite: RegExp) {
  return ligne.transform((texte, contexte) => {
    const nombre = texte.replace(unite, '').trim();
    if (/^([1-9]\d{0,2})?$/.test(nombre)) return nombre === '' ? null : Number(nombre);
    contexte.addIssue(EXEMPLE_JOURS);
    return z.NEVER;
  });
}

const jours = enJours(/\s*j(ours?)?\.?$/i);
const joursOuvres = enJours(/\s*j(ours?)?\.?(\s+ouvrés?)?$/i);

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
    .regex(/^([1-9]\d{0,2})?$/, EXEMPLE_LOTS)
    .transform((texte) => (texte === '' ? null : Number(texte)))
    .refine((lots) => lots === null || lots <= LOTS_MAXIMUM, EXEMPLE_LOTS)
    .default(null)
    .describe('Nombre de lots concernés, si la clause ne couvre pas tout le marché'),
  numeros: ligne.default('').describe('Numéros de ces lots'),
  bons: choix.default('').describe('Marché à bons de commande'),
  seuil: montant.default('').describe('Seuil de commandes, en euros hors taxes'),
  delaiReponse: jours.default(null).describe('Délai de réponse, en jours calendaires'),
  delaiAccueil: jours.default(null).describe('Délai d’accueil, en jours calendaires'),
  justificatifs: joursOuvres.default(null).describe('Remise des justificatifs, en jours ouvrés'),
  gratification: choix.default('').describe('La clause prévoit une gratification'),
  penaliteReunion: montant.default('').describe('Pénalité par absence à une réunion, en euros'),
  penaliteRetard: montant.default('').describe('Pénalité par jour ouvré de retard, en euros'),
  coefficient: ligne
    .pipe(z.string().regex(/^(\d{1,2}([,.]\d{1,2})?)?$/, 'Écrivez un nombre, par exemple 1,5.'))
    .transform((texte) => texte.replace('.', ','))
    .default('')
    .describe('Coefficient des heures non réalisées'),
};

export type Reponses = { [Champ in keyof typeof CHAMPS]: z.infer<(typeof CHAMPS)[Champ]> };
export type ChampDeClause = keyof Reponses;

export type Lecture = { reponses: Reponses; erreurs: Partial<Record<ChampDeClause, string>> };

const ACCUEIL_AVANT_LA_REPONSE =
  'Ce délai est plus court que le délai de réponse : vérifiez les deux.';

/**
 * Lit les valeurs d'un formulaire. Une valeur refusée reste un blanc, et son erreur est dite. Deux délais qui se
 * contredisent se disent aussi, mais restent écrits : c'est à l'acheteur de trancher.
 */
export function lireReponses(valeurs: Record<string, string>): Lecture {
  const reponses: Record<string, unknown> = {};
  const erreurs: Lecture['erreurs'] = {};
  for (const [champ, schema] of Object.entries(CHAMPS)) {
    const lue = schema.safeParse(valeurs[champ]);
    if (!lue.success) erreurs[champ as ChampDeClause] = lue.error.issues[0]?.message ?? '';
    reponses[champ] = lue.success ? lue.data : schema.parse(undefined);
  }
  const lues = reponses as Reponses;
  const { delaiReponse, delaiAccueil } = lues;
  if (delaiReponse !== null && delaiAccueil !== null && delaiAccueil < delaiReponse)
    erreurs.delaiAccueil = ACCUEIL_AVANT_LA_REPONSE;
  return { reponses: lues, erreurs };
}

/** Aucune réponse : tous les blancs de la clause sont visibles. */
export const SANS_REPONSE: Reponses = lireReponses({}).reponses;

/**
 * Ce que l'adresse dit du formulaire : `heures` (un volume du calibrage), `lots` (leur nombre), `bons` et `seuil`.
 * Un seul lot ne dit pas si le marché est alloti : la question reste posée. Toute autre valeur est ignorée.
 * Avec un `montant`, l'adresse vient du calibrage et décrit tout le marché : ce qu'elle tait vide le champ,
 * pour qu'une visite d'avant n'y laisse rien.
 */
export function depuisAdresse(recherche: string): Record<string, string> {
  const parametres = new URLSearchParams(recherche);
  const heures = parametres.get('heures') ?? '';
  const lots = Number(parametres.get('lots') ?? '');
  const bons = choix.parse(parametres.get('bons') ?? '');
  const seuil = montant.safeParse(parametres.get('seuil') ?? '').data ?? '';
  return {
    ...(parametres.has('montant') ? { portee: '', lots: '', bons: '', seuil: '' } : undefined),
    ...(HEURES.includes(Number(heures)) ? { heures: String(Number(heures)) } : undefined),
    ...(Number.isInteger(lots) && lots > 1 && lots <= LOTS_MAXIMUM
      ? { portee: 'lots', lots: String(lots) }
      : undefined),
    ...(bons ? { bons } : undefined),
    ...(bons === 'oui' && seuil ? { seuil } : undefined),
  };
}

/** La part des réponses que l'adresse peut porter, sans rien de saisi librement. */
export function versAdresse({ heures, portee, lots, bons, seuil }: Reponses): string {
  const parametres = new URLSearchParams();
  if (heures !== null) parametres.set('heures', String(heures));
  if (portee === 'lots' && lots !== null && lots > 1) parametres.set('lots', String(lots));
  if (bons) parametres.set('bons', bons);
  if (bons === 'oui' && seuil) {
    const lu = lireMontant(seuil);
    if ('montant' in lu) parametres.set('seuil', String(lu.montant));
  }
  return parametres.toString();
}
