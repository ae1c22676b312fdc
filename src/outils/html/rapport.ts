import { z } from 'zod';

/** Ce que nous lisons du rapport JSON du vérificateur : il a d'autres champs, qui ne servent pas ici. */
const messageSchema = z.object({
  type: z.string().describe('« error », « info » ou « non-document-error »'),
  url: z
    .string()
    .default('')
    .describe('Adresse file: de la page ; absente d’une panne du programme'),
  lastLine: z.number().optional(),
  message: z.string(),
  extract: z.string().default('').describe('Le code autour de l’erreur'),
});
const rapportSchema = z.object({ messages: z.array(messageSchema) });

export type ErreurDeHtml = {
  page: string;
  ligne: number | null;
  message: string;
  extrait: string;
};

/** Une sorte d'erreur, et partout où elle se trouve. */
export type Sorte = { message: string; erreurs: ErreurDeHtml[]; pages: string[] };

const PAGES_MONTREES = 5;

/**
 * Lit le rapport du vérificateur. Ses conseils (« info ») ne sont pas des erreurs ; une page qu'il n'a pas pu lire en
 * est une.
 * @param json rapport au format JSON de vnu
 * @param racine adresse file: du dossier d'où se lisent les chemins, barre finale comprise
 * @throws si le texte n'est pas un rapport
 */
export function lireRapport(json: string, racine: string): ErreurDeHtml[] {
  return rapportSchema
    .parse(JSON.parse(json))
    .messages.filter(({ type }) => type !== 'info')
    .map(({ url, lastLine = null, message, extract }) => ({
      page: decodeURI(url.replace(/^file:\/*/, 'file:///')).replace(decodeURI(racine), ''),
      ligne: lastLine,
      message,
      extrait: extract.replace(/\s+/g, ' ').trim(),
    }));
}

/* Un nom d'élément ou d'attribut dit la sorte ; une valeur (une adresse, une phrase) est propre à une page. */
const sorteDe = (message: string) =>
  message.replace(/“([^“”]*)”/g, (cite, texte: string) => (/[^\w:=-]/.test(texte) ? '“…”' : cite));

/** Regroupe les erreurs de même sorte, la plus fréquente d'abord. */
export function regrouper(erreurs: readonly ErreurDeHtml[]): Sorte[] {
  const parSorte = Map.groupBy(erreurs, ({ message }) => sorteDe(message));
  return [...parSorte]
    .map(([message, memes]) => ({
      message,
      erreurs: memes,
      pages: [...new Set(memes.map(({ page }) => page))],
    }))
    .sort((a, b) => b.erreurs.length - a.erreurs.length);
}

const compter = (nombre: number, mots: string) =>
  `${nombre} ${nombre > 1 ? mots.replace(/(?= |$)/g, 's') : mots}`;

/* Une ligne par page : la première erreur y suffit pour trouver les autres. */
function direLesPages({ erreurs, pages }: Sorte): string[] {
  const montrees = pages.slice(0, PAGES_MONTREES).map((page) => {
    const ici = erreurs.filter((erreur) => erreur.page === page);
    const [{ ligne, extrait } = { ligne: null, extrait: '' }] = ici;
    const fois = ici.length > 1 ? `, ${ici.length} fois` : '';
    return `  ${page || 'hors d’une page'}${ligne === null ? '' : `, ligne ${ligne}`}${fois}${extrait && ` : ${extrait}`}`;
  });
  const reste = pages.length - montrees.length;
  return reste > 0 ? [...montrees, `  et ${compter(reste, 'autre page')}`] : montrees;
}

/** Le compte rendu d'une vérification, pour qui l'a lancée. */
export function rendreCompte(erreurs: readonly ErreurDeHtml[], pages: number): string {
  if (erreurs.length === 0) return `HTML : aucune erreur dans ${compter(pages, 'page')}.`;
  const sortes = regrouper(erreurs).map((sorte) =>
    [
      `${compter(sorte.erreurs.length, 'erreur')}, ${compter(sorte.pages.length, 'page')} : ${sorte.message}`,
      ...direLesPages(sorte),
    ].join('\n'),
  );
  const titre = `HTML : ${compter(erreurs.length, 'erreur')} dans ${compter(pages, 'page')}.`;
  return [titre, ...sortes].join('\n\n');
}
