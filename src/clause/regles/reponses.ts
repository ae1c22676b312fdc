import * as z from 'zod/mini';
import { LOTS_MAXIMUM, VOLUMES } from '../../calibrage/regles/calibrage.ts';
import { ecrireMontant, lireMontant } from '../../socle/montant.ts';
import { refuser } from '../../socle/refuser.ts';

const HEURES: readonly number[] = VOLUMES.map(({ heures }) => heures);

const EXEMPLE_MONTANT = 'Écrivez un montant en euros, par exemple 500.';
const EXEMPLE_LOTS = `Écrivez un nombre de lots entre 1 et ${LOTS_MAXIMUM}, par exemple 2.`;
const EXEMPLE_JOURS = 'Écrivez un nombre de jours, par exemple 14.';

/** Une ligne de texte libre, sans espaces aux bords ; vide quand elle n'est pas remplie. */
const ligne = z.pipe(
  z.string().check(z.maxLength(300, 'Écrivez au plus 300 caractères.')),
  z.transform((texte: string) => texte.replace(/\s+/g, ' ').trim()),
);

/** Un montant comme on l'écrit (« 500 € », « 1500.50 », « 1,2 k€ »), rendu en français ; vide s'il manque. */
const montant = z.pipe(
  ligne,
  z.transform((texte: string, contexte): string => {
    if (texte === '') return '';
    const lu = lireMontant(texte);
    return 'montant' in lu ? ecrireMontant(lu.montant) : refuser(contexte, EXEMPLE_MONTANT);
  }),
);

/** Un nombre de jours, avec ou sans son unité (« 14 », « 14 jours ») ; null s'il manque. */
function enJours(unite: RegExp) {
  return z.pipe(
    ligne,
    z.transform((texte: string, contexte): number | null => {
      const nombre = texte.replace(unite, '').trim();
      if (!/^([1-9]\d{0,2})?$/.test(nombre)) return refuser(contexte, EXEMPLE_JOURS);
      return nombre === '' ? null : Number(nombre);
    }),
  );
}

const jours = enJours(/(?<!\s)\s*j(ours?)?\.?$/i);
const joursOuvres = enJours(/(?<!\s)\s*j(ours?)?\.?(\s+ouvrés?)?$/i);

/** Un des quatre volumes du calibrage, en heures ; null s'il manque. */
const volume = z.pipe(
  z.string(),
  z.transform((heures: string) => (HEURES.includes(Number(heures)) ? Number(heures) : null)),
);

const nombreDeLots = z.pipe(
  z.string().check(z.trim(), z.regex(/^([1-9]\d{0,2})?$/, EXEMPLE_LOTS)),
  z
    .transform((texte: string) => (texte === '' ? null : Number(texte)))
    .check(z.refine((lots) => lots === null || lots <= LOTS_MAXIMUM, EXEMPLE_LOTS)),
);

const coefficient = z.pipe(
  z.pipe(
    ligne,
    z.string().check(z.regex(/^(\d{1,2}([,.]\d{1,2})?)?$/, 'Écrivez un nombre, par exemple 1,5.')),
  ),
  z.transform((texte: string) => texte.replace('.', ',')),
);

const choix = z.catch(z.enum(['', 'oui', 'non']), '');

/**
 * Les réponses de l'acheteur, telles que le formulaire les donne (des chaînes) ; vide ou null : un blanc.
 * Un schéma par champ, et non un objet : zod essaierait d'évaluer du code, ce que le site interdit au navigateur.
 * La forme courte de zod (« mini ») : la page de la clause tient ainsi dans son budget.
 */
const CHAMPS = {
  /** Nom de l'acheteur public. */
  acheteur: z._default(ligne, ''),
  /** Objet du marché. */
  objet: z._default(ligne, ''),
  heures: z._default(volume, null),
  /** Ce que la clause couvre. */
  portee: z._default(z.catch(z.enum(['', 'marche', 'lots']), ''), ''),
  /** Nombre de lots concernés, si la clause ne couvre pas tout le marché. */
  lots: z._default(nombreDeLots, null),
  /** Numéros de ces lots. */
  numeros: z._default(ligne, ''),
  /** Marché à bons de commande. */
  bons: z._default(choix, ''),
  /** Seuil de commandes, en euros hors taxes. */
  seuil: z._default(montant, ''),
  /** Délai de réponse, en jours calendaires. */
  delaiReponse: z._default(jours, null),
  /** Délai d'accueil, en jours calendaires. */
  delaiAccueil: z._default(jours, null),
  /** Remise des justificatifs, en jours ouvrés. */
  justificatifs: z._default(joursOuvres, null),
  /** La clause prévoit une gratification. */
  gratification: z._default(choix, ''),
  /** Pénalité par absence à une réunion, en euros. */
  penaliteReunion: z._default(montant, ''),
  /** Pénalité par jour ouvré de retard, en euros. */
  penaliteRetard: z._default(montant, ''),
  /** Coefficient des heures non réalisées. */
  coefficient: z._default(coefficient, ''),
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
